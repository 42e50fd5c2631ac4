import type { z } from "zod";
import { SearchCounts, type SearchQuery, SearchResult } from "../../schema/index.ts";
import type { SearchDesk } from "./types.ts";

/** The fields that have a value, as the end of an address. */
export function addressQuery(fields: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

/** The search of a running service. */
export class RemoteSearch implements SearchDesk {
  readonly #get: <T>(path: string, shape: z.ZodType<T>) => Promise<T>;

  constructor(get: <T>(path: string, shape: z.ZodType<T>) => Promise<T>) {
    this.#get = get;
  }

  find(query: SearchQuery): Promise<SearchResult> {
    return this.#get(`/search${addressQuery(query)}`, SearchResult);
  }

  counts(query: SearchQuery): Promise<SearchCounts> {
    return this.#get(`/search/counts${addressQuery(query)}`, SearchCounts);
  }
}
