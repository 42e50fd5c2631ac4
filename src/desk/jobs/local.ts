import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { CODER_VERSION, type Reader } from "../../coding/index.ts";
import type { Ledger } from "../../ledger/index.ts";
import {
  type AddResult,
  EntenteError,
  type IntakeEvent,
  isResumable,
  type Job,
  type JobSource,
  type JobView,
  type Source,
} from "../../schema/index.ts";
import { installationFolder } from "../installation.ts";
import type { AddOptions } from "../types.ts";
import type { Coders } from "./coders.ts";
import { IntakeEvents } from "./events.ts";
import { KnownDocuments } from "./known.ts";
import { nameOf, openerOf } from "./openers.ts";
import { type Opener, RunningJob, type Surroundings } from "./running.ts";
import { Slots } from "./slots.ts";
import type { JobDesk, LogPage } from "./types.ts";

const LISTED = 200;
const LOG = 100;
/** Jobs at work at once; more wait. */
const AT_ONCE = 4;

const now = (): string => new Date().toISOString();

const newJob = (source: JobSource, subscription?: string): Job => ({
  id: `j${randomBytes(6).toString("hex")}`,
  name: nameOf(source),
  kind: source.kind,
  state: "waiting",
  begun: now(),
  done: 0,
  added: 0,
  known: 0,
  refused: 0,
  reports: 0,
  words: 0,
  seconds: 0,
  documents: [],
  ...(subscription !== undefined && { subscription }),
});

/** The same job as it begins anew. */
const anew = ({ id, name, kind, begun, subscription }: Job, source: JobSource): Job => ({
  ...newJob(source, subscription),
  ...{ id, name, kind, begun },
});

/** A list says which document came of a job only where it is one; the job itself tells more. */
const inList = (job: Job): Job => (job.documents.length > 1 ? { ...job, documents: [] } : job);

const SETTLED = new Set(["done", "failed", "cancelled", "interrupted"]);

/** The jobs of a data folder, run in this process. */
export class LocalJobs implements JobDesk {
  readonly events = new IntakeEvents();
  readonly #ledger: Ledger;
  readonly #stations: Surroundings["stations"];
  readonly #slots = new Slots(AT_ONCE);
  readonly #running = new Map<string, RunningJob>();
  /** Opens what is new in a feed or folder; set by who knows them. */
  openSubscription: ((source: JobSource) => Promise<Opener | undefined>) | undefined;
  /** What stands beside the jobs when somebody begins to watch. */
  subscriptionsNow: () => Promise<Extract<IntakeEvent, { jobs: unknown }>["subscriptions"]> = async () => [];

  private constructor(ledger: Ledger, reader: Reader, coders: Coders) {
    const coder = { version: CODER_VERSION, model: reader.model, knowledge: reader.knowledge.version };
    this.#ledger = ledger;
    this.#stations = { coders, known: new KnownDocuments(ledger, coder) };
  }

  /** Jobs that were at work when their process died are interrupted from now on. */
  static async open(ledger: Ledger, reader: Reader, coders: Coders): Promise<LocalJobs> {
    for (const job of await ledger.jobs.unended())
      await ledger.jobs.save({ ...job, state: "interrupted", ended: now(), current: undefined });
    return new LocalJobs(ledger, reader, coders);
  }

