import { z } from "zod";
import { ErrorBody, Progress } from "./desk.ts";
import { DateInterval, Day } from "./span.ts";

const Count = z.int().nonnegative();

/** Something in a ledger that is not as it was stored, and what to do about it. */
export const Damage = z.object({
  /** The document it is about; absent where it is about the tables as a whole. */
  document: z.string().optional(),
  problem: z.string(),
  remedy: z.string(),
});
export type Damage = z.infer<typeof Damage>;

/** What was gone through, and what was found. A whole ledger has no damage. */
export const Verification = z.object({
  documents: Count,
  /** Originals that were hashed, of documents and of further publications. */
  originals: Count,
  spans: Count,
  damage: z.array(Damage),
});
export type Verification = z.infer<typeof Verification>;

/** How a ledger is written out. From the first three the same ledger can be made again. */
export const EXPORT_FORMATS = ["parquet", "csv", "ndjson", "gdelt", "plover"] as const;
export const ExportFormat = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** A new or empty folder, or for `gdelt` and `plover` a new file. */
export const BackupRequest = z.object({ folder: z.string().min(1) });
export const ExportRequest = z.object({ path: z.string().min(1), format: ExportFormat });
export type ExportRequest = z.infer<typeof ExportRequest>;

/** What was written. */
export const Exported = z.object({
  path: z.string(),
  rows: Count.optional(),
  /** Incidents that the format has no row for: without a day, or that did not happen. */
  leftOut: Count.optional(),
});
export type Exported = z.infer<typeof Exported>;

/** A row of ready-made event data that does not fit its table. */
export const RefusedRow = z.object({ line: Count, reason: z.string() });
export type RefusedRow = z.infer<typeof RefusedRow>;

/** What came of a file of event data. */
export const EventImport = z.object({
  /** The kind of data, in words. */
  kind: z.string(),
  /** The table it went into. */
  table: z.string(),
  /** Rows that the file has. */
  rows: Count,
  /** Rows that are new; the others were there, or are refused. */
  added: Count,
  refusedRows: Count,
  /** The first thousand rows that were refused. */
  refused: z.array(RefusedRow),
});
export type EventImport = z.infer<typeof EventImport>;

/** Which program coded. */
export const CoderName = z.object({ version: z.string(), model: z.string(), knowledge: z.string() });
export type CoderName = z.infer<typeof CoderName>;

/** What is frozen: the documents published in a period, all of them without one. */
export const FreezeRequest = z.object({
  name: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i, "up to 64 letters, digits, dots, dashes and underscores"),
  from: Day.optional(),
  to: Day.optional(),
});
export type FreezeRequest = z.infer<typeof FreezeRequest>;

/** The record of a freeze, `freeze.json` in its folder: the same ledger frozen twice gives the same bytes. */
export const FreezeRecord = z.object({
  entente: z.literal("freeze"),
  format: Count,
  period: DateInterval.partial(),
  /** Who coded the readings, with how many documents each. */
  coders: z.array(CoderName.extend({ documents: Count })),
  documents: Count,
  reports: Count,
  incidents: Count,
  files: z.array(z.object({ name: z.string(), bytes: Count, sha256: z.string() })),
  /** SHA-256 over the names and hashes of all files and originals. */
  digest: z.string(),
});
export type FreezeRecord = z.infer<typeof FreezeRecord>;

export const Freeze = FreezeRecord.extend({ name: z.string(), path: z.string() });
export type Freeze = z.infer<typeof Freeze>;

/** Whether a freeze is as it was made. */
export const FreezeCheck = z.object({ name: z.string(), digest: z.string(), damage: z.array(z.string()) });
export type FreezeCheck = z.infer<typeof FreezeCheck>;

/** Something that the new coding has and the old has not, or the other way round, or both differently. */
export const RecodedRow = z.object({
  kind: z.enum(["report", "incident"]),
  change: z.enum(["added", "gone", "changed"]),
  id: z.string(),
  /** Of a report; of an incident the one that tells it most clearly. */
  document: z.string(),
  words: z.string(),
  /** What it is now and was: type, states, date, status; absent where it is not. */
  before: z.string().optional(),
  after: z.string().optional(),
  /** Columns that differ. */
  fields: z.array(z.string()),
});
export type RecodedRow = z.infer<typeof RecodedRow>;

const Difference = z.object({ same: Count, added: Count, gone: Count, changed: Count });

/** How the present coder reads what is stored, held against the readings that count. */
export const Recoding = z.object({
  coder: CoderName,
  /** Who coded the readings that count, with how many documents each. */
  before: z.array(CoderName.extend({ documents: Count })),
  documents: Count,
  /** Documents that the coder stumbled over; they keep their readings. */
  failed: z.array(z.object({ document: z.string(), error: ErrorBody })),
  reports: Difference,
  incidents: Difference,
  /** The first of what differs, reports and incidents by document. */
  rows: z.array(RecodedRow),
  /** What differs and is not among the rows. */
  moreRows: Count,
  /** Whether the new readings were taken into the ledger. */
  taken: z.boolean(),
});
export type Recoding = z.infer<typeof Recoding>;

export const RecodeRequest = z.object({
  take: z.boolean().optional(),
  rows: z.int().positive().max(100_000).optional(),
});
export type RecodeRequest = z.infer<typeof RecodeRequest>;

/** One line of the answer to a re-coding: progress as it comes, then the result or why there is none. */
export const RecodeEvent = z.union([
  z.object({ progress: Progress }),
  z.object({ result: Recoding }),
  z.object({ error: ErrorBody }),
]);
export type RecodeEvent = z.infer<typeof RecodeEvent>;
