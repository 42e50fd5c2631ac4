import { z } from "zod";
import { Evidence, SourceCard } from "./incident.ts";
import { CountryCode, DateInterval } from "./span.ts";

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
  period: DateInterval,
  sections: z.array(BriefSection),
  sources: z.array(BriefSource),
  coder: z.string(),
  imprint: Imprint.optional(),
});
export type Brief = z.infer<typeof Brief>;

/** One change that an analyst makes to a brief; statements and sections are named by their ids. */
export const BriefEdit = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("drop"), statement: z.string() }),
  z.object({
    kind: z.literal("rewrite"),
    statement: z.string(),
    sentence: z.string().min(1),
    /** The sentence it was written over: where the brief says something else by now, the analyst is told. */
    was: z.string().optional(),
    /** The sources of the new sentence; those of the old one where none are given. */
    evidence: z.array(Evidence).optional(),
  }),
  z.object({ kind: z.literal("note"), statement: z.string(), note: z.string().min(1) }),
  z.object({
    kind: z.literal("add"),
    section: z.string(),
    /** The id of the new statement. */
    statement: z.string().min(1),
    sentence: z.string().min(1),
    evidence: z.array(Evidence).optional(),
  }),
  /** The statements of a section in this order; those that are not named follow. */
  z.object({ kind: z.literal("order"), section: z.string(), statements: z.array(z.string()) }),
]);
export type BriefEdit = z.infer<typeof BriefEdit>;

/** What an analyst made of a brief, apart from it, so that it is kept when the brief is built anew. */
export const BriefEdits = z.object({
  schema: z.literal("entente.brief-edits/1"),
  title: z.string().min(1).max(300).optional(),
  imprint: Imprint.optional(),
  edits: z.array(BriefEdit),
});
export type BriefEdits = z.infer<typeof BriefEdits>;
