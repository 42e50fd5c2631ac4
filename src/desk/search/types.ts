import type { SearchCounts, SearchQuery, SearchResult } from "../../schema/index.ts";

/** Finding documents, quotations, incidents and speakers by their words. */
export interface SearchDesk {
  /**
   * A page of what meets the words and conditions, ranked, with facets. Without words and conditions it finds nothing.
   * Errors: search.exclusions, state.unknown, dyad.same, period.invalid.
   */
  find(query: SearchQuery): Promise<SearchResult>;
  /** How many there are of each kind; `kind`, `limit` and `offset` mean nothing here. Errors: those of `find`. */
  counts(query: SearchQuery): Promise<SearchCounts>;
}