  async list(): Promise<readonly Job[]> {
    const newest = await this.#ledger.jobs.newest(LISTED);
    const listed = new Set(newest.map(({ id }) => id));
    const older = [...this.#running.values()].map(({ job }) => job).filter(({ id }) => !listed.has(id));
    return [...newest.map((job) => this.#running.get(job.id)?.job ?? job), ...older].map(inList);
  }

  async job(id: string, { offset = 0, limit = LOG }: LogPage = {}): Promise<JobView> {
    const job = await this.#jobOf(id);
    const refusals = [...(await this.#ledger.jobs.refusals(id, offset, limit))];
    return { job, refusals, moreRefusals: Math.max(0, job.refused - offset - refusals.length) };
  }

  async start(source: Source): Promise<Job> {
    return (await this.begin(source, openerOf(source))).job;
  }

  async samples(): Promise<Job> {
    const source: Source = { kind: "path", path: join(installationFolder(), "samples") };
    return (await this.begin(source, openerOf(source), { name: "The samples" })).job;
  }

  /** Takes in what a source holds and waits for the end. */
  async add(source: Source, { onProgress, signal }: AddOptions = {}): Promise<AddResult> {
    const onStep: Surroundings["onStep"] = ({ done, current }, files = 0) =>
      onProgress?.({ done, current, ...(files >= done && { total: files }) });
    const running = await this.begin(source, openerOf(source), { onStep });
    const stop = (): void => running.end("cancelled");
    if (signal?.aborted) stop();
    signal?.addEventListener("abort", stop, { once: true });
    try {
      return await running.result();
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  }

  /** Begins a job over anything that can be opened. */
  async begin(
    source: JobSource,
    open: Opener,
    { onStep, subscription, name }: { onStep?: Surroundings["onStep"]; subscription?: string; name?: string } = {},
  ): Promise<RunningJob> {
    const made = newJob(source, subscription);
    const job = name === undefined ? made : { ...made, name };
    await this.#ledger.jobs.begin(job, source);
    return this.#run(job, open, onStep);
  }

  async pause(id: string): Promise<Job> {
    const job = await this.#jobOf(id);
    const running = this.#running.get(id);
    if (!running || SETTLED.has(job.state))
      throw new EntenteError("job.state", { id, state: job.state, wanted: "paused" });
    running.pause();
    return running.job;
  }

  async resume(id: string): Promise<Job> {
    const job = await this.#jobOf(id);
    const running = this.#running.get(id);
    if (running && !SETTLED.has(job.state)) {
      running.resume();
      return running.job;
    }
    if (!isResumable(job.state)) throw new EntenteError("job.state", { id, state: job.state, wanted: "resumed" });
    const source = await this.#ledger.jobs.source(id);
    const open = source && (await this.#openerFor(source));
    if (!open) throw new EntenteError("job.gone", { id });
    const fresh = anew(job, source);
    await this.#ledger.jobs.restart(fresh);
    return this.#run(fresh, open).job;
  }

  async cancel(id: string): Promise<Job> {
    const job = await this.#jobOf(id);
    const running = this.#running.get(id);
    if (running && !SETTLED.has(job.state)) {
      running.end("cancelled");
      await running.ended;
      return running.job;
    }
    if (job.state !== "paused" && job.state !== "interrupted")
      throw new EntenteError("job.state", { id, state: job.state, wanted: "cancelled" });
    const cancelled: Job = { ...job, state: "cancelled", ended: now() };
    await this.#ledger.jobs.save(cancelled);
    this.events.tell({ job: cancelled });
    return cancelled;
  }

  watch(signal: AbortSignal): AsyncIterable<IntakeEvent> {
    const all = async (): Promise<IntakeEvent> => ({
      jobs: [...(await this.list())],
      subscriptions: await this.subscriptionsNow(),
    });
    return this.events.listen(all, signal);
  }

  /** Interrupts what is at work, and waits until what is in hand is stored. */
  async close(): Promise<void> {
    const running = [...this.#running.values()];
    for (const job of running) job.end("interrupted");
    await Promise.all(running.map(({ ended }) => ended));
    this.events.close();
  }

  #run(job: Job, open: Opener, onStep?: Surroundings["onStep"]): RunningJob {
    const tell = (now: Job): void => this.events.tell({ job: now });
    const around = { ledger: this.#ledger, stations: this.#stations, slots: this.#slots, tell, onStep };
    const running = new RunningJob(job, open, around);
    this.#running.set(job.id, running);
    void running.ended.then(() => {
      if (this.#running.get(job.id) === running) this.#running.delete(job.id);
    });
    tell(running.job);
    return running;
  }

  async #jobOf(id: string): Promise<Job> {
    const job = this.#running.get(id)?.job ?? (await this.#ledger.jobs.job(id));
    if (!job) throw new EntenteError("job.unknown", { id });
    return job;
  }

  async #openerFor(source: JobSource): Promise<Opener | undefined> {
    if (source.kind === "feed" || source.kind === "folder") return this.openSubscription?.(source);
    return openerOf(source);
  }
}
