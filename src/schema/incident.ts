import { z } from "zod";
import { Domain, EventType, Status } from "./plover.ts";
import { PlaceIdentity, Report } from "./reading.ts";
import { Grouping, ReportReview, ReviewState } from "./reviews.ts";
import { CountryCode, DateInterval, Span } from "./span.ts";

/** What is shown of a document beside anything that was taken from it. */
export const SourceCard = z.object({
  document: z.string(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  published: z.string().optional(),
  url: z.string().optional(),
  /** The country of the outlet, and whether a state owns it. */
  side: CountryCode.optional(),
  stateMedia: z.boolean().optional(),
});
export type SourceCard = z.infer<typeof SourceCard>;

/** Words of a stored document that something rests on. */
export const Evidence = z.object({ source: SourceCard, span: Span, words: z.string() });
export type Evidence = z.infer<typeof Evidence>;

/** One thing that happened in the world, without its reports. */
export const IncidentSummary = z.object({
  id: z.string(),
  type: EventType,
  mode: z.string().optional(),
  domain: Domain,
  /** Countries of the actors and of the recipients, sorted, each once. */
  actors: z.array(CountryCode),
  recipients: z.array(CountryCode),
  directedAgainst: z.array(CountryCode),
  date: DateInterval.optional(),
  place: PlaceIdentity.optional(),
  status: Status,
  score: z.number(),
  confidence: z.number(),
  /** How many documents report it, and how many different publishers. */
  documents: z.int().nonnegative(),
  publishers: z.int().nonnegative(),
  /** How many independent sources: near copies of one text count once. */
  families: z.int().nonnegative().optional(),
  /** What people made of it; absent where nobody judged any of its reports. */
  review: ReviewState.optional(),
  /** The clearest words that report it. */
  evidence: Evidence,
});
export type IncidentSummary = z.infer<typeof IncidentSummary>;

/** `report` is what counts: as people left it, where somebody reviewed it. */
export const IncidentReport = z.object({
  report: Report,
  evidence: z.array(Evidence).min(1),
  /** Who acts and receives, where the actor tables know them, by their ids there. */
  cast: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
  /** Its document's source family: near copies of one text are one source. */
  family: z.string().optional(),
  review: ReportReview.optional(),
});
export type IncidentReport = z.infer<typeof IncidentReport>;

/** One thing that happened in the world, with all reports of it. */
export const Incident = IncidentSummary.extend({
  reports: z.array(IncidentReport).min(1),
  /** The splits and merges that it comes from, the oldest first. */
  groupings: z.array(Grouping).optional(),
  /** The id it was asked for, where that named another incident which is part of this one by now. */
  asked: z.string().optional(),
  /** Incidents that people keep apart from it, by splits that nobody took back. */
  apart: z.array(IncidentSummary).optional(),
});
export type Incident = z.infer<typeof Incident>;
