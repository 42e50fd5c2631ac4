import type { DuckDBValue } from "@duckdb/node-api";
import type { MonthlyExposure, PlaceIdentity } from "../../schema/index.ts";
import { sortedDyad } from "../codes.ts";
import type { DyadQuery, DyadTotal, DyadTrend, PlaceTotal } from "../shapes.ts";
import type { Database } from "../store/database.ts";

/** Documents that name both states, by month of publication; those without a date are left out. */
export async function exposureOf(database: Database, query: DyadQuery): Promise<readonly MonthlyExposure[]> {
  const values: DuckDBValue[] = [...sortedDyad(query.dyad), query.from ?? "", query.to ?? "9999-99-99"];
  return database.read<MonthlyExposure>(
    `SELECT substr(one.day, 1, 7) AS "month", count(*)::INTEGER AS documents
     FROM document_states one JOIN document_states other ON other.document = one.document
     WHERE one.state = $1 AND other.state = $2 AND one.day >= $3 AND one.day <= $4
     GROUP BY "month" ORDER BY "month"`,
    values,
  );
}

interface TrendRow {
  readonly a: string;
  readonly b: string;
  readonly quarter: string;
  readonly incidents: number;
  readonly net: number;
}

/** Incidents that happened and their net score, by dyad and quarter of their last day, from one quarter on. */
export async function dyadTrends(database: Database, since: string): Promise<readonly DyadTrend[]> {
  const rows = await database.read<TrendRow>(
    `SELECT a, b, substr(day_to, 1, 4) || '-Q' || ((substr(day_to, 6, 2)::INTEGER + 2) // 3)::VARCHAR AS quarter,
       count(*)::INTEGER AS incidents, sum(score)::DOUBLE AS net
     FROM incident_dyads WHERE status = 'happened' AND day_to >= $1 GROUP BY a, b, quarter ORDER BY a, b, quarter`,
    [since],
  );
  return rows.map(({ a, b, ...rest }) => ({ dyad: [a, b], ...rest }));
}

interface PlaceRow {
  readonly place: string;
  readonly cooperative: number;
  readonly conflictual: number;
}

/** The places of incidents that happened, those with most first; none vaguer than a region. */
export async function placeTotals(database: Database, limit: number): Promise<readonly PlaceTotal[]> {
  const rows = await database.read<PlaceRow>(
    `SELECT any_value(place) AS place, sum((score >= 0)::INTEGER)::INTEGER AS cooperative,
       sum((score < 0)::INTEGER)::INTEGER AS conflictual
     FROM incidents WHERE status = 'happened' AND place IS NOT NULL
       AND json_extract_string(place, '$.resolution') NOT IN ('country', 'world-region')
     GROUP BY json_extract_string(place, '$.lat'), json_extract_string(place, '$.lon')
     ORDER BY count(*) DESC, 1 LIMIT $1`,
    [limit],
  );
  return rows.map(({ place, ...counts }) => {
    const { name, lat, lon } = JSON.parse(place) as PlaceIdentity;
    return { name, lat, lon, ...counts };
  });
}

interface TotalRow {
  readonly a: string;
  readonly b: string;
  readonly incidents: number;
  readonly net: number;
  readonly last: string | null;
}

/** Dyads by the number of incidents that happened between them. */
export async function dyadTotals(database: Database, limit = 1_000_000): Promise<readonly DyadTotal[]> {
  const rows = await database.read<TotalRow>(
    `SELECT a, b, count(*)::INTEGER AS incidents, sum(score)::DOUBLE AS net, max(day_to) AS "last"
     FROM incident_dyads WHERE status = 'happened' GROUP BY a, b ORDER BY incidents DESC, a, b LIMIT $1`,
    [limit],
  );
  return rows.map(({ a, b, incidents, net, last }) => ({
    dyad: [a, b],
    incidents,
    net,
    ...(last === null ? {} : { last }),
  }));
}
