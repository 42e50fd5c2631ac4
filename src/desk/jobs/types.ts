import type {
  IntakeEvent,
  Job,
  JobView,
  Outlet,
  Source,
  Subscription,
  SubscriptionRequest,
} from "../../schema/index.ts";

/** Which part of a job's log of refusals is asked for. */
export interface LogPage {
  readonly offset?: number;
  /** 100 by default. */
  readonly limit?: number;
}

/** Every intake is a job. Each function rejects with an `EntenteError`. */
export interface JobDesk {
  /** The newest 200 jobs and all that run, the newest first; without their documents where these are several. */
  list(): Promise<readonly Job[]>;
  /** A job with the log of what it refused. Errors: job.unknown. */
  job(id: string, log?: LogPage): Promise<JobView>;
  /** Begins to take in, code and store what a source holds, and does not wait for the end. */
  start(source: Source): Promise<Job>;
  /** Begins to take in the sample archive that comes with Entente. */
  samples(): Promise<Job>;
  /** Halts after the documents in hand; what was coded is stored. Errors: job.unknown, job.state. */
  pause(id: string): Promise<Job>;
  /** Goes on with what was paused, interrupted, cancelled or failed; documents that are in are not coded again. Errors: job.unknown, job.state. */
  resume(id: string): Promise<Job>;
  /** Ends it; what was stored stays. Errors: job.unknown, job.state. */
  cancel(id: string): Promise<Job>;
  /** First all jobs and subscriptions, then each with something new, until the signal is given. */
  watch(signal: AbortSignal): AsyncIterable<IntakeEvent>;
}

/** What a look at a subscription brought. */
export interface Refreshed {
  readonly subscription: Subscription;
  /** The job that takes in what is new; absent where nothing is. */
  readonly job?: Job;
}

/** Feeds and watched folders, looked at while the service runs. */
export interface SubscriptionDesk {
  /** In the order in which they were added. */
  list(): Promise<readonly Subscription[]>;
  /**
   * Subscribes to a feed or folder; one that is there already stays as it is but for `every`. A page may name few folders.
   * Errors: url.invalid, input.missing, folder.outside.
   */
  add(request: SubscriptionRequest, by?: "page"): Promise<Subscription>;
  /** Forgets it; its documents stay. Errors: subscription.unknown. */
  remove(id: string): Promise<void>;
  /** Looks at it now. A failing feed gives no error: it is shown as failing. Errors: subscription.unknown. */
  refresh(id: string): Promise<Refreshed>;
  /** Who published the documents of the ledger, those with most of them first. */
  outlets(): Promise<readonly Outlet[]>;
}
