import {
  DOMAINS,
  type Domain,
  EVENT_TYPES,
  type EventType,
  INDEX_KINDS,
  QUEUE_PARTS,
  type QueueQuery,
  SEARCH_KINDS,
  type SearchQuery,
  SOURCE_SETS,
  STATUSES,
  type Status,
} from "../../src/schema/index.ts";

/** What an address may say beside its path; anything else in it is left out. */
export interface RelationSearch {
  readonly from?: string;
  readonly to?: string;
  /** `2020-12`: only this month's incidents are listed. */
  readonly month?: string;
  readonly domain?: Domain;
  /** Only incidents of this type, and only those of this status. */
  readonly type?: EventType;
  readonly status?: Status;
  /** From the second page of incidents on. */
  readonly page?: number;
  /** The counting rule of the measures, by name. */
  readonly rule?: string;
  /** How long a period of the measures is. */
  readonly length?: PeriodLength;
  /** What the index is made of. */
  readonly kind?: (typeof INDEX_KINDS)[number];
  /** `fixed`: only outlets that were read throughout. */
  readonly sources?: (typeof SOURCE_SETS)[number];
  /** The domain whose index is shown. */
  readonly index?: Domain;
  /** The third state that both are held against. */
  readonly third?: string;
}

export const LENGTHS = ["month", "quarter", "year"] as const;
export type PeriodLength = (typeof LENGTHS)[number];

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-\d{2}$/;

const matching = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === "string" && pattern.test(value) ? value : undefined;

const present = <T extends object>(search: T): T =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;

const ruleOf = (rule: unknown): string | undefined => matching(rule, /^[a-z ]{1,40}$/);

/** Pages count from 1, which an address leaves out. */
const pageOf = (page: unknown): number | undefined =>
  Number.isInteger(page) && Number(page) > 1 ? Number(page) : undefined;

export function relationSearch(search: Record<string, unknown>): RelationSearch {
  return present({
    from: matching(search.from, DAY),
    to: matching(search.to, DAY),
    month: matching(search.month, MONTH),
    domain: DOMAINS.find((domain) => domain === search.domain),
    type: EVENT_TYPES.find((type) => type === search.type),
    status: STATUSES.find((status) => status === search.status),
    page: pageOf(search.page),
    rule: ruleOf(search.rule),
    length: LENGTHS.find((length) => length === search.length),
    kind: INDEX_KINDS.find((kind) => kind === search.kind),
    sources: SOURCE_SETS.find((set) => set === search.sources),
    index: DOMAINS.find((domain) => domain === search.index),
    third: matching(search.third, /^[A-Z]{3}$/),
  });
}

export const periodSearch = (search: Record<string, unknown>): Pick<RelationSearch, "from" | "to"> =>
  present({ from: matching(search.from, DAY), to: matching(search.to, DAY) });

/** A period of the blocs, what counts in them, and whether the slider steps by years or by quarters. */
export const blocsSearch = (
  search: Record<string, unknown>,
): Pick<RelationSearch, "from" | "to" | "rule"> & { by?: "quarter" } =>
  present({
    ...periodSearch(search),
    rule: ruleOf(search.rule),
    by: search.by === "quarter" ? ("quarter" as const) : undefined,
  });

/** A brief, the name of its edits, and a version that was kept. */
export const briefSearch = (
  search: Record<string, unknown>,
): Pick<RelationSearch, "from" | "to"> & { name?: string; version?: number } =>
  present({
    from: matching(search.from, DAY),
    to: matching(search.to, DAY),
    name: matching(search.name, /^[\w-]{1,60}$/),
    version: Number.isInteger(search.version) && Number(search.version) > 0 ? Number(search.version) : undefined,
  });

export interface DocumentSearch {
  /** The evidence asked for: `12-40`, several with commas. */
  readonly at?: string;
  /** Another text of the same address that this one is compared with. */
  readonly with?: string;
  /** `original`: the original stands beside the text. */
  readonly beside?: "original";
}

/** `was`: the id by which the reader came, of an incident that is part of this one by now. */
export const incidentSearch = (search: Record<string, unknown>): { was?: string } =>
  present({ was: matching(search.was, /^\S{1,200}$/) });

/** The two documents that are compared. */
export const pairSearch = (search: Record<string, unknown>): { first?: string; second?: string } =>
  present({ first: matching(search.first, /^\S{1,200}$/), second: matching(search.second, /^\S{1,200}$/) });

export const documentSearch = (search: Record<string, unknown>): DocumentSearch =>
  present({
    at: matching(search.at, /^\d+-\d+(,\d+-\d+)*$/),
    with: matching(search.with, /^\S{1,200}$/),
    beside: search.beside === "original" ? ("original" as const) : undefined,
  });

/** What the review queue shows. */
export const reviewSearch = (search: Record<string, unknown>): Pick<QueueQuery, "a" | "b" | "part"> =>
  present({
    a: matching(search.a, /^[A-Z]{3}$/),
    b: matching(search.b, /^[A-Z]{3}$/),
    part: QUEUE_PARTS.find((part) => part === search.part),
  });

/** What a search's address holds: words, the kind shown, conditions and the page. */
export type SearchAddress = Omit<SearchQuery, "words" | "limit" | "offset"> & {
  readonly q?: string;
  readonly page?: number;
};

const LONGEST_WORDS = 500;

/** A text of an address; TanStack reads what looks like a number as one. */
const words = (value: unknown): string | undefined => {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text.trim() !== "" ? text.slice(0, LONGEST_WORDS) : undefined;
};

const short = (value: unknown): string | undefined => words(value)?.slice(0, 200);

export const searchAddress = (search: Record<string, unknown>): SearchAddress =>
  present({
    q: words(search.q),
    kind: SEARCH_KINDS.find((kind) => kind === search.kind),
    from: matching(search.from, DAY),
    to: matching(search.to, DAY),
    actor: short(search.actor),
    dyad: matching(search.dyad, /^[A-Za-z]{3}-[A-Za-z]{3}$/),
    type: EVENT_TYPES.find((type) => type === search.type),
    domain: DOMAINS.find((domain) => domain === search.domain),
    status: STATUSES.find((status) => status === search.status),
    place: short(search.place),
    outlet: short(search.outlet),
    side: matching(search.side, /^[A-Z]{3}$/),
    media: search.media === "state" || search.media === "other" ? search.media : undefined,
    language: matching(search.language, /^[A-Za-z-]{2,35}$/),
    order: search.order === "newest" ? "newest" : undefined,
    page: pageOf(search.page),
  });
