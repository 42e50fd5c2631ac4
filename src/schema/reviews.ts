import { z } from "zod";
import { Context, Domain, EventType, Status } from "./plover.ts";
import { Report } from "./reading.ts";
import { CountryCode, DateInterval, Span } from "./span.ts";

/** How far people stand behind a report. `confirmed`: a second person agrees; `disputed`: two do not. */
export const REVIEW_STATES = ["machine", "reviewed", "confirmed", "disputed"] as const;
export const ReviewState = z.enum(REVIEW_STATES);
export type ReviewState = z.infer<typeof ReviewState>;

export const REVIEW_KINDS = ["accept", "correct", "reject", "comment", "add"] as const;
export const ReviewKind = z.enum(REVIEW_KINDS);
export type ReviewKind = z.infer<typeof ReviewKind>;

/** The name under which somebody reviews. */
export const ReviewerName = z.string().trim().min(1, "a reviewer has a name").max(80);
const NoteText = z.string().trim().min(1, "a comment has words").max(4000);
const Id = z.string().min(1).max(200);

/**
 * What a person says of an event. What is left out stays as it was coded; null takes it away. Parties are the codes of
 * states, a place is a name that the tables know.
 */
export const Correction = z
  .object({
    type: EventType,
    mode: z.string().max(40).nullable(),
    contexts: z.array(Context),
    domain: Domain,
    status: Status,
    actors: z.array(CountryCode).min(1).max(40),
    recipients: z.array(CountryCode).max(40),
    directedAgainst: z.array(CountryCode).max(40),
    date: DateInterval.nullable(),
    place: z.string().min(1).max(200).nullable(),
  })
  .partial();
export type Correction = z.infer<typeof Correction>;

/** The fields of a report that people review. */
export const REVIEWED_FIELDS = [
  "type",
  "mode",
  "contexts",
  "domain",
  "status",
  "actors",
  "recipients",
  "directedAgainst",
  "date",
  "place",
] as const satisfies readonly (keyof Correction)[];
const ReviewedField = z.enum(REVIEWED_FIELDS);
export type ReviewedField = z.infer<typeof ReviewedField>;

/** A report as somebody stands for it, with its domain. */
export const Coding = z.object({ report: Report, domain: Domain });
export type Coding = z.infer<typeof Coding>;

/** Who took a record back, and when. */
const Undone = z.object({ reviewer: z.string(), at: z.string() });

/** What one person said of one report. It is never changed; taking it back is a record too. */
export const Review = z.object({
  id: z.string(),
  kind: ReviewKind,
  document: z.string(),
  /** The report's id when it was reviewed. */
  report: z.string(),
  reviewer: z.string(),
  /** ISO 8601 instant. */
  at: z.string(),
  note: z.string().optional(),
  /** What the reviewer had before them; the new coding itself, for an event that the coder missed. */
  saw: Coding,
  /** What the reviewer stands for, where it is not what they saw. */
  coding: Coding.optional(),
  /** The fields that were corrected. */
  changed: z.array(ReviewedField).optional(),
  /** Whether the reviewer judged without seeing what others said. */
  blind: z.boolean().optional(),
  undone: Undone.optional(),
});
export type Review = z.infer<typeof Review>;

/** What people make of one report. */
export const ReportReview = z.object({
  /** Id of the report in the newest reading; that of the review where the reading has none. */
  report: z.string(),
  state: ReviewState,
  verdict: z.enum(["stands", "rejected"]),
  /** The newest reading has no such report: it stands, or was rejected, by the review alone. */
  orphaned: z.boolean(),
  /** What the coder made of it, unaltered; absent where it missed the event. */
  machine: Coding.optional(),
  /** All that was said, the oldest first; what was taken back too. */
  history: z.array(Review),
});
export type ReportReview = z.infer<typeof ReportReview>;

const Signed = { reviewer: ReviewerName, note: NoteText.optional() };
const OnReport = {
  ...Signed,
  document: Id,
  report: Id,
  /** The newest judgement that the reviewer has seen; without it, none. */
  seen: Id.optional(),
  /** Whether it is meant as a second judgement, beside that of another reviewer. */
  second: z.boolean().optional(),
  /** Judges the coder's own reading, whatever others made of it. */
  blind: z.boolean().optional(),
};

