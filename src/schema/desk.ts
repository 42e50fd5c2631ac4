import { z } from "zod";
import { Document } from "./document.ts";
import { IncidentSummary, SourceCard } from "./incident.ts";
import { Domain } from "./plover.ts";
import { Reading } from "./reading.ts";
import { ReportReview } from "./reviews.ts";
import { CountryCode, DateInterval, Day, Span } from "./span.ts";

/** What a relation is asked for. Without a period: all that the ledger holds. */
export const RelationQuery = z.object({
  /** An ISO 3166-1 alpha-3 code or a state's English name. */
  a: z.string().min(1),
  b: z.string().min(1),
  from: Day.optional(),
  to: Day.optional(),
});
export type RelationQuery = z.infer<typeof RelationQuery>;

/** Incidents and net score of one month and domain. `net` is the sum of scores. */
export const MonthlyScore = z.object({
  /** `2020-12` */
  month: z.string().regex(/^\d{4}-\d{2}$/),
  domain: Domain,
  incidents: z.int().positive(),
  net: z.number(),
  /** The incidents counted. */
  ids: z.array(z.string()),
});
export type MonthlyScore = z.infer<typeof MonthlyScore>;

/** Documents read that name both states, a month: stands beside every count. */
export const MonthlyExposure = z.object({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  documents: z.int().nonnegative(),
});
export type MonthlyExposure = z.infer<typeof MonthlyExposure>;

/** A quotation with its words and the document it stands in. */
export const QuotationCard = z.object({
  id: z.string(),
  speaker: z.string(),
  country: CountryCode.nullable(),
  /** Id of the speaker in the actor tables. */
  actor: z.string().optional(),
  kind: z.enum(["direct", "indirect", "mixed"]),
  words: z.string(),
  spans: z.array(Span).min(1),
  source: SourceCard,
});
export type QuotationCard = z.infer<typeof QuotationCard>;

/** All that the page of a dyad shows. */
export const RelationView = z.object({
  dyad: z.tuple([CountryCode, CountryCode]),
  names: z.tuple([z.string(), z.string()]),
  /** The period asked for, or that of the evidence; absent where there is none. */
  period: DateInterval.optional(),
  headline: z.string(),
  months: z.array(MonthlyScore),
  exposure: z.array(MonthlyExposure),
  incidents: z.array(IncidentSummary),
  /** Incidents of the period that are counted and not listed; absent where all are. */
  moreIncidents: z.int().positive().optional(),
  quotations: z.array(QuotationCard),
});
export type RelationView = z.infer<typeof RelationView>;

/** Another text of the same address. */
export const Revision = z.object({ id: z.string(), title: z.string().optional(), published: z.string().optional() });
export type Revision = z.infer<typeof Revision>;

/** A document with what was coded from it. */
export const DocumentView = z.object({
  document: Document,
  source: SourceCard,
  /** As people left it, where somebody reviewed it. */
  reading: Reading.optional(),
  /** Incident of each report, by the report's id. */
  incidentOf: z.record(z.string(), z.string()),
  /** What was said of its reports; absent where nobody said anything. */
  reviews: z.array(ReportReview).optional(),
  /** Documents with another text that came from the same address, in the order of arrival; absent where there are none. */
  revisions: z.array(Revision).optional(),
});
export type DocumentView = z.infer<typeof DocumentView>;

export const DyadCount = z.object({
  dyad: z.tuple([CountryCode, CountryCode]),
  names: z.tuple([z.string(), z.string()]),
  incidents: z.int().nonnegative(),
  net: z.number(),
  last: Day.optional(),
  /** Incidents and net score of its newest quarters, the oldest first; quarters without incidents are absent. */
  trend: z.array(z.object({ quarter: z.string(), incidents: z.int().positive(), net: z.number() })),
});
export type DyadCount = z.infer<typeof DyadCount>;

/** What happened at one place. */
export const PlaceCount = z.object({
  name: z.string(),
  lat: z.number(),
  lon: z.number(),
  cooperative: z.int().nonnegative(),
  conflictual: z.int().nonnegative(),
});
export type PlaceCount = z.infer<typeof PlaceCount>;

/** What the ledger holds. */
export const Overview = z.object({
  documents: z.int().nonnegative(),
  notCoded: z.int().nonnegative(),
  reports: z.int().nonnegative(),
  incidents: z.int().nonnegative(),
  quotations: z.int().nonnegative(),
  dyads: z.array(DyadCount),
  newest: z.array(IncidentSummary),
  /** The places with most incidents that happened, none vaguer than a region. */
  places: z.array(PlaceCount),
  coder: z.string(),
});
export type Overview = z.infer<typeof Overview>;

/** A file that is handed over: its name tells how it is read, its bytes are in base64. */
export const GivenFile = z.object({ name: z.string().min(1).max(500), content: z.base64() });
export type GivenFile = z.infer<typeof GivenFile>;

/** One thing to read: a path (file or folder), an address, the text itself, or files that are handed over. */
export const Source = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("path"), path: z.string().min(1) }),
  z.object({ kind: z.literal("url"), url: z.string().min(1), published: z.string().optional() }),
  z.object({
    kind: z.literal("text"),
    text: z.string(),
    title: z.string().optional(),
    publisher: z.string().optional(),
    published: z.string().optional(),
    url: z.string().optional(),
  }),
  z.object({ kind: z.literal("html"), html: z.string(), url: z.string().optional(), published: z.string().optional() }),
  z.object({ kind: z.literal("files"), files: z.array(GivenFile).min(1).max(1000) }),
]);
export type Source = z.infer<typeof Source>;

/** Something that was not taken in, and why. */
export const Refusal = z.object({
  input: z.string(),
  error: z.object({ code: z.string(), message: z.string(), remedy: z.string() }),
});
export type Refusal = z.infer<typeof Refusal>;

/** What an intake did. `known` documents were in the ledger already. */
export const AddResult = z.object({
  added: z.array(z.string()),
  known: z.array(z.string()),
  refused: z.array(Refusal),
  reports: z.int().nonnegative(),
  incidents: z.int().nonnegative(),
});
export type AddResult = z.infer<typeof AddResult>;

/** A document and its reading that were not stored. */
export const ReadResult = z.object({ document: Document, reading: Reading });
export type ReadResult = z.infer<typeof ReadResult>;

export const Progress = z.object({ done: z.int(), total: z.int().optional(), current: z.string().optional() });
export type Progress = z.infer<typeof Progress>;

/** An error as it travels over the API. */
export const ErrorBody = z.object({ code: z.string(), message: z.string(), remedy: z.string() });
export type ErrorBody = z.infer<typeof ErrorBody>;

/** One line of the answer to `POST /api/add`: progress as it comes, then the result or why there is none. */
export const AddEvent = z.union([
  z.object({ progress: Progress }),
  z.object({ result: AddResult }),
  z.object({ error: ErrorBody }),
]);
export type AddEvent = z.infer<typeof AddEvent>;
