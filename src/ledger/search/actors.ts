import type { Period } from "../shapes.ts";
import type { Database } from "../store/database.ts";
import { daysOf, demanded, matching } from "./conditions.ts";
import { isEmpty } from "./find.ts";
import { type Facet, labelKey, labelKeys, labelNumber, type UnitKind } from "./kinds.ts";
import { type Demand, facetSql, labelledSql } from "./match.ts";
import type { ActorTally, ActorTotals, SearchConditions } from "./types.ts";
import { wantedOf } from "./words.ts";

interface Labelled {
  readonly term: number;
  readonly units: number;
}

interface Label {
  readonly number: number;
  readonly value: string;
}

const NO_WORDS = wantedOf("");

/** How many units of a kind that meet the conditions have each value of a facet. */
async function tally(
  database: Database,
  kind: UnitKind,
  facet: Facet,
  conditions: SearchConditions,
): Promise<ReadonlyMap<string, number>> {
  const demand = await demanded(database, kind, NO_WORDS, conditions);
  const [from, to] = labelKeys(kind);
  const rows = isEmpty(demand)
    ? await database.read<Labelled>(labelledSql(from, to))
    : await database.read<Labelled>(
        `WITH m AS MATERIALIZED (${await matching(database, demand)}) ${labelledSql(from, to, "m")}`,
        daysOf(demand),
      );
  const names = await database.read<Label>("SELECT number, value FROM labels WHERE facet = $1", [facet]);
  const counts = new Map(rows.map(({ term, units }) => [term, units]));
  return new Map(
    names.flatMap(({ number, value }) => {
      const count = counts.get(labelKey(kind, facet, number));
      return count === undefined ? [] : [[value, count] as const];
    }),
  );
}

/** Everybody who speaks or acts in what meets the conditions, with how often. */
export async function actorTallies(database: Database, conditions: SearchConditions): Promise<readonly ActorTally[]> {
  const [said, did] = await Promise.all([
    tally(database, "quotation", "actor", conditions),
    tally(database, "report", "doer", conditions),
  ]);
  return [...new Set([...said.keys(), ...did.keys()])].map((actor) => ({
    actor,
    said: said.get(actor) ?? 0,
    did: did.get(actor) ?? 0,
  }));
}

interface Said {
  readonly part: "month" | "label";
  readonly value: string;
  readonly key: number;
  readonly count: number;
}

/** What an actor says: by month, and by the labels of the quotations. */
async function saidBy(database: Database, actor: string, period: Period): Promise<readonly Said[]> {
  const demand = await demanded(database, "quotation", NO_WORDS, { ...period, actor });
  return database.read<Said>(
    `WITH m AS MATERIALIZED (${await matching(database, demand)})
     (SELECT 'month' AS part, coalesce(substr(day, 1, 7), '') AS value, 0 AS "key", count(*)::INTEGER AS "count" FROM m GROUP BY value)
     UNION ALL (SELECT 'label', '', term, units FROM (${facetSql("quotation")}))`,
    daysOf(demand),
  );
}

interface Did {
  readonly id: string;
  readonly type: string;
  readonly domain: string;
  readonly month: string | null;
  readonly others: string | null;
}

/** The incidents in which an actor acts and which happened, newest first. */
async function didBy(database: Database, actor: string, { from, to }: Period): Promise<readonly Did[]> {
  const doers = await database.read<{ number: number }>(
    "SELECT number FROM labels WHERE facet = 'doer' AND value = $1",
    [actor],
  );
  if (doers.length === 0) return [];
  const demand: Demand = {
    kind: "report",
    words: [],
    excluded: [],
    groups: [doers.map(({ number }) => labelKey("report", "doer", number))],
  };
  const days = [
    ...(from === undefined ? [] : ["i.day_to >= $from"]),
    ...(to === undefined ? [] : ["i.day_from <= $to"]),
  ];
  return database.read<Did>(
    `WITH u AS (${await matching(database, demand)}),
     t AS (SELECT DISTINCT r.incident AS id FROM u JOIN reports r ON r.seq = u.seq AND r.id = u.id
       WHERE r.incident IS NOT NULL),
     d AS (SELECT incident AS id, a || '+' || b AS pair FROM incident_dyads SEMI JOIN t ON t.id = incident)
     SELECT i.id, i.type, i.domain, substr(i.day_from, 1, 7) AS "month", string_agg(d.pair, '+' ORDER BY d.pair) AS others
     FROM t JOIN incidents i ON i.id = t.id LEFT JOIN d ON d.id = t.id
     WHERE ${["i.status = 'happened'", ...days].join(" AND ")}
     GROUP BY i.id, i.type, i.domain, i.day_from, i.day_to ORDER BY i.day_to DESC NULLS LAST, i.id`,
    daysOf({ from, to }),
  );
}

