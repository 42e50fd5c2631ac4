import type { Intake, Taken } from "../../intake/index.ts";
import type { Refusal } from "../../schema/index.ts";
import type { Coders } from "./coders.ts";
import type { Coded } from "./coding.ts";
import type { KnownDocuments } from "./known.ts";

/** Originals in hand stay below this many bytes, beside the one that goes over it. */
const MOST_BYTES = 48_000_000;

/** Something that came out of a source; `item` is the entry or file of a subscription that it came from. */
export interface Item {
  readonly item?: string;
  readonly intake: Intake;
}

/** A document that was coded or is known, or a refusal. */
export type Step = { readonly item?: string } & (
  | { readonly taken: Taken; readonly coded: Exclude<Coded, { fault: unknown }> | "known" }
  | { readonly refused: Refusal }
);

export interface Stations {
  readonly coders: Coders;
  readonly known: KnownDocuments;
  /** Ends the intake: what is in hand is finished, nothing new is begun. */
  readonly signal: AbortSignal;
}

interface Held {
  readonly step: Promise<Step>;
  readonly bytes: number;
}

/** Sends the documents of one source to be coded, each text once. */
class Sender {
  readonly #stations: Stations;
  readonly #sent = new Set<string>();
  #coded = 0;

  constructor(stations: Stations) {
    this.#stations = stations;
  }

  send({ item, intake }: Item): Held {
    if ("refused" in intake) return { step: Promise.resolve({ item, refused: intake.refused }), bytes: 0 };
    return { step: this.#stepOf(item, intake), bytes: intake.original.length };
  }

  async #stepOf(item: string | undefined, taken: Taken): Promise<Step> {
    const { document } = taken;
    const again = this.#sent.has(document.id);
    this.#sent.add(document.id);
    if (again || (await this.#stations.known.has(document.id))) return { item, taken, coded: "known" };
    const coded = await this.#stations.coders.code(document, this.#coded++);
    if (!("fault" in coded)) return { item, taken, coded };
    return { item, refused: { input: taken.input ?? document.title ?? document.id, error: coded.fault } };
  }
}

/** The next item of a source; the end of it, where the intake is ended meanwhile. */
function nextOf(items: AsyncIterator<Item>, signal: AbortSignal): Promise<IteratorResult<Item>> {
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve({ done: true, value: undefined });
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    items
      .next()
      .finally(() => signal.removeEventListener("abort", stop))
      .then(resolve, reject);
  });
}

/** What is in hand: documents in the order in which they came. */
class Hand {
  readonly #most: number;
  readonly #held: Held[] = [];
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get first(): Promise<Step> | undefined {
    return this.#held[0]?.step;
  }

  get hasRoom(): boolean {
    return this.#held.length === 0 || (this.#held.length < this.#most && this.#bytes < MOST_BYTES);
  }

  take(held: Held): void {
    // One that fails while others stand before it is told when its turn comes.
    held.step.catch(() => undefined);
    this.#held.push(held);
    this.#bytes += held.bytes;
  }

  drop(): void {
    this.#bytes -= this.#held.shift()?.bytes ?? 0;
  }
}

/**
 * Codes the documents of a source, several at once, and gives them in the order in which they came. What is in hand
 * is bounded by number and bytes; the source waits meanwhile.
 */
export async function* codedInOrder(source: AsyncIterable<Item>, stations: Stations): AsyncGenerator<Step> {
  const items = source[Symbol.asyncIterator]();
  const sender = new Sender(stations);
  const hand = new Hand(stations.coders.ahead);
  let next: Promise<{ readonly pulled: IteratorResult<Item> }> | undefined;
  let ended = false;
  while (!ended || hand.first) {
    if (!ended && hand.hasRoom) next ??= nextOf(items, stations.signal).then((pulled) => ({ pulled }));
    const came = await Promise.race([hand.first, next].filter((wait) => wait !== undefined));
    if ("pulled" in came) {
      next = undefined;
      if (came.pulled.done) ended = true;
      else hand.take(sender.send(came.pulled.value));
    } else {
      hand.drop();
      yield came;
    }
  }
}
