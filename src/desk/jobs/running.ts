import type { Ledger } from "../../ledger/index.ts";
import {
  type AddResult,
  asEntenteError,
  EntenteError,
  type Job,
  type JobState,
  type Refusal,
} from "../../schema/index.ts";
import { Batch, Items } from "./batch.ts";
import { Pace } from "./pace.ts";
import { codedInOrder, type Item, type Stations, type Step } from "./pipeline.ts";
import type { Slots } from "./slots.ts";

/** Between two tellings of the same state, in milliseconds. */
const BETWEEN = 250;

/** What a job goes through, with the ways in which it tells how far it is. */
export interface Opened {
  readonly items: AsyncIterable<Item>;
  /** Called with the items that are stored for good, and whether any document came of each. */
  readonly onStored?: (items: ReadonlyMap<string, boolean>) => Promise<void>;
}

/** What the job tells its source. */
export interface Course {
  readonly signal: AbortSignal;
  /** Share of the source that was gone through, 0 to 1. */
  readonly onShare: (share: number) => void;
  /** Number of files, where it is known. */
  readonly onTotal: (files: number) => void;
}

export type Opener = (course: Course) => Promise<Opened>;

export interface Surroundings {
  readonly ledger: Ledger;
  readonly stations: Omit<Stations, "signal">;
  readonly slots: Slots;
  readonly tell: (job: Job) => void;
  readonly onStep?: (job: Job, files: number | undefined) => void;
}

const WORD = /\S+/g;
const wordsIn = (text: string): number => text.match(WORD)?.length ?? 0;

/** A job at work: takes in, codes and stores, can be halted and ended at any time. */
export class RunningJob {
  readonly added: string[] = [];
  readonly known: string[] = [];
  readonly refused: Refusal[] = [];
  /** Settles when nothing is at work any more. Never rejects. */
  readonly ended: Promise<void>;
  readonly #around: Surroundings;
  readonly #abort = new AbortController();
  readonly #pace = new Pace();
  #job: Job;
  #batch = new Batch();
  readonly #items = new Items();
  #onStored: Opened["onStored"];
  #files: number | undefined;
  #end: JobState = "done";
  #go: (() => void) | undefined;
  #halted: Promise<void> | undefined;
  #told = 0;
  #thrown: unknown;

  constructor(job: Job, open: Opener, around: Surroundings) {
    this.#job = job;
    this.#around = around;
    this.#pace.halt();
    this.ended = this.#run(open);
  }

  /** The job as it is now. */
  get job(): Job {
    const { share, state } = this.#job;
    const job = { ...this.#job, seconds: this.#pace.seconds };
    if (state !== "running") return job;
    return { ...job, rate: this.#pace.rate, left: this.#pace.left(share) };
  }

  /** What it did, once it has ended. Rejects with what it failed over. */
  async result(): Promise<AddResult> {
    await this.ended;
    if (this.#thrown !== undefined) throw asEntenteError(this.#thrown);
    if (this.#end === "interrupted") throw new EntenteError("job.interrupted", { id: this.#job.id });
    const { added, known, refused } = this;
    const { incidents } = await this.#around.ledger.counts();
    return { added, known, refused, reports: this.#job.reports, incidents };
  }

  pause(): void {
    if (this.#halted) return;
    this.#halted = new Promise((resolve) => {
      this.#go = resolve;
    });
  }

  resume(): void {
    this.#go?.();
    this.#halted = undefined;
  }

  /** Ends it as soon as what is in hand is stored; `ended` tells when that is. */
  end(state: "cancelled" | "interrupted"): void {
    if (this.#abort.signal.aborted) return;
    this.#end = state;
    this.#abort.abort();
    this.resume();
  }

  #change(part: Partial<Job>): void {
    this.#job = { ...this.#job, ...part };
  }

  /** Tells how it stands; not more often than anybody can read, unless it matters. */
  #tell(now: boolean): void {
    if (!now && performance.now() - this.#told < BETWEEN) return;
    this.#told = performance.now();
    this.#around.tell(this.job);
  }

  async #run(open: Opener): Promise<void> {
    const { slots } = this.#around;
    await slots.take();
    try {
      await this.#enter("running");
      await this.#goThrough(open);
      await this.#store(!this.#abort.signal.aborted);
      if (this.#end === "done") this.#change({ share: 1 });
    } catch (thrown) {
      this.#thrown = thrown;
      this.#end = "failed";
      this.#change({ error: asEntenteError(thrown).toRecord() });
    }
    slots.free();
    await this.#finish();
  }

  async #goThrough(open: Opener): Promise<void> {
    const { signal } = this.#abort;
    const opened = await open({
      signal,
      onShare: (share) => this.#change({ share: Math.min(1, share) }),
      onTotal: (files) => {
        this.#files = files;
      },
    });
    this.#onStored = opened.onStored;
    for await (const step of codedInOrder(this.#gated(opened.items), { ...this.#around.stations, signal })) {
      this.#take(step);
      if (this.#batch.isFull || this.#halted) await this.#store();
    }
  }

  /** The source, which waits while the job is halted; what is in hand goes on meanwhile. */
  async *#gated(items: AsyncIterable<Item>): AsyncGenerator<Item> {
    for await (const item of items) {
      if (this.#halted) await this.#rest(this.#halted);
      if (this.#abort.signal.aborted) return;
      yield item;
    }
  }

  async #rest(halted: Promise<void>): Promise<void> {
    this.#pace.halt();
    this.#around.slots.free();
    await this.#store();
    await this.#enter("paused");
    await halted;
    if (!this.#abort.signal.aborted) await this.#enter("waiting");
    await this.#around.slots.take();
    if (!this.#abort.signal.aborted) await this.#enter("running");
  }

  async #enter(state: JobState): Promise<void> {
    this.#change({ state });
    if (state === "running") this.#pace.go();
    await this.#around.ledger.jobs.save(this.job);
    this.#tell(true);
  }

  #take(step: Step): void {
    this.#batch.take(step);
    this.#items.take(step);
    const { done, words, refused } = this.#job;
    if ("refused" in step) {
      this.refused.push(step.refused);
      this.#change({ done: done + 1, refused: refused + 1, current: undefined });
    } else {
      const { document } = step.taken;
      this.#change({
        done: done + 1,
        words: words + wordsIn(document.text),
        current: document.title ?? step.taken.input ?? document.id,
      });
    }
    this.#pace.mark(this.#job.done, this.#job.words);
    this.#around.onStep?.(this.job, this.#files);
    this.#tell(false);
  }

  async #store(final = false): Promise<void> {
    const batch = this.#batch;
    const items = this.#items.leave(final);
    if (batch.isEmpty && items.size === 0) return;
    this.#batch = new Batch();
    const result = await this.#around.ledger.append(batch.entries);
    this.added.push(...result.added);
    this.known.push(...result.known);
    this.#change({
      added: this.added.length,
      known: this.known.length,
      reports: this.#job.reports + result.reports,
      documents: batch.listed(this.#job.documents, result),
    });
    await this.#around.ledger.jobs.save(this.job, batch.refusals);
    if (items.size > 0) await this.#onStored?.(items);
    this.#tell(true);
  }

  async #finish(): Promise<void> {
    this.#pace.halt();
    this.#change({ state: this.#end, ended: new Date().toISOString(), current: undefined });
    try {
      await this.#around.ledger.jobs.save(this.job);
    } catch (thrown) {
      this.#thrown ??= thrown;
    }
    this.#tell(true);
  }
}
