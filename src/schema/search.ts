import { z } from "zod";
import { SourceCard } from "./incident.ts";
import { CountryCode, Day, Span } from "./span.ts";

/** What documents are looked for. All words must stand in the headline or the text. */
export const SearchQuery = z.object({
  words: z.string(),
  from: Day.optional(),
  to: Day.optional(),
  publisher: z.string().optional(),
  language: z.string().optional(),
  /** One or two states that the document must name. */
  states: z.array(CountryCode).max(2).optional(),
  limit: z.int().positive().max(200).optional(),
  offset: z.int().nonnegative().optional(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** A document that was found, with the passage that shows why. */
export const SearchHit = z.object({
  source: SourceCard,
  /** BM25: only its order means something. */
  score: z.number(),
  /** The passage, and the matching words in it, as spans of the document's text. */
  span: Span,
  words: z.string(),
  marks: z.array(Span),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchResult = z.object({
  /** How many documents match in all. */
  matches: z.int().nonnegative(),
  hits: z.array(SearchHit),
});
export type SearchResult = z.infer<typeof SearchResult>;
