import type { Database } from "../store/database.ts";
import { daysOf, demanded, knownOf } from "./conditions.ts";
import { documentHits, quotationHits, type Ranked } from "./hits.ts";
import { countIncidents, findIncidents } from "./incidents.ts";
import { type Facet, labelNumber, type UnitKind } from "./kinds.ts";
import { type Demand, facetSql, matchSql, mostOf, sampleOf } from "./match.ts";
import type { FacetCount, FindQuery, Found } from "./types.ts";
import { type Wanted, wantedOf } from "./words.ts";

const PAGE = 20;

export const isEmpty = ({ words, groups, from, to }: Demand): boolean =>
  words.length === 0 && groups.length === 0 && from === undefined && to === undefined;

const ORDER = { rank: "score DESC, day DESC NULLS LAST, unit", newest: "day DESC NULLS LAST, score DESC, unit" };

interface Part {
  readonly part: "hit" | "all" | "facet";
  readonly key: number;
  readonly value: number;
}

/** Page, number and facets of what matches, in one pass over it. */
const SQL = (
  match: string,
  kind: UnitKind,
  every: number,
  { order = "rank", limit = PAGE, offset = 0 }: FindQuery,
): string => `
  WITH m AS MATERIALIZED (${match})
  (SELECT 'hit' AS part, unit AS key, score::DOUBLE AS value FROM m ORDER BY ${ORDER[order]} LIMIT ${limit} OFFSET ${offset})
  UNION ALL (SELECT 'all', 0, count(*)::DOUBLE FROM m)
  UNION ALL (SELECT 'facet', term, units::DOUBLE FROM (${facetSql(kind, every)}))`;

/** The labels of counted keys, by name. */
async function facetsOf(database: Database, parts: readonly Part[]): Promise<FacetCount[]> {
  const counts = new Map(parts.map(({ key, value }) => [labelNumber(key), value]));
  if (counts.size === 0) return [];
  const rows = await database.read<{ number: number; facet: Facet; value: string }>(
    "SELECT number, facet, value FROM labels WHERE facet IN ('type', 'domain', 'status', 'outlet', 'language', 'year')",
  );
  return rows.flatMap(({ number, facet, value }) => {
    const count = counts.get(number);
    return count === undefined ? [] : [{ facet, value, count }];
  });
}

async function findUnits(
  database: Database,
  kind: "document" | "quotation",
  wanted: Wanted,
  query: FindQuery,
): Promise<Found> {
  const demand = await demanded(database, kind, wanted, query);
  if (isEmpty(demand)) return { matches: 0, hits: [], facets: [], approximate: false, ignored: wanted.ignored };
  const known = await knownOf(database, demand);
  const dated = query.order === "newest" || demand.words.length === 0;
  const every = sampleOf(mostOf(demand, known));
  const parts = await database.read<Part>(SQL(matchSql(demand, known, dated), kind, every, query), daysOf(demand));
  const ranked = parts
    .filter(({ part }) => part === "hit")
    .map(({ key, value }): Ranked => ({ unit: key, score: value }));
  const hits = kind === "document" ? documentHits : quotationHits;
  return {
    matches: parts.find(({ part }) => part === "all")?.value ?? 0,
    hits: await hits(database, ranked, wanted),
    facets: await facetsOf(
      database,
      parts.filter(({ part }) => part === "facet"),
    ),
    approximate: every > 1,
    ignored: wanted.ignored,
  };
}

/** How many meet the words and conditions. */
export async function countFound(database: Database, query: FindQuery): Promise<number> {
  const wanted = wantedOf(query.words);
  if (query.kind === "incidents") return countIncidents(database, wanted, query);
  const demand = await demanded(database, query.kind === "documents" ? "document" : "quotation", wanted, query);
  if (isEmpty(demand)) return 0;
  const [{ units }] = await database.read<{ units: number }>(
    `SELECT count(*)::INTEGER AS units FROM (${matchSql(demand, await knownOf(database, demand), false)})`,
    daysOf(demand),
  );
  return units;
}

export async function outletNames(database: Database): Promise<readonly string[]> {
  const rows = await database.read<{ value: string }>("SELECT value FROM labels WHERE facet = 'outlet'");
  return rows.map(({ value }) => value);
}

/** What meets the words and conditions, a page of it in order, and how often each value of a facet holds. */
export function find(database: Database, query: FindQuery): Promise<Found> {
  const wanted = wantedOf(query.words);
  if (query.kind === "incidents") return findIncidents(database, wanted, query);
  return findUnits(database, query.kind === "documents" ? "document" : "quotation", wanted, query);
}
