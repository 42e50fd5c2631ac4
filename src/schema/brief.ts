import { z } from "zod";
import { RelationQuery } from "./desk.ts";
import { Evidence, SourceCard } from "./incident.ts";
import { CountryCode, DateInterval, Day, Span } from "./span.ts";

/** A number or fact of the ledger that a sentence cites, by name: `incidents` 20, `date` 2020-12-22. */
export const Measure = z.object({ name: z.string(), value: z.string() });
export type Measure = z.infer<typeof Measure>;

/** One sentence of a brief and what it rests on: words of documents, or measures by name. */
export const Statement = z.object({
  /** Stays the same when the brief is built anew from the same incidents, so that an edit finds its sentence again. */
  id: z.string().min(1),
  sentence: z.string().min(1),
  evidence: z.array(Evidence),
  measures: z.array(Measure),
  /** The incidents it tells. */
  incidents: z.array(z.string()).optional(),
  /** Set where a person wrote the sentence. */
  by: z.literal("analyst").optional(),
  /** The sentence of ours that a person's sentence stands for. */
  replaces: z.string().optional(),
  /** A person's note on it. */
  note: z.string().optional(),
});
export type Statement = z.infer<typeof Statement>;

/** A figure as SVG, with its words for who can't see it and the table of its data. */
export const BriefFigure = z.object({
  id: z.string(),
  caption: z.string(),
  words: z.string(),
  svg: z.string(),
  table: z.object({
    columns: z.array(z.string()),
    rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  }),
});
export type BriefFigure = z.infer<typeof BriefFigure>;

export const BriefSection = z.object({
  id: z.string(),
  /** The heading that several sections stand under: `What happened`. */
  part: z.string().optional(),
  heading: z.string(),
  statements: z.array(Statement),
  figures: z.array(BriefFigure).optional(),
});
export type BriefSection = z.infer<typeof BriefSection>;

/** A source of a brief, with the hash of the bytes as they came. */
export const BriefSource = SourceCard.extend({ original: z.string().optional() });
export type BriefSource = z.infer<typeof BriefSource>;

/** Who issues a brief, and how it may be passed on. */
export const Imprint = z.object({
  byline: z.string().max(200).optional(),
  organisation: z.string().max(200).optional(),
  /** A PNG, JPEG or SVG image as a data URL. */
  logo: z.string().optional(),
  /** A line such as `For official use` or `Embargoed until 1 March`, at the head and foot of each page. */
  marking: z.string().max(200).optional(),
});
export type Imprint = z.infer<typeof Imprint>;

/** The sourced account of a dyad over a period. */
export const Brief = z.object({
  schema: z.literal("entente.brief/1"),
  dyad: z.tuple([CountryCode, CountryCode]),
  names: z.tuple([z.string(), z.string()]),
  title: z.string(),
  /** None where nothing that is told has a date. */
  period: DateInterval.optional(),
  sections: z.array(BriefSection),
  sources: z.array(BriefSource),
  coder: z.string(),
  imprint: Imprint.optional(),
});
export type Brief = z.infer<typeof Brief>;

/** One change that an analyst makes to a brief; statements and sections are named by their ids. */
export const BriefEdit = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("drop"),
    statement: z.string(),
    /** The sentence that was dropped: where the brief says something else by now, the analyst is told. */
    was: z.string().optional(),
  }),
  z.object({
    kind: z.literal("rewrite"),
    statement: z.string(),
    sentence: z.string().trim().min(1).max(2_000),
    /** The sentence it was written over: where the brief says something else by now, the analyst is told. */
    was: z.string().optional(),
    /** The sources of the new sentence; those of the old one where none are given. */
    evidence: z.array(Evidence).optional(),
  }),
  z.object({ kind: z.literal("note"), statement: z.string(), note: z.string().trim().min(1).max(2_000) }),
  z.object({
    kind: z.literal("add"),
    section: z.string(),
    /** The id of the new statement. */
    statement: z.string().min(1),
    sentence: z.string().trim().min(1).max(2_000),
    evidence: z.array(Evidence).optional(),
  }),
  /** The statements of a section in this order; those that are not named follow. */
  z.object({ kind: z.literal("order"), section: z.string(), statements: z.array(z.string()) }),
  /** The sections in this order; one that is not named stays behind the one it stood behind, those of a part stay together. */
  z.object({ kind: z.literal("sections"), sections: z.array(z.string()).min(1).max(200) }),
]);
export type BriefEdit = z.infer<typeof BriefEdit>;

