import type { FindQuery } from "./types.ts";

const PAGE = 20;

/** A part of what the statement answers. */
export interface Part {
  readonly part: "hit" | "all" | "type" | "domain" | "status" | "year" | "outlet";
  readonly value: string;
  readonly count: number;
  /** The report that fits best, by its number among the passages. */
  readonly best: number | null;
  /** Where the incident stands in its table. */
  readonly place: number;
}

/** The incidents that are looked for. */
export interface Asked {
  /** The statement that finds their reports, where these are asked for. */
  readonly reports?: string;
  /** Conditions on the incident itself; empty where there are none. */
  readonly where: string;
  /** Of how many of them one is looked at to count what holds of them. */
  readonly every: number;
}

const ORDER = { rank: "score DESC, day DESC NULLS LAST, id", newest: "day DESC NULLS LAST, score DESC, id" };

/** What reports tell of which incident. */
const told = (reports: string | undefined): string =>
  reports === undefined
    ? "t AS (SELECT incident AS id, publisher AS outlet FROM reports WHERE incident IS NOT NULL)"
    : `t AS MATERIALIZED (SELECT r.incident AS id, r.publisher AS outlet, u.unit AS number, u.score FROM (${reports}) u
         JOIN reports r ON r.seq = u.seq AND r.id = u.id WHERE r.incident IS NOT NULL)`;

/** Each incident of which one tells, with the report that fits best. */
const best = (reports: string | undefined): string =>
  reports === undefined
    ? "b AS (SELECT id, 0.0 AS score, NULL::INTEGER AS best FROM incidents)"
    : "b AS MATERIALIZED (SELECT id, max(score) AS score, arg_max(number, score) AS best FROM t GROUP BY id)";

/** The incidents of `among` that meet the conditions on them. */
const met = (among: string, where: string): string =>
  `m AS MATERIALIZED (SELECT i.id, i.type, i.domain, i.status, substr(i.day_from, 1, 4) AS year, i.day_to AS day, b.score, b.best,
     i.rowid::DOUBLE AS place FROM ${among} b JOIN incidents i ON i.id = b.id ${where})`;

const sampled = (number: string, every: number): string => (every === 1 ? "true" : `${number} % ${every} = 0`);

/**
 * Where there are very many and all that are told of meet the conditions, the page is had from those that score as high
 * as the last on it, and the counts from a sample: all others need not be looked up.
 */
const foremost = (every: number, last: number): string =>
  `(SELECT * FROM b WHERE ${sampled("best", every)}
     OR score >= (SELECT min(score) FROM (SELECT score FROM b ORDER BY score DESC LIMIT ${last})))`;

/** The statement for a page of incidents, their number, and how often each value of a facet holds. */
export function pageSql(
  { reports, where, every }: Asked,
  { order = "rank", limit = PAGE, offset = 0 }: FindQuery,
): string {
  const isBare = reports !== undefined && where === "";
  const among = isBare && every > 1 && order === "rank" ? foremost(every, offset + limit) : "b";
  const facet = (name: string): string =>
    `UNION ALL (SELECT '${name}', ${name}, (count(*) * ${every})::DOUBLE, NULL, NULL FROM m
      WHERE ${name} IS NOT NULL AND ${sampled("best", every)} GROUP BY ${name})`;
  return `WITH ${[told(reports), best(reports), met(among, where)].join(", ")}
    (SELECT 'hit' AS part, id AS value, score::DOUBLE AS count, best, place FROM m ORDER BY ${ORDER[order]} LIMIT ${limit} OFFSET ${offset})
    UNION ALL (SELECT 'all', '', count(*)::DOUBLE, NULL, NULL FROM ${isBare ? "b" : "m"})
    ${["type", "domain", "status", "year"].map(facet).join(" ")}
    UNION ALL (SELECT 'outlet', outlet, (count(DISTINCT t.id) * ${every})::DOUBLE, NULL, NULL
      FROM t ${isBare ? "" : "SEMI JOIN m ON m.id = t.id"}
      WHERE outlet IS NOT NULL AND ${reports === undefined ? "true" : sampled("t.number", every)} GROUP BY outlet)`;
}

/** The statement that counts them. */
export const countSql = ({ reports, where }: Asked): string =>
  `WITH ${[told(reports), best(reports), met("b", where)].join(", ")}
   SELECT count(*)::INTEGER AS incidents FROM ${where === "" ? "b" : "m"}`;
