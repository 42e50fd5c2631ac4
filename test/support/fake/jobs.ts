import type { Desk, JobDesk, SubscriptionDesk } from "../../../src/desk/index.ts";
import {
  EntenteError,
  type IntakeEvent,
  type Job,
  type JobDocument,
  type Outlet,
  type Refusal,
  type Source,
  type Subscription,
} from "../../../src/schema/index.ts";

const NOW = "2024-05-01T12:00:00.000Z";

/** Each file of a drop as a source of its own; a picture is refused. */
function partsOf(source: Source): { input: string; source?: Source }[] {
  if (source.kind !== "files") return [{ input: "text", source }];
  return source.files.map(({ name, content }) => {
    const text = Buffer.from(content, "base64").toString("utf8");
    if (text.includes("\0")) return { input: name };
    return { input: name, source: { kind: /\.html$/.test(name) ? "html" : "text", html: text, text } as Source };
  });
}

const refusalOf = (input: string): Refusal => ({
  input,
  error: new EntenteError("input.binary", { path: input }).toRecord(),
});

/** Jobs that are done as soon as they begin. */
export class FakeJobs implements JobDesk {
  readonly #jobs: { job: Job; refusals: Refusal[] }[] = [];
  readonly #add: Desk["add"];
  readonly #subscriptions: FakeSubscriptions;
  #changed = Promise.withResolvers<void>();

  constructor(add: Desk["add"], subscriptions: FakeSubscriptions) {
    this.#add = add;
    this.#subscriptions = subscriptions;
  }

  /** Puts a job there in any state. */
  show(part: Partial<Job>, refusals: Refusal[] = []): Job {
    const job: Job = {
      ...{ id: `j${this.#jobs.length + 1}`, name: "a text", kind: "text", state: "done", begun: NOW },
      ...{ done: 0, added: 0, known: 0, refused: refusals.length, reports: 0, words: 0, seconds: 1, documents: [] },
      ...part,
    };
    const at = this.#jobs.findIndex((one) => one.job.id === job.id);
    if (at < 0) this.#jobs.unshift({ job, refusals });
    else this.#jobs[at] = { job, refusals };
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
    return job;
  }

  async list() {
    return this.#jobs.map(({ job }) => job);
  }

  async job(id: string, { offset = 0, limit = 100 } = {}) {
    const { job, refusals } = this.#one(id);
    const page = refusals.slice(offset, offset + limit);
    return { job, refusals: page, moreRefusals: refusals.length - offset - page.length };
  }

  async start(source: Source): Promise<Job> {
    const documents: JobDocument[] = [];
    const refusals: Refusal[] = [];
    for (const part of partsOf(source)) {
      if (!part.source) {
        refusals.push(refusalOf(part.input));
        continue;
      }
      const { added, known, reports } = await this.#add(part.source);
      const state = added.length > 0 ? "added" : "known";
      documents.push({ input: part.input, document: [...added, ...known][0], state, reports });
    }
    const added = documents.filter(({ state }) => state === "added").length;
    const known = documents.length - added;
    const done = documents.length + refusals.length;
    return this.show({ kind: source.kind, share: 1, done, added, known, documents }, refusals);
  }

  async samples() {
    return this.show({ name: "The samples", kind: "path", state: "running", share: 0.2 });
  }

  async pause(id: string) {
    return this.#turn(id, "paused");
  }

  async resume(id: string) {
    return this.#turn(id, "running");
  }

  async cancel(id: string) {
    return this.#turn(id, "cancelled");
  }

  async *watch(signal: AbortSignal): AsyncGenerator<IntakeEvent> {
    const gone = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
    while (!signal.aborted) {
      const changed = this.#changed.promise;
      yield { jobs: [...(await this.list())], subscriptions: [...(await this.#subscriptions.list())] };
      await Promise.race([changed, gone]);
    }
  }

  #one(id: string) {
    const found = this.#jobs.find(({ job }) => job.id === id);
    if (!found) throw new EntenteError("job.unknown", { id });
    return found;
  }

  #turn(id: string, state: Job["state"]): Job {
    const { job, refusals } = this.#one(id);
    return this.show({ ...job, state }, refusals);
  }
}

/** Feeds that are only shown. */
export class FakeSubscriptions implements SubscriptionDesk {
  readonly shown: Subscription[] = [];
  known: Outlet[] = [
    { publisher: "Xinhua", documents: 12, newest: "2022-03-01", side: "CHN", ownership: "state" },
    { documents: 2 },
  ];

  async list() {
    return this.shown;
  }

  async add({ kind, address, every = 900 }: Parameters<SubscriptionDesk["add"]>[0]) {
    const id = `s${this.shown.length + 1}`;
    const made = { id, kind, address, every, added: NOW, next: NOW, taken: 0, refused: 0, busy: false };
    this.shown.push(made);
    return made;
  }

  async remove(id: string) {
    const at = this.shown.findIndex((one) => one.id === id);
    if (at < 0) throw new EntenteError("subscription.unknown", { id });
    this.shown.splice(at, 1);
  }

  async refresh(id: string) {
    const subscription = this.shown.find((one) => one.id === id);
    if (!subscription) throw new EntenteError("subscription.unknown", { id });
    return { subscription };
  }

  async outlets() {
    return this.known;
  }
}
