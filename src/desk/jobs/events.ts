import type { IntakeEvent } from "../../schema/index.ts";

const keyOf = (event: IntakeEvent): string => {
  if ("job" in event) return `job ${event.job.id}`;
  if ("subscription" in event) return `subscription ${event.subscription.id}`;
  return "removed" in event ? `subscription ${event.removed}` : "all";
};

/** Events that wait for one listener: of each job or subscription the newest only, so that a slow listener costs nothing. */
class Mailbox {
  readonly #events = new Map<string, IntakeEvent>();
  #wake: () => void = () => undefined;
  #closed = false;

  put(event: IntakeEvent): void {
    const key = keyOf(event);
    this.#events.delete(key);
    this.#events.set(key, event);
    this.#wake();
  }

  close(): void {
    this.#closed = true;
    this.#wake();
  }

  async *take(): AsyncGenerator<IntakeEvent> {
    while (!this.#closed || this.#events.size > 0) {
      const [first] = this.#events;
      if (first) {
        this.#events.delete(first[0]);
        yield first[1];
      } else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}

/** Tells every listener what changes in the intake. */
export class IntakeEvents {
  readonly #mailboxes = new Set<Mailbox>();

  tell(event: IntakeEvent): void {
    for (const mailbox of this.#mailboxes) mailbox.put(event);
  }

  /** What is now, then what changes, until the signal is given or all listeners are sent away. */
  async *listen(now: () => Promise<IntakeEvent>, signal: AbortSignal): AsyncGenerator<IntakeEvent> {
    const mailbox = new Mailbox();
    const stop = (): void => mailbox.close();
    if (signal.aborted) return;
    signal.addEventListener("abort", stop, { once: true });
    this.#mailboxes.add(mailbox);
    try {
      yield await now();
      yield* mailbox.take();
    } finally {
      this.#mailboxes.delete(mailbox);
      signal.removeEventListener("abort", stop);
    }
  }

  close(): void {
    for (const mailbox of this.#mailboxes) mailbox.close();
  }
}
