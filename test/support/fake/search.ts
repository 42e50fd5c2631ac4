import type { ActorsDesk } from "../../../src/desk/actors/types.ts";
import type { SearchDesk } from "../../../src/desk/search/types.ts";
import { termsOf } from "../../../src/ledger/search/terms.ts";
import { EntenteError } from "../../../src/schema/index.ts";
import type { FakeEntry } from "./build.ts";

/** Documents whose text holds all the words, in the order in which they stand. */
export const fakeSearch = (entries: () => readonly FakeEntry[]): SearchDesk => {
  const matching = (words: string) => {
    const wanted = termsOf(words).map(({ term }) => term);
    return entries().filter(({ view }) => {
      const terms = new Set(termsOf(view.document.text).map(({ term }) => term));
      return wanted.length > 0 && wanted.every((term) => terms.has(term));
    });
  };
  return {
    async find({ words = "", kind = "documents" }) {
      const found = kind === "documents" ? matching(words) : [];
      const hits = found.map(({ view }) => ({
        kind: "document" as const,
        score: 1,
        source: view.source,
        words: view.document.text.slice(0, 200),
        marks: [],
        at: [],
      }));
      return { kind, matches: hits.length, hits, facets: [], approximate: false, ignored: [] };
    },
    async counts({ words = "" }) {
      return { documents: matching(words).length, quotations: 0, incidents: 0, speakers: 0 };
    },
  };
};

/** Nobody is known. */
export const FAKE_ACTORS: ActorsDesk = {
  async actor({ id }) {
    throw new EntenteError("actor.unknown", { name: id });
  },
};
