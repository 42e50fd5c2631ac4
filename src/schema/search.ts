import { z } from "zod";
import { QuotationCard } from "./desk.ts";
import { IncidentSummary, SourceCard } from "./incident.ts";
import { Domain, EventType, Sector, Status } from "./plover.ts";
import { CountryCode, Day, Span } from "./span.ts";

/** What a search looks for: texts, what somebody said in them, what happened, who speaks or acts. */
export const SEARCH_KINDS = ["documents", "quotations", "incidents", "speakers"] as const;
export const SearchKind = z.enum(SEARCH_KINDS);
export type SearchKind = z.infer<typeof SearchKind>;

/** Most results of one page of a search. */
export const MOST_HITS = 200;
/** How far down a search can be read. */
export const FARTHEST_HIT = 10_000;

/** `CHN-RUS`: two states in either order. */
const DyadCode = z.string().regex(/^[A-Za-z]{3}-[A-Za-z]{3}$/, "not a pair of states like CHN-RUS");

/**
 * What is looked for. All conditions must hold. In `words`, all words must stand in the text, a phrase in quotation
 * marks as it is, and a word or phrase after a minus not at all.
 */
export const SearchQuery = z.object({
  words: z.string().max(500).default(""),
  kind: SearchKind.default("documents"),
  /** Day of publication; of incidents, the day they happened. */
  from: Day.optional(),
  to: Day.optional(),
  /** An id of `actors` (`RUS.mfa`), a code or a name: who is named, speaks, or takes part. */
  actor: z.string().min(1).max(200).optional(),
  dyad: DyadCode.optional(),
  type: EventType.optional(),
  domain: Domain.optional(),
  status: Status.optional(),
  place: z.string().min(1).max(200).optional(),
  outlet: z.string().min(1).max(200).optional(),
  /** Country of the outlet. */
  side: CountryCode.optional(),
  /** Outlets that a state owns, or all others. */
  media: z.enum(["state", "other"]).optional(),
  language: z.string().max(35).optional(),
  order: z.enum(["rank", "newest"]).default("rank"),
  limit: z.int().positive().max(MOST_HITS).default(20),
  offset: z.int().nonnegative().max(FARTHEST_HIT).default(0),
});
/** As it is given: what has a default may be left out. */
export type SearchQuery = z.input<typeof SearchQuery>;

/** Words of a text with what matches in them; `marks` are spans of `words`, `at` spans of the document. */
const Shown = { words: z.string(), marks: z.array(Span), at: z.array(Span) };

/** BM25: only its order means something. */
const score = z.number();

export const DocumentHit = z.object({ kind: z.literal("document"), score, source: SourceCard, ...Shown });
export type DocumentHit = z.infer<typeof DocumentHit>;
export const QuotationHit = z.object({
  kind: z.literal("quotation"),
  score,
  quotation: QuotationCard,
  marks: Shown.marks,
});
export type QuotationHit = z.infer<typeof QuotationHit>;
export const IncidentHit = z.object({
  kind: z.literal("incident"),
  score,
  incident: IncidentSummary,
  /** The report that fits best. */
  source: SourceCard,
  ...Shown,
});
export type IncidentHit = z.infer<typeof IncidentHit>;

/** What an actor is: a person, an organ of a state (a ministry, an army), an organisation, or a state. */
export const ActorKind = z.enum(["person", "organ", "organisation", "state"]);
export type ActorKind = z.infer<typeof ActorKind>;

export const ActorCard = z.object({
  id: z.string(),
  name: z.string(),
  kind: ActorKind,
  country: CountryCode.optional(),
  sector: Sector.optional(),
  /** The office held last, as the tables know it. */
  office: z.string().optional(),
});
export type ActorCard = z.infer<typeof ActorCard>;

export const SpeakerHit = z.object({
  kind: z.literal("speaker"),
  actor: ActorCard,
  /** How often quoted, and in how many reports acting. */
  said: z.int().nonnegative(),
  did: z.int().nonnegative(),
});
export type SpeakerHit = z.infer<typeof SpeakerHit>;

export const SearchHit = z.discriminatedUnion("kind", [DocumentHit, QuotationHit, IncidentHit, SpeakerHit]);
export type SearchHit = z.infer<typeof SearchHit>;

export const FACET_NAMES = ["type", "domain", "status", "year", "side", "media", "outlet", "language"] as const;

/** How many of the results have each value, the most frequent values first. */
export const SearchFacet = z.object({
  name: z.enum(FACET_NAMES),
  values: z.array(z.object({ value: z.string(), label: z.string(), count: z.int().positive() })),
});
export type SearchFacet = z.infer<typeof SearchFacet>;

export const SearchResult = z.object({
  kind: SearchKind,
  /** How many there are in all. */
  matches: z.int().nonnegative(),
  hits: z.array(SearchHit),
  facets: z.array(SearchFacet),
  /** Whether the facets of very many results were counted over a part of them. */
  approximate: z.boolean(),
  /** Words that were too many to be looked for. */
  ignored: z.array(z.string()),
});
export type SearchResult = z.infer<typeof SearchResult>;

/** How many results a search has of each kind. */
export const SearchCounts = z.record(SearchKind, z.int().nonnegative());
export type SearchCounts = z.infer<typeof SearchCounts>;
