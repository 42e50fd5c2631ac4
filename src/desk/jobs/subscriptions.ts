import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Cron } from "croner";
import { FolderWatch } from "../../intake/index.ts";
import type { Knowledge } from "../../knowledge/index.ts";
import type { Ledger, StoredSubscription } from "../../ledger/index.ts";
import {
  asEntenteError,
  EntenteError,
  type Job,
  type JobSource,
  type Outlet,
  type Subscription,
  type SubscriptionRequest,
} from "../../schema/index.ts";
import { type Found, lookAtFeed } from "./feed-source.ts";
import { lookAtFolder } from "./folder-source.ts";
import { failed, instant, wentWell } from "./health.ts";
import type { LocalJobs } from "./local.ts";
import { outletsOf } from "./outlets.ts";
import { folderOfPage } from "./page-folder.ts";
import type { Opener } from "./running.ts";
import { Slots } from "./slots.ts";
import type { Refreshed, SubscriptionDesk } from "./types.ts";

const EVERY = { feed: 900, folder: 300 } as const;
/** Looks at once. */
const AT_ONCE = 4;
const TICK = "*/5 * * * * *";

/** A fault of ours that nobody waits for. */
const warn = (thrown: unknown): void => process.emitWarning(asEntenteError(thrown).message);

const idOf = (kind: string, address: string): string =>
  `s${createHash("sha256").update(`${kind} ${address}`).digest("hex").slice(0, 12)}`;

function feedAddress(address: string): string {
  const url = URL.parse(address.trim());
  if (url === null || !/^https?:$/.test(url.protocol)) throw new EntenteError("url.invalid", { url: address });
  return url.href;
}

async function folderPath(address: string): Promise<string> {
  const path = resolve(address);
  const found = await stat(path).catch((cause: Error) => {
    throw new EntenteError("input.missing", { path }, { cause });
  });
  if (!found.isDirectory()) throw new EntenteError("input.nothing", { path });
  return path;
}

/** Feeds and watched folders of a data folder. */
export class LocalSubscriptions implements SubscriptionDesk {
  readonly #ledger: Ledger;
  readonly #jobs: LocalJobs;
  readonly #knowledge: Knowledge;
  readonly #slots = new Slots(AT_ONCE);
  /** Those that are being looked at, until their job has ended. */
  readonly #busy = new Set<string>();
  readonly #watches = new Map<string, FolderWatch>();
  readonly #closing = new AbortController();
  /** Ends of jobs that are being written down. */
  readonly #ending = new Set<Promise<void>>();
  /** The end of the last addition. */
  #adding: Promise<void> = Promise.resolve();
  #clock: Cron | undefined;

  constructor(ledger: Ledger, jobs: LocalJobs, knowledge: Knowledge) {
    this.#ledger = ledger;
    this.#jobs = jobs;
    this.#knowledge = knowledge;
    jobs.subscriptionsNow = async () => [...(await this.list())];
    jobs.openSubscription = (source) => this.#openerOf(source);
  }

  async list(): Promise<readonly Subscription[]> {
    return (await this.#ledger.subscriptions.all()).map((one) => this.#shown(one));
  }

  /** One after the other: of two that ask for the same at once, the second finds it there. */
  add(request: SubscriptionRequest, by?: "page"): Promise<Subscription> {
    const added = this.#adding.then(() => this.#addOne(request, by));
    this.#adding = added.then(
      () => undefined,
      () => undefined,
    );
    return added;
  }

