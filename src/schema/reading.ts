import { z } from "zod";
import { Context, EventType, Sector, Status } from "./plover.ts";
import { CountryCode, Day, Span } from "./span.ts";

const Confidence = z.number().min(0).max(1);

/** Who an actor mention is: an entry of the actor tables, or a pattern over one. */
export const ActorIdentity = z.object({
  /** `RUS`, `RUS.mod`, `person.putin`, or `unknown`-prefixed for somebody known only by a title. */
  id: z.string().min(1),
  /** null where the text does not say. */
  country: CountryCode.nullable(),
  sector: Sector,
  /** The office held at the document's date, as the tables name it. */
  role: z.string().optional(),
});
export type ActorIdentity = z.infer<typeof ActorIdentity>;

export const Resolution = z.enum(["site", "city", "region", "country", "sea", "world-region"]);
export type Resolution = z.infer<typeof Resolution>;

export const PlaceIdentity = z.object({
  name: z.string(),
  country: CountryCode.optional(),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  resolution: Resolution,
});
export type PlaceIdentity = z.infer<typeof PlaceIdentity>;

/** A span that names an actor, place, date, piece of equipment, quantity or work. */
export const Mention = z.object({
  id: z.string(),
  span: Span,
  kind: z.enum(["actor", "place", "date", "equipment", "quantity", "work"]),
  name: z.string().optional(),
  actor: ActorIdentity.optional(),
  place: PlaceIdentity.optional(),
  date: z.object({ from: Day, to: Day }).optional(),
  quantity: z.object({ value: z.number(), unit: z.string() }).optional(),
  /** The mention this one stands for (`they`, `the ministry`, `the two nations`); a group has several. */
  refersTo: z.array(z.string()).optional(),
});
export type Mention = z.infer<typeof Mention>;

/** An actor's part in a report. `mention` is the id of a mention of the same reading. */
export const Participant = z.object({
  mention: z.string(),
  country: CountryCode.nullable(),
  sector: Sector,
  span: Span,
});
export type Participant = z.infer<typeof Participant>;

/** One step of the chain by which the document knows. The outermost (the publisher) comes first. */
export const Attribution = z.object({
  kind: z.enum(["publisher", "outlet", "speaker", "work"]),
  name: z.string(),
  span: Span.optional(),
});
export type Attribution = z.infer<typeof Attribution>;

export const EquipmentCount = z.object({
  mention: z.string(),
  name: z.string(),
  count: z.number().optional(),
  user: CountryCode.optional(),
});
export type EquipmentCount = z.infer<typeof EquipmentCount>;

/** The dead and wounded that a report counts; `span` holds the numbers. A side that is not counted is absent. */
export const Casualties = z.object({
  killed: z.int().min(0).optional(),
  wounded: z.int().min(0).optional(),
  /** The text gives the numbers as the least there were ("at least 12"). */
  atLeast: z.boolean().optional(),
  span: Span,
});
export type Casualties = z.infer<typeof Casualties>;

/** One coded event as one document tells it. */
export const Report = z.object({
  id: z.string(),
  type: EventType,
  mode: z.string().optional(),
  contexts: z.array(Context),
  /** Everybody who acts. In a reciprocal event all are actors and `recipients` is empty. */
  actors: z.array(Participant),
  recipients: z.array(Participant),
  directedAgainst: z.array(Participant),
  date: z.object({ from: Day, to: Day, span: Span.optional() }).optional(),
  place: PlaceIdentity.extend({ span: Span }).optional(),
  equipment: z.array(EquipmentCount).optional(),
  casualties: Casualties.optional(),
  status: Status,
  attribution: z.array(Attribution),
  /** PLOVER score, -10 to 10. */
  score: z.number(),
  /** The CAMEO code that comes nearest, by `knowledge/cameo.tsv`. */
  cameo: z.string().optional(),
  confidence: Confidence,
  /** The name of the rule that fired. */
  rule: z.string(),
  evidence: z.array(Span).min(1),
});
export type Report = z.infer<typeof Report>;

export const Quotation = z.object({
  id: z.string(),
  speaker: z.object({ span: Span.optional(), mention: z.string().optional(), name: z.string().optional() }),
  cue: Span,
  content: z.array(Span).min(1),
  kind: z.enum(["direct", "indirect", "mixed"]),
  /** The quotation that this one stands in. */
  inside: z.string().nullable(),
  via: z.array(Attribution).optional(),
});
export type Quotation = z.infer<typeof Quotation>;

/** The answer for one pair of actors that the caller pointed out. */
export const PairAnswer = z.object({
  type: EventType.nullable(),
  quad: z.int().min(0).max(4),
  confidence: Confidence,
  alternatives: z.array(z.object({ type: EventType, confidence: Confidence })),
});
export type PairAnswer = z.infer<typeof PairAnswer>;

export const Note = z.object({ code: z.string(), message: z.string(), span: Span.optional() });
export type Note = z.infer<typeof Note>;

/** All that was coded from one document. One line of JSON. */
export const Reading = z.object({
  schema: z.literal("entente.reading/1"),
  id: z.string(),
  coder: z.object({ version: z.string(), model: z.string(), knowledge: z.string() }),
  mentions: z.array(Mention),
  reports: z.array(Report),
  quotations: z.array(Quotation),
  pairs: z.array(PairAnswer).optional(),
  notes: z.array(Note),
});
export type Reading = z.infer<typeof Reading>;

/** Two spans of the text whose relation is asked for. */
export const PairQuestion = z.object({ actor: Span, recipient: Span });
export type PairQuestion = z.infer<typeof PairQuestion>;

/** A line that goes into `entente read --ndjson`. */
export const ReadLine = z
  .object({
    id: z.string().min(1).optional(),
    text: z.string().optional(),
    html: z.string().optional(),
    published: z.string().optional(),
    url: z.string().optional(),
    publisher: z.string().optional(),
    title: z.string().optional(),
    language: z.string().optional(),
    pairs: z.array(PairQuestion).optional(),
  })
  .refine((line) => (line.text === undefined) !== (line.html === undefined), "give either text or html");
export type ReadLine = z.infer<typeof ReadLine>;

/** What comes back for a line that can't be used. */
export const ReadLineError = z.object({
  id: z.string().optional(),
  line: z.int().positive(),
  error: z.object({ code: z.string(), message: z.string(), remedy: z.string() }),
});
export type ReadLineError = z.infer<typeof ReadLineError>;
