import type { DuckDBValue } from "@duckdb/node-api";
import type { MonthlyExposure } from "../../schema/index.ts";
import { sortedDyad } from "../codes.ts";
import type { Database } from "../store/database.ts";
import type { DyadQuery, DyadTotal } from "../types.ts";

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