  async #addOne(request: SubscriptionRequest, by?: "page"): Promise<Subscription> {
    const address = await this.#addressOf(request, by);
    const id = idOf(request.kind, address);
    const there = (await this.#ledger.subscriptions.all()).find((one) => one.id === id);
    const every = request.every ?? there?.every ?? EVERY[request.kind];
    if (there) return this.#save({ ...there, every });
    const made: StoredSubscription = {
      ...{ id, kind: request.kind, address, every },
      ...{ added: instant(), next: instant(), taken: 0, refused: 0, seen: {} },
    };
    await this.#ledger.subscriptions.add(made);
    if (this.#clock) this.#watch(made);
    return this.#tell(made);
  }

  async remove(id: string): Promise<void> {
    await this.#one(id);
    await this.#ledger.subscriptions.remove(id);
    this.#watches.get(id)?.close();
    this.#watches.delete(id);
    this.#jobs.events.tell({ removed: id });
  }

  async refresh(id: string): Promise<Refreshed> {
    const stored = await this.#one(id);
    if (this.#busy.has(id)) return { subscription: this.#shown(stored) };
    const job = await this.#look(stored);
    return { subscription: this.#shown(await this.#one(id)), ...(job && { job }) };
  }

  outlets(): Promise<readonly Outlet[]> {
    return outletsOf(this.#ledger, this.#knowledge);
  }

  /** Begins to look at whatever is due, until `stop`. */
  async start(): Promise<void> {
    for (const one of await this.#ledger.subscriptions.all()) this.#watch(one);
    this.#clock = new Cron(TICK, { protect: true, catch: warn, unref: true }, () => this.#lookAtDue());
  }

  stop(): void {
    this.#clock?.stop();
    this.#clock = undefined;
    for (const watch of this.#watches.values()) watch.close();
    this.#watches.clear();
  }

  /** Breaks off what is being asked. */
  halt(): void {
    this.stop();
    this.#closing.abort();
  }

  /** Waits until what ended jobs brought is written down. */
  async settled(): Promise<void> {
    await Promise.all(this.#ending);
  }

  /** The address as it is kept: of a feed the whole of it, of a folder its full path. */
  #addressOf({ kind, address }: SubscriptionRequest, by?: "page"): string | Promise<string> {
    if (kind === "feed") return feedAddress(address);
    return by === "page" ? folderOfPage(address, this.#ledger.folder) : folderPath(address);
  }

  async #one(id: string): Promise<StoredSubscription> {
    const found = (await this.#ledger.subscriptions.all()).find((one) => one.id === id);
    if (!found) throw new EntenteError("subscription.unknown", { id });
    return found;
  }

  #shown({ seen: _, ...subscription }: StoredSubscription): Subscription {
    return { ...subscription, busy: this.#busy.has(subscription.id) };
  }

  #tell(stored: StoredSubscription): Subscription {
    const subscription = this.#shown(stored);
    this.#jobs.events.tell({ subscription });
    return subscription;
  }

  async #save(stored: StoredSubscription): Promise<Subscription> {
    await this.#ledger.subscriptions.save(stored);
    return this.#tell(stored);
  }

  /** A folder that changes is due at once. */
  #watch(stored: StoredSubscription): void {
    if (stored.kind !== "folder") return;
    const due = async (): Promise<void> => {
      if (!this.#busy.has(stored.id)) await this.#look(await this.#one(stored.id));
    };
    this.#watches.set(stored.id, new FolderWatch(stored.address, () => void due().catch(warn)));
  }

  async #lookAtDue(): Promise<void> {
    const now = instant();
    const due = (await this.#ledger.subscriptions.all()).filter(
      ({ id, next }) => !this.#busy.has(id) && (next === undefined || next <= now),
    );
    await Promise.all(due.map((one) => this.#look(one)));
  }

  /** Looks at a subscription, and begins a job where something is new. What goes wrong is written down with it. */
  async #look(stored: StoredSubscription): Promise<Job | undefined> {
    this.#busy.add(stored.id);
    this.#tell(stored);
    await this.#slots.take();
    try {
      const found = await this.#lookAt(stored);
      if (this.#closing.signal.aborted) return undefined;
      const titled = { ...stored, ...(found.title !== undefined && { title: found.title }) };
      if (found.fresh === 0) {
        this.#busy.delete(stored.id);
        await this.#save(wentWell(titled, found));
        return undefined;
      }
      return await this.#takeIn(titled, found);
    } catch (thrown) {
      this.#busy.delete(stored.id);
      if (!this.#closing.signal.aborted) await this.#save(failed(stored, thrown));
      return undefined;
    } finally {
      this.#slots.free();
    }
  }

  #lookAt(stored: StoredSubscription): Promise<Found> {
    const store = this.#ledger.subscriptions;
    return stored.kind === "feed" ? lookAtFeed(store, stored, this.#closing.signal) : lookAtFolder(store, stored);
  }

  async #takeIn(stored: StoredSubscription, found: Found): Promise<Job> {
    const { id, kind, address, title } = stored;
    const open: Opener = async (course) => found.open(course);
    const source = { kind, subscription: id, address } as const;
    const running = await this.#jobs.begin(source, open, { subscription: id, name: title });
    const ending = running.ended.then(() => this.#end(stored, found, running.job)).catch(warn);
    this.#ending.add(ending);
    void ending.then(() => this.#ending.delete(ending));
    return running.job;
  }

  /** Writes down what the job brought; what was not gone through to the end is asked for again in full. */
  async #end(before: StoredSubscription, found: Found, job: Job): Promise<void> {
    this.#busy.delete(before.id);
    if (job.state === "interrupted") return;
    const whole = job.state === "done" ? found : { ...found, seen: {} };
    const stored = (await this.#ledger.subscriptions.all()).find(({ id }) => id === before.id);
    if (!stored) return;
    const { taken, refused } = stored;
    const now = { ...before, taken: taken + job.added + job.known, refused: refused + job.refused };
    const error = job.error && EntenteError.fromRecord(job.error);
    await this.#save(error ? failed(now, error) : wentWell(now, whole));
  }

  /** For a job that is taken up again after its process died. */
  async #openerOf(source: JobSource): Promise<Opener | undefined> {
    if (!("subscription" in source)) return undefined;
    const stored = (await this.#ledger.subscriptions.all()).find(({ id }) => id === source.subscription);
    return stored && (async (course) => (await this.#lookAt({ ...stored, seen: {} })).open(course));
  }
}
