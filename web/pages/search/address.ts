import {
  FARTHEST_HIT,
  SEARCH_KINDS,
  type SearchFacet,
  type SearchKind,
  type SearchQuery,
} from "../../../src/schema/index.ts";
import type { SearchAddress } from "../../app/search.ts";
import { dayWords } from "../../parts/dates.ts";

export const PAGE = 20;
export const LAST_PAGE = FARTHEST_HIT / PAGE;

export const KIND_WORDS: Readonly<Record<SearchKind, string>> = {
  documents: "Documents",
  quotations: "Quotations",
  incidents: "Incidents",
  speakers: "Speakers and actors",
};

export const KINDS = SEARCH_KINDS;

/** What the service is asked for, from the address. */
export function queryOf({ q = "", page = 1, ...conditions }: SearchAddress): SearchQuery {
  return { ...conditions, words: q, offset: (Math.min(page, LAST_PAGE) - 1) * PAGE, limit: PAGE };
}

/** Everything but the words and how they are shown. */
const CONDITIONS = [
  "from",
  "to",
  "actor",
  "dyad",
  "type",
  "domain",
  "status",
  "place",
  "outlet",
  "side",
  "media",
  "language",
] as const;
export type Condition = (typeof CONDITIONS)[number];

export const isAsked = (address: SearchAddress): boolean =>
  address.q !== undefined || CONDITIONS.some((name) => address[name] !== undefined);

const NAMES: Readonly<Record<Condition, string>> = {
  from: "from",
  to: "until",
  actor: "who",
  dyad: "between",
  type: "type",
  domain: "domain",
  status: "status",
  place: "place",
  outlet: "outlet",
  side: "outlets of",
  media: "owner",
  language: "language",
};

/** The conditions of an address in words, with the names of states. */
export const conditionsIn = (
  address: SearchAddress,
  nameOf: (code: string) => string,
): { name: Condition; words: string }[] =>
  CONDITIONS.flatMap((name) => {
    const value = address[name];
    if (value === undefined) return [];
    const shown =
      name === "from" || name === "to"
        ? dayWords(value)
        : name === "dyad"
          ? value.toUpperCase().split("-").map(nameOf).join(" and ")
          : name === "side"
            ? nameOf(value)
            : name === "media"
              ? value === "state"
                ? "state media"
                : "not state media"
              : value;
    return [{ name, words: `${NAMES[name]} ${shown}` }];
  });

/** What choosing a value of a facet changes in the address; a year is a period. */
export function choiceOf(name: SearchFacet["name"], value: string): Partial<SearchAddress> {
  return name === "year" ? { from: `${value}-01-01`, to: `${value}-12-31` } : { [name]: value };
}

export const isChosen = (address: SearchAddress, name: SearchFacet["name"], value: string): boolean =>
  name === "year"
    ? address.from === `${value}-01-01` && address.to === `${value}-12-31`
    : address[name as Exclude<SearchFacet["name"], "year">] === value;
