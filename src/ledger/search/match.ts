import { countedKeys, UNITS, type UnitKind } from "./kinds.ts";
import { pairKey, termKey } from "./terms.ts";
import type { Wanted } from "./words.ts";

/** The usual constants of BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework", section 3.4). */
const K1 = 1.2;
const B = 0.75;

/** How many units of a kind there are, and how long they are on average. */
export interface Stock {
  readonly units: number;
  readonly length: number;
}

/** What a unit must fulfil, as keys of the postings. */
export interface Demand {
  readonly kind: UnitKind;
  /** Words that are ranked by. */
  readonly words: readonly number[];
  /** One of each group must hold: pairs of neighbouring words, labels. */
  readonly groups: readonly (readonly number[])[];
  /** All of a group must not hold together. */
  readonly excluded: readonly (readonly number[])[];
  readonly from?: string;
  readonly to?: string;
}

const pairsOf = (terms: readonly string[], kind: UnitKind): number[] =>
  terms.slice(1).map((term, at) => pairKey(terms[at], term, kind));

/** Letters of scripts without spaces are terms in overlapping pairs: they need no key for their being neighbours. */
const isUnspaced = (term: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(term);

const keysOf = (terms: readonly string[], kind: UnitKind): number[] =>
  terms.length === 1 || terms.some(isUnspaced) ? terms.map((term) => termKey(term, kind)) : pairsOf(terms, kind);

/** The keys that words and labels ask for. */
export function demandOf(kind: UnitKind, wanted: Wanted, labels: readonly (readonly number[])[]): Demand {
  return {
    kind,
    words: wanted.terms.map((term) => termKey(term, kind)),
    groups: [...wanted.phrases.flatMap((phrase) => keysOf(phrase, kind).map((key) => [key])), ...labels],
    excluded: wanted.excluded.map((terms) => keysOf(terms, kind)),
  };
}

/** All postings, those of the sorted runs and those that came last. */
const stretch = (columns: string, condition: string): string =>
  `(SELECT ${columns} FROM postings WHERE ${condition} UNION ALL SELECT ${columns} FROM postings_recent WHERE ${condition})`;

const isOneOf = (keys: readonly number[]): string =>
  keys.length === 1 ? `term = ${keys[0]}` : `term IN (${keys.join(", ")})`;

/** How many units each term stands in. */
export const frequencySql = (keys: readonly number[]): string =>
  `SELECT term, count(*)::INTEGER AS units FROM ${stretch("term", isOneOf(keys))} GROUP BY term`;

/** ln(1 + (N - n + 0.5) / (n + 0.5)), which is never negative. */
const rarity = ({ units }: Stock, n: number): number => Math.log(1 + (units - n + 0.5) / (n + 0.5));

/** A number as DuckDB's DOUBLE; it takes a plain one for a decimal, which is many times slower to reckon with. */
const double = (value: number): string => `${value}::DOUBLE`;

const scoreOf = (at: number, weight: number, { length }: Stock): string =>
  `${double(weight * (K1 + 1))} * w${at}.count / (w${at}.count + ${double(K1 * (1 - B))} + ${double((K1 * B) / Math.max(length, 1))} * w${at}.length)`;

const unitsOfGroup = (keys: readonly number[]): string =>
  keys.length === 1 ? stretch("unit", isOneOf(keys)) : `(SELECT DISTINCT unit FROM ${stretch("unit", isOneOf(keys))})`;

function withoutGroup(keys: readonly number[]): string {
  if (keys.length === 1) return stretch("unit", isOneOf(keys));
  return `(SELECT unit FROM ${stretch("unit, term", isOneOf(keys))} GROUP BY unit HAVING count(DISTINCT term) = ${new Set(keys).size})`;
}

const sizeOf = (keys: readonly number[], frequency: ReadonlyMap<number, number>): number =>
  keys.reduce((sum, key) => sum + (frequency.get(key) ?? 0), 0);

interface Source {
  readonly size: number;
  readonly sql: string;
  readonly name: string;
}

/** Everything a unit must be in, what is rarest first, so that all else is only looked at where that is. */
function sourcesOf({ words, groups }: Demand, frequency: ReadonlyMap<number, number>): Source[] {
  const ranked = words.map((key, at) => ({
    size: frequency.get(key) ?? 0,
    sql: stretch("unit, count, length", isOneOf([key])),
    name: `w${at}`,
  }));
  const held = groups.map((keys, at) => ({ size: sizeOf(keys, frequency), sql: unitsOfGroup(keys), name: `g${at}` }));
  return [...ranked, ...held].sort((one, other) => one.size - other.size);
}

const NOBODY =
  "SELECT NULL::INTEGER AS unit, 0.0::DOUBLE AS score, NULL::VARCHAR AS day, NULL::INTEGER AS seq, NULL::VARCHAR AS id WHERE false";

const between = (column: string, { from, to }: Demand): string[] => [
  ...(from === undefined ? [] : [`${column} >= $from`]),
  ...(to === undefined ? [] : [`${column} <= $to`]),
];

/** What is known of the units of a demand before they are looked for. */
export interface Known {
  readonly stock: Stock;
  readonly frequency: ReadonlyMap<number, number>;
}

/** No more units than that can meet a demand: as many as there are of the rarest thing that it asks for. */
export function mostOf(demand: Demand, { stock, frequency }: Known): number {
  return sourcesOf(demand, frequency)[0]?.size ?? stock.units;
}

/** From so many results on, the counts beside them are taken from one in several. */
const MANY = 100_000;
const SAMPLE = 50_000;

/** Of how many results one is looked at, to count what holds of them; 1 where they are few. */
export const sampleOf = (most: number): number => (most < MANY ? 1 : Math.ceil(most / SAMPLE));

/** The table that a unit's day, and whether it is of the newest reading, is known from. */
function homeOf({ kind }: Demand): string {
  if (kind === "document") return "JOIN documents u ON u.seq = m.unit";
  return `JOIN passages u ON u.number = m.unit AND u.kind = ${UNITS[kind]}`;
}

const COLUMNS: Readonly<Record<UnitKind, string>> = {
  document: "substr(u.published, 1, 10) AS day",
  quotation: "u.day",
  report: "u.day, u.seq, u.id",
};

/**
 * Units that meet a demand: unit, score (BM25), day; of reports their document's number and id too. Everything but the
 * days is answered from the postings. Days of documents are looked up only where they are `dated`; else they are null.
 */
export function matchSql(demand: Demand, known: Known, dated = true): string {
  const { stock, frequency } = known;
  const sources = sourcesOf(demand, frequency);
  if (sources.some(({ size }) => size === 0)) return NOBODY;
  const isDocument = demand.kind === "document";
  const where = between("day", demand);
  const score = demand.words.map((key, at) => scoreOf(at, rarity(stock, frequency.get(key) ?? 0), stock));
  const [first, ...others] = sources;
  const found =
    first === undefined
      ? `SELECT ${isDocument ? "seq" : "number"} AS unit, 0.0 AS score FROM ${isDocument ? "documents" : "passages"}`
      : `SELECT ${first.name}.unit, ${score.join(" + ") || "0.0"} AS score FROM ${first.sql} ${first.name} ${others
          .map(({ sql, name }) => `JOIN ${sql} ${name} ON ${name}.unit = ${first.name}.unit`)
          .join(" ")}`;
  const left = demand.excluded.map((keys, at) => `ANTI JOIN ${withoutGroup(keys)} x${at} ON x${at}.unit = m.unit`);
  const bare = isDocument && !dated && where.length === 0;
  const columns = bare ? "NULL::VARCHAR AS day" : COLUMNS[demand.kind];
  const inner = `SELECT m.unit, m.score, ${columns} FROM (${found}) m ${bare ? "" : homeOf(demand)} ${left.join(" ")}`;
  return where.length === 0 ? inner : `SELECT * FROM (${inner}) WHERE ${where.join(" AND ")}`;
}

/**
 * How often each counted label holds among the units of the table `m`. With `every`, only each so many-th unit is
 * looked at, and counted as so many: near enough where there are very many.
 */
export function facetSql(kind: UnitKind, every = 1): string {
  const [from, to] = countedKeys(kind);
  const some = every === 1 ? "" : ` AND unit % ${every} = 0`;
  return `SELECT p.term, (count(*) * ${every})::INTEGER AS units FROM ${stretch("term, unit", `term BETWEEN ${from} AND ${to}${some}`)} p
    SEMI JOIN m ON m.unit = p.unit GROUP BY p.term`;
}

/** How many units have each label with a key in the interval; only units of the table `among`, where it is named. */
export const labelledSql = (from: number, to: number, among?: string): string =>
  `SELECT p.term, count(*)::INTEGER AS units FROM ${stretch("term, unit", `term BETWEEN ${from} AND ${to}`)} p
    ${among === undefined ? "" : `SEMI JOIN ${among} ON ${among}.unit = p.unit`} GROUP BY p.term`;