/** What a person does with a report, or with words that the coder missed. */
export const ReviewAct = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("accept"), ...OnReport }),
  z.object({ kind: z.literal("correct"), ...OnReport, correction: Correction }),
  z.object({ kind: z.literal("reject"), ...OnReport }),
  z.object({ kind: z.literal("comment"), ...OnReport, note: NoteText }),
  z.object({
    kind: z.literal("add"),
    ...Signed,
    document: Id,
    /** The words it rests on. */
    spans: z.array(Span).min(1).max(20),
    coding: Correction.required({ type: true, actors: true }),
  }),
]);
export type ReviewAct = z.infer<typeof ReviewAct>;

/** A report that a person put together with others, or apart: found again by its words. */
export const Anchor = z.object({ document: z.string(), report: z.string(), span: Span });
export type Anchor = z.infer<typeof Anchor>;

/** What a person said of which reports are of one incident. */
export const Grouping = z.object({
  id: z.string(),
  kind: z.enum(["split", "merge"]),
  reviewer: z.string(),
  at: z.string(),
  note: z.string().optional(),
  /** Those of a group belong together; of a split, the two groups do not. */
  groups: z.array(z.array(Anchor).min(1)).min(1).max(2),
  undone: Undone.optional(),
});
export type Grouping = z.infer<typeof Grouping>;

const ReportKey = z.object({ document: Id, report: Id });
export type ReportKey = z.infer<typeof ReportKey>;

/** Takes some reports out of an incident, into one of their own. */
export const SplitAct = z.object({ incident: Id, reports: z.array(ReportKey).min(1).max(1000), ...Signed });
export type SplitAct = z.infer<typeof SplitAct>;

/** Makes several incidents one. */
export const MergeAct = z.object({ incidents: z.array(Id).min(2).max(50), ...Signed });
export type MergeAct = z.infer<typeof MergeAct>;

/** Takes a review, a split or a merge back. */
export const UndoAct = z.object({ id: Id, reviewer: ReviewerName });
export type UndoAct = z.infer<typeof UndoAct>;

/** What a split, a merge or its undoing led to. */
export const GroupingResult = z.object({
  grouping: Grouping,
  /** Where the reports are now. */
  incidents: z.array(z.string()),
});
export type GroupingResult = z.infer<typeof GroupingResult>;

/** What a review or its undoing led to. */
export const ReviewResult = z.object({
  review: Review,
  /** Absent where nothing is said of the report any more. */
  report: ReportReview.optional(),
  /** The incident that the report is of now; a rejected one is of none. */
  incident: z.string().optional(),
});
export type ReviewResult = z.infer<typeof ReviewResult>;

/** A coding by its codes, as it is compared and printed. */
export const CodedAs = z.object({
  type: EventType,
  mode: z.string().optional(),
  contexts: z.array(Context),
  domain: Domain,
  status: Status,
  actors: z.array(CountryCode),
  recipients: z.array(CountryCode),
  directedAgainst: z.array(CountryCode),
  date: DateInterval.optional(),
  place: z.string().optional(),
});
export type CodedAs = z.infer<typeof CodedAs>;

const codesOf = (parties: Coding["report"]["actors"]): string[] =>
  [...new Set(parties.flatMap(({ country }) => country ?? []))].sort();

/** What a coding says, by codes only. */
export function codedAs({ report, domain }: Coding): CodedAs {
  const { type, mode, contexts, status, actors, recipients, directedAgainst, date, place } = report;
  return {
    type,
    ...(mode !== undefined && { mode }),
    contexts: [...contexts].sort(),
    domain,
    status,
    actors: codesOf(actors),
    recipients: codesOf(recipients),
    directedAgainst: codesOf(directedAgainst),
    ...(date && { date: { from: date.from, to: date.to } }),
    ...(place && { place: place.name }),
  };
}
