import { z } from "zod";
import { ErrorBody, Refusal, Source } from "./desk.ts";
import { CountryCode } from "./span.ts";

/** An instant in UTC, ISO 8601. */
const Instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/, "not an instant in UTC");
const Count = z.int().nonnegative();

export const JOB_STATES = ["waiting", "running", "paused", "done", "failed", "cancelled", "interrupted"] as const;
/** `waiting`: for other jobs to end. `interrupted`: the process that ran it ended before it did. */
export const JobState = z.enum(JOB_STATES);
export type JobState = z.infer<typeof JobState>;

/** Whether a job in this state has work left that can be taken up again. */
export const isResumable = (state: JobState): boolean =>
  state === "paused" || state === "interrupted" || state === "cancelled" || state === "failed";

/** What became of one document of a job. */
export const JobDocument = z.object({
  /** The file, line or address it came from. */
  input: z.string(),
  document: z.string(),
  state: z.enum(["added", "known"]),
  reports: Count,
});
export type JobDocument = z.infer<typeof JobDocument>;

/** One intake: what it goes through, how far it has come, what it has put into the ledger. */
export const Job = z.object({
  id: z.string(),
  /** What is taken in: a path, an address, the name of a feed or file. */
  name: z.string(),
  kind: z.enum(["path", "url", "text", "html", "files", "feed", "folder"]),
  state: JobState,
  begun: Instant,
  ended: Instant.optional(),
  /** Share of the source that was gone through, 0 to 1; absent where that can't be known. */
  share: z.number().min(0).max(1).optional(),
  /** Documents and refusals so far. */
  done: Count,
  added: Count,
  /** Documents that the ledger had already; they are not coded again. */
  known: Count,
  refused: Count,
  /** Reports of the added documents. */
  reports: Count,
  /** Words of the documents so far. */
  words: Count,
  /** How long it was at work, pauses left out. */
  seconds: z.number().nonnegative(),
  /** Documents and words a second of late; only while it runs. */
  rate: z.object({ documents: z.number(), words: z.number() }).optional(),
  /** Seconds left as it goes now; only while it runs. */
  left: z.number().nonnegative().optional(),
  /** The document at hand. */
  current: z.string().optional(),
  /** Why it failed as a whole. */
  error: ErrorBody.optional(),
  /** The feed or folder it belongs to. */
  subscription: z.string().optional(),
  /** Its first documents, at most 50; in a list of jobs only where it is one. */
  documents: z.array(JobDocument),
});
export type Job = z.infer<typeof Job>;

/** A job with the log of what it refused. */
export const JobView = z.object({ job: Job, refusals: z.array(Refusal), moreRefusals: Count });
export type JobView = z.infer<typeof JobView>;

export const SUBSCRIPTION_KINDS = ["feed", "folder"] as const;

/** What is asked for to subscribe. `every` is how often it is looked at, in seconds. */
export const SubscriptionRequest = z.object({
  kind: z.enum(SUBSCRIPTION_KINDS),
  /** The address of a feed, or the path of a folder. */
  address: z.string().min(1).max(2000),
  every: z.int().min(60).max(604_800).optional(),
});
export type SubscriptionRequest = z.infer<typeof SubscriptionRequest>;

/** A feed or watched folder whose new documents are taken in while the service runs. */
export const Subscription = z.object({
  id: z.string(),
  kind: z.enum(SUBSCRIPTION_KINDS),
  address: z.string(),
  title: z.string().optional(),
  every: z.int().positive(),
  added: Instant,
  /** The last time it was looked at, the last time that went well, and the next. */
  looked: Instant.optional(),
  succeeded: Instant.optional(),
  next: Instant.optional(),
  /** Since when it fails, how often in a row, and why. */
  failing: z.object({ since: Instant, times: z.int().positive(), error: ErrorBody }).optional(),
  /** Entries or files of it that were taken in. */
  taken: Count,
  /** Entries or files of it that were refused. */
  refused: Count,
  /** Whether it is being looked at now. */
  busy: z.boolean(),
});
export type Subscription = z.infer<typeof Subscription>;

/** An outlet of the documents in the ledger. */
export const Outlet = z.object({
  /** The publisher as the documents name it; absent for documents without one. */
  publisher: z.string().optional(),
  documents: Count,
  /** Publication of its newest document, ISO 8601. */
  newest: z.string().optional(),
  /** When a document of it came in last. */
  lastAdded: Instant.optional(),
  /** The state on whose soil or in whose hands it is. */
  side: CountryCode.optional(),
  ownership: z.string().optional(),
});
export type Outlet = z.infer<typeof Outlet>;

/** What changes in the intake, as it does: first all that is, then each job or subscription with something new. */
export const IntakeEvent = z.union([
  z.object({ jobs: z.array(Job), subscriptions: z.array(Subscription) }),
  z.object({ job: Job }),
  z.object({ subscription: Subscription }),
  z.object({ removed: z.string() }),
]);
export type IntakeEvent = z.infer<typeof IntakeEvent>;

/** What a job goes through: a source, or what is new in a feed or folder. */
export const JobSource = z.union([
  Source,
  z.object({ kind: z.literal("feed"), subscription: z.string(), address: z.string() }),
  z.object({ kind: z.literal("folder"), subscription: z.string(), address: z.string() }),
]);
export type JobSource = z.infer<typeof JobSource>;
