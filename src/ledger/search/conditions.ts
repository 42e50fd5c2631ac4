import { onReading } from "../kept/change.ts";
import type { Database } from "../store/database.ts";
import { type Facet, labelKey, UNITS, type UnitKind } from "./kinds.ts";
import { type Demand, demandOf, frequencySql, type Known, matchSql, type Stock } from "./match.ts";
import { termsOf } from "./terms.ts";
import type { SearchConditions } from "./types.ts";
import type { Wanted } from "./words.ts";

/** A condition as values of one facet, any of which fits. */
interface Asked {
  readonly facet: Facet;
  readonly values: readonly string[];
}

const one = (facet: Facet, value: string | undefined): Asked[] =>
  value === undefined ? [] : [{ facet, values: [value] }];

/** Both states are named; of quotations, one of the two speaks. */
function dyadAsked({ dyad }: SearchConditions, kind: UnitKind): Asked[] {
  if (dyad === undefined) return [];
  const named = dyad.flatMap((state) => one("state", state));
  return kind === "quotation" ? [...named, { facet: "actor", values: dyad }] : named;
}

function askedOf(query: SearchConditions, kind: UnitKind): Asked[] {
  const { actor, place, outlets, language } = query;
  const anywhere: Asked[] = [
    ...one("actor", actor),
    ...one("language", language),
    ...(outlets === undefined ? [] : [{ facet: "outlet" as const, values: outlets }]),
    ...one("place", place),
  ];
  return [
    ...anywhere,
    ...dyadAsked(query, kind),
    ...one("type", query.type),
    ...one("domain", query.domain),
    ...one("status", query.status),
  ];
}

const plainWords = (text: string): string =>
  ` ${termsOf(text)
    .map(({ term }) => term)
    .join(" ")} `;

async function placesNamed(database: Database, place: string): Promise<number[]> {
  const wanted = plainWords(place);
  const rows = await database.read<{ number: number; value: string }>(
    "SELECT number, value FROM labels WHERE facet = 'place'",
  );
  return wanted.trim() === ""
    ? []
    : rows.filter(({ value }) => plainWords(value).includes(wanted)).map(({ number }) => number);
}

async function labelsNamed(database: Database, { facet, values }: Asked): Promise<number[]> {
  if (facet === "place") return placesNamed(database, values.join(" "));
  const rows = await database.read<{ number: number }>(
    "SELECT number FROM labels WHERE facet = $1 AND value IN (SELECT unnest(from_json($2, '[\"VARCHAR\"]')))",
    [facet, JSON.stringify(values)],
  );
  return rows.map(({ number }) => number);
}

/** A key that no posting has: where a condition names what the ledger doesn't know, nothing fits. */
const NOTHING = -(2 ** 31) + 1;

/** What words and conditions ask of units of a kind. */
export async function demanded(
  database: Database,
  kind: UnitKind,
  wanted: Wanted,
  query: SearchConditions,
): Promise<Demand> {
  const groups = await Promise.all(
    askedOf(query, kind).map(async (asked) => {
      const numbers = await labelsNamed(database, asked);
      return numbers.length === 0 ? [NOTHING] : numbers.map((number) => labelKey(kind, asked.facet, number));
    }),
  );
  return { ...demandOf(kind, wanted, groups), from: query.from, to: query.to };
}

async function countStock(database: Database, kind: UnitKind): Promise<Stock> {
  const table = kind === "document" ? "documents" : `passages WHERE kind = ${UNITS[kind]}`;
  const [stock] = await database.read<Stock>(
    `SELECT count(*)::INTEGER AS units, coalesce(avg("length"), 1)::DOUBLE AS "length" FROM ${table}`,
  );
  return stock;
}

/** How many units of a kind there are, and how long they are on average. */
const stockOf = (database: Database, kind: UnitKind): Promise<Stock> =>
  database.kept.of(["stock", kind], () => database.kept.on(onReading(), () => countStock(database, kind)));

/** In how many units each key of a demand stands. */
async function frequencies(database: Database, { words, groups }: Demand): Promise<ReadonlyMap<number, number>> {
  const keys = [...new Set([...words, ...groups.flat()])];
  if (keys.length === 0) return new Map();
  const rows = await database.read<{ term: number; units: number }>(frequencySql(keys));
  return new Map(rows.map(({ term, units }) => [term, units]));
}

/** The days of a demand as values of a statement. */
export const daysOf = ({ from, to }: Pick<Demand, "from" | "to">): Record<string, string> => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

/** What is known of a demand's units before they are looked for. */
export async function knownOf(database: Database, demand: Demand): Promise<Known> {
  const [stock, frequency] = await Promise.all([stockOf(database, demand.kind), frequencies(database, demand)]);
  return { stock, frequency };
}

/** The statement that finds the units of a demand. */
export const matching = async (database: Database, demand: Demand): Promise<string> =>
  matchSql(demand, await knownOf(database, demand));