/** What an analyst made of a brief, apart from it, so that it is kept when the brief is built anew. */
export const BriefEdits = z.object({
  schema: z.literal("entente.brief-edits/1"),
  title: z.string().min(1).max(300).optional(),
  imprint: Imprint.optional(),
  edits: z.array(BriefEdit).max(2_000),
});
export type BriefEdits = z.infer<typeof BriefEdits>;

/** The name under which an analyst's edits of a brief are kept, apart for each dyad and period. */
export const EditsName = z.string().regex(/^[\w-]{1,60}$/, "letters, digits, - and _ only");

/** Whose edits: of which brief, under which name. */
export const EditsQuery = z.object({ ...RelationQuery.shape, name: EditsName });
export type EditsQuery = z.infer<typeof EditsQuery>;

/** A version that was kept, without what stands in it. */
export const BriefVersionHead = z.object({
  /** 1 for the first. */
  number: z.int().positive(),
  /** When it was kept, as an ISO 8601 instant. */
  at: z.string(),
  /** What the analyst says of it: `as sent to the ambassador`. */
  words: z.string().max(200).optional(),
  title: z.string(),
  statements: z.int().nonnegative(),
});
export type BriefVersionHead = z.infer<typeof BriefVersionHead>;

/** A version with its edits and the brief as it was. */
export const BriefVersion = z.object({ ...BriefVersionHead.shape, edits: BriefEdits, brief: Brief });
export type BriefVersion = z.infer<typeof BriefVersion>;

/** A brief of now with the edits that are kept under a name. */
export const EditedBrief = z.object({
  name: EditsName,
  /** How often the edits were kept; 0 where none are. */
  revision: z.int().nonnegative(),
  edits: BriefEdits,
  brief: Brief,
  /** Places in `edits.edits` of those that find no statement or section any more. */
  lost: z.array(z.int().nonnegative()),
  /** Places of those whose sentence says something else than when the edit was made. */
  stale: z.array(z.int().nonnegative()),
  versions: z.array(BriefVersionHead),
});
export type EditedBrief = z.infer<typeof EditedBrief>;

/** Edits that are kept, of any brief. */
export const EditsHead = z.object({
  dyad: z.tuple([CountryCode, CountryCode]),
  from: Day.optional(),
  to: Day.optional(),
  name: EditsName,
  revision: z.int().positive(),
  at: z.string(),
  versions: z.int().nonnegative(),
});
export type EditsHead = z.infer<typeof EditsHead>;

/** One difference between two versions of a brief. */
export const BriefDifference = z.object({
  kind: z.enum(["added", "dropped", "changed", "moved", "sources changed"]),
  section: z.string(),
  statement: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
});
export type BriefDifference = z.infer<typeof BriefDifference>;

/** Words of a stored document to rest a sentence on: by their place, or as they stand there. */
export const Citation = z.object({
  document: z.string().min(1).max(200),
  span: Span.optional(),
  words: z.string().min(1).max(5_000).optional(),
});
export type Citation = z.infer<typeof Citation>;

/** All that a brief rests on, apart from it, for a machine to check. */
export const EvidenceList = z.object({
  schema: z.literal("entente.evidence/1"),
  title: z.string(),
  dyad: z.tuple([CountryCode, CountryCode]),
  period: DateInterval.optional(),
  coder: z.string(),
  statements: z.array(
    z.object({
      id: z.string(),
      section: z.string(),
      sentence: z.string(),
      by: z.literal("analyst").optional(),
      /** Numbers of the evidence, in its order. */
      evidence: z.array(z.int().positive()),
      measures: z.array(Measure),
    }),
  ),
  evidence: z.array(
    z.object({
      number: z.int().positive(),
      document: z.string(),
      /** SHA-256 of the bytes as they came. */
      original: z.string().optional(),
      outlet: z.string().optional(),
      /** The country of the outlet. */
      side: CountryCode.optional(),
      stateMedia: z.boolean().optional(),
      title: z.string().optional(),
      published: z.string().optional(),
      url: z.string().optional(),
      /** Place of the words in the document's text, in UTF-16 units. */
      span: Span,
      /** The exact words. */
      words: z.string(),
      /** SHA-256 of the words in UTF-8. */
      sha256: z.string(),
    }),
  ),
});
export type EvidenceList = z.infer<typeof EvidenceList>;