type Both = { said: number; did: number };

/** Counts of what is said and done by one value, in the order of the values. */
function together<K extends string>(
  name: K,
  said: Iterable<readonly [string, number]>,
  did: readonly (string | null)[],
): ({ readonly [key in K]: string } & Both)[] {
  const rows = new Map<string, Both>();
  const at = (value: string): Both => {
    const row = rows.get(value) ?? { said: 0, did: 0 };
    rows.set(value, row);
    return row;
  };
  for (const [value, count] of said) if (value !== "") at(value).said += count;
  for (const value of did) if (value !== null) at(value).did += 1;
  return [...rows]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([value, both]) => ({ [name]: value, ...both }) as { readonly [key in K]: string } & Both);
}

function countersOf(did: readonly Did[], country: string | undefined): { country: string; incidents: number }[] {
  const counts = new Map<string, number>();
  for (const { others } of did)
    for (const code of new Set(others?.split("+") ?? []))
      if (code !== country) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, incidents]) => ({ country: code, incidents }))
    .sort((one, other) => other.incidents - one.incidents || (one.country < other.country ? -1 : 1));
}

async function documentsNaming(database: Database, actor: string, period: Period): Promise<number> {
  const demand = await demanded(database, "document", NO_WORDS, { ...period, actor });
  const [{ documents }] = await database.read<{ documents: number }>(
    `SELECT count(*)::INTEGER AS documents FROM (${await matching(database, demand)})`,
    daysOf(demand),
  );
  return documents;
}

/** What one actor says and does in a period, counted. `country` is its own, which is no counterpart of it. */
export async function actorTotals(
  database: Database,
  actor: string,
  period: Period,
  country: string | undefined,
): Promise<ActorTotals> {
  const [documents, said, did, labels] = await Promise.all([
    documentsNaming(database, actor, period),
    saidBy(database, actor, period),
    didBy(database, actor, period),
    database.read<Label & { facet: Facet }>("SELECT * FROM labels WHERE facet IN ('type', 'domain', 'outlet')"),
  ]);
  const months = said.filter(({ part }) => part === "month");
  const counts = new Map(
    said.filter(({ part }) => part === "label").map(({ key, count }) => [labelNumber(key), count]),
  );
  const valuesOf = (facet: Facet): [string, number][] =>
    labels
      .filter((label) => label.facet === facet && counts.has(label.number))
      .map(({ number, value }) => [value, counts.get(number) ?? 0]);
  return {
    documents,
    said: months.reduce((sum, { count }) => sum + count, 0),
    did: did.length,
    months: together(
      "month",
      months.map(({ value, count }) => [value, count] as const),
      did.map(({ month }) => month),
    ),
    types: together(
      "value",
      valuesOf("type"),
      did.map(({ type }) => type),
    ),
    domains: together(
      "value",
      valuesOf("domain"),
      did.map(({ domain }) => domain),
    ),
    counterparts: countersOf(did, country),
    outlets: valuesOf("outlet")
      .map(([outlet, quotations]) => ({ outlet, quotations }))
      .sort((one, other) => other.quotations - one.quotations || (one.outlet < other.outlet ? -1 : 1)),
    incidents: did.map(({ id }) => id),
  };
}
