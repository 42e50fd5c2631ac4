import type { DuckDBValue } from "@duckdb/node-api";
import { sortedDyad } from "../codes.ts";
import type { Change } from "../kept/change.ts";
import { UNKNOWN_OUTLET } from "../queries/sources.ts";
import type { Dyad, Period } from "../shapes.ts";
import type { Database } from "../store/database.ts";
import type { NamingDocument, ReadCount, ReadQuery } from "./types.ts";

/** The period that a day lies in, as the measures name it; weeks are those of ISO 8601. */
const PERIODS: Readonly<Record<ReadQuery["length"], string>> = {
  week: "strftime(day::DATE, '%G-W%V')",
  month: "substr(day, 1, 7)",
  quarter: "substr(day, 1, 4) || '-Q' || ((substr(day, 6, 2)::INTEGER + 2) // 3)::VARCHAR",
  year: "substr(day, 1, 4)",
};

const READ = `SELECT id, family, coalesce(publisher, '${UNKNOWN_OUTLET}') AS outlet, substr(published, 1, 10) AS day FROM documents`;

/** Stands between names that are handed over as one text. */
const BETWEEN_NAMES = "\u001f";
const namesIn = (value: string): string => `unnest(string_split($${value}, chr(31)))`;
const joined = (names: readonly string[]): string => names.join(BETWEEN_NAMES);

interface CountRow {
  readonly part: "all" | "outlet" | "side";
  readonly period: string;
  readonly name: string;
  readonly documents: number;
  readonly families: number;
}

const COUNTS = "count(*)::INTEGER AS documents, count(DISTINCT family)::INTEGER AS families";

/** The country of each document's outlet: that of the outlet, else of the government among the states that it names. */
const sided = (governed: boolean): string =>
  governed
    ? `SELECT r.period, r.family, coalesce(s.side, g.side, 'unknown') AS side FROM r LEFT JOIN s ON s.outlet = r.outlet
       LEFT JOIN (SELECT r.id, min(n.state) AS side FROM r JOIN g ON g.outlet = r.outlet
         JOIN document_states n ON n.document = r.id AND n.state = g.code GROUP BY r.id) g ON g.id = r.id`
    : "SELECT r.period, r.family, coalesce(s.side, 'unknown') AS side FROM r LEFT JOIN s ON s.outlet = r.outlet";

/** What was read by period, in the order of the periods; with `days` only in the periods that these lie in. */
export async function readByPeriod(
  database: Database,
  query: ReadQuery,
  days?: readonly string[],
): Promise<readonly ReadCount[]> {
  const { from, to, length, outlets, sides, governments } = query;
  const governing = Object.entries(governments).flatMap(([outlet, codes]) => codes.map((code) => [outlet, code]));
  const values: Record<string, DuckDBValue> = {
    ...{ from, to },
    ...{ outlets: joined(Object.keys(sides)), sides: joined(Object.values(sides)) },
    ...(outlets && { only: joined(outlets) }),
    ...(days && { days: joined(days) }),
    ...(governing.length > 0 && {
      governing: joined(governing.map(([outlet]) => outlet)),
      codes: joined(governing.map(([, code]) => code)),
    }),
  };
  const rows = await database.read<CountRow>(
    `WITH r AS MATERIALIZED (SELECT *, ${PERIODS[length]} AS period FROM (${READ} WHERE published IS NOT NULL)
       WHERE day BETWEEN $from AND $to ${outlets ? `AND outlet IN (SELECT ${namesIn("only")})` : ""}
       ${days ? `AND period IN (SELECT ${PERIODS[length]} FROM (SELECT ${namesIn("days")} AS day))` : ""}),
     s AS (SELECT ${namesIn("outlets")} AS outlet, ${namesIn("sides")} AS side)
     ${governing.length > 0 ? `, g AS (SELECT ${namesIn("governing")} AS outlet, ${namesIn("codes")} AS code)` : ""}
     SELECT 'all' AS part, period, '' AS name, ${COUNTS} FROM r GROUP BY period
     UNION ALL SELECT 'outlet', period, outlet, ${COUNTS} FROM r GROUP BY period, outlet
     UNION ALL SELECT 'side', period, side, ${COUNTS} FROM (${sided(governing.length > 0)}) GROUP BY period, side
     ORDER BY period, name`,
    values,
  );
  return [...Map.groupBy(rows, ({ period }) => period)].map(([period, own]) => countOf(period, own));
}

/** The same, known from before, after what changed: the periods in which anything did are counted again. */
export async function readAgain(
  database: Database,
  query: ReadQuery,
  former: readonly ReadCount[],
  changes: readonly Change[],
): Promise<readonly ReadCount[]> {
  const { from, to } = query;
  const days = changes.flatMap(({ named }) => named.flatMap(({ day = "" }) => (day >= from && day <= to ? day : [])));
  if (days.length === 0) return former;
  const now = await readByPeriod(database, query, [...new Set(days)]);
  const counts = new Map([...former, ...now].map((count) => [count.period, count]));
  return [...counts.values()].sort((one, other) => (one.period < other.period ? -1 : 1));
}

function countOf(period: string, rows: readonly CountRow[]): ReadCount {
  const by = (part: CountRow["part"]): Map<string, number> =>
    new Map(rows.filter((row) => row.part === part).map(({ name, families }) => [name, families]));
  const { documents = 0, families = 0 } = rows.find(({ part }) => part === "all") ?? {};
  return { period, documents, families, byOutlet: by("outlet"), bySide: by("side") };
}

/** Documents that name both states of a dyad, the oldest first; those without a date are left out. */
export function documentsNaming(database: Database, dyad: Dyad): Promise<readonly NamingDocument[]> {
  return database.read<NamingDocument>(
    `SELECT d.day, d.family, d.outlet FROM (${READ} WHERE published IS NOT NULL) d
     WHERE d.id IN (SELECT one.document FROM document_states one SEMI JOIN
       (SELECT document FROM document_states WHERE state = $2) other ON other.document = one.document
       WHERE one.state = $1)
     ORDER BY d.day, d.id`,
    [...sortedDyad(dyad)],
  );
}

interface SpanRow {
  readonly from: string | null;
  readonly to: string | null;
  readonly families: number;
}

/** First and last day of what was read in a period, and its families; undefined where nothing was. */
export async function spanRead(
  database: Database,
  { from, to }: Period,
): Promise<{ from: string; to: string; families: number } | undefined> {
  const [row] = await database.read<SpanRow>(
    `SELECT min(day) AS "from", max(day) AS "to", count(DISTINCT family)::INTEGER AS families
     FROM (${READ} WHERE published IS NOT NULL) WHERE day BETWEEN $1 AND $2`,
    [from ?? "0000-00-00", to ?? "9999-99-99"],
  );
  return row.from === null || row.to === null ? undefined : { from: row.from, to: row.to, families: row.families };
}

/** Every publisher, in the order of their names. */
export async function publishersRead(database: Database): Promise<readonly string[]> {
  const rows = await database.read<{ publisher: string }>(
    "SELECT DISTINCT publisher FROM documents WHERE publisher IS NOT NULL ORDER BY publisher",
  );
  return rows.map(({ publisher }) => publisher);
}
