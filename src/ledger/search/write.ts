import type { Fresh } from "../append/sort-out.ts";
import type { Row, Writer } from "../store/database.ts";
import { COUNTED, type Facet, type Label, labelKeys, UNITS } from "./kinds.ts";
import { labelRows, lengthOfTexts, wordRows } from "./postings.ts";
import { dayOfEntry, type Unit, unitsOf } from "./units.ts";

/** Postings that came last stand unsorted until there are so many; then they are laid beside the others as a sorted run. */
const RUN = 4_000_000;

interface Numbered {
  readonly unit: Unit;
  readonly number: number;
  readonly entry: Fresh;
}

const labelName = (facet: string, value: string): string => `${facet} ${value}`;

const classOf = (facet: Facet): "counted" | "other" => (COUNTED.has(facet) ? "counted" : "other");

async function lastNumbers(writer: Writer): Promise<Record<"counted" | "other", number>> {
  const counted = [...COUNTED].map((facet) => `'${facet}'`).join(", ");
  const [last] = await writer.read<Record<"counted" | "other", number>>(
    `SELECT coalesce(max(number) FILTER (facet IN (${counted})), 0)::INTEGER AS counted,
       coalesce(max(number) FILTER (facet NOT IN (${counted})), 0)::INTEGER AS other FROM labels`,
  );
  return { ...last };
}

/** The numbers of labels, those that are new added to their table. */
async function numberLabels(
  writer: Writer,
  labels: readonly Label[],
): Promise<(facet: string, value: string) => number> {
  const wanted = new Map(labels.map((label) => [labelName(label.facet, label.value), label]));
  const stored = await writer.read<{ facet: Facet; value: string; number: number }>(
    "SELECT number, facet, value FROM labels WHERE value IN (SELECT unnest(from_json($1, '[\"VARCHAR\"]')))",
    [JSON.stringify([...new Set(labels.map(({ value }) => value))])],
  );
  const numbers = new Map(stored.map(({ facet, value, number }) => [labelName(facet, value), number]));
  const last = await lastNumbers(writer);
  const rows: Row[] = [];
  for (const [name, { facet, value }] of wanted) {
    if (numbers.has(name)) continue;
    last[classOf(facet)] += 1;
    numbers.set(name, last[classOf(facet)]);
    rows.push([last[classOf(facet)], facet, value]);
  }
  await writer.insert("labels", rows);
  return (facet, value) => numbers.get(labelName(facet, value)) ?? 0;
}

async function lastPassage(writer: Writer): Promise<number> {
  const [{ last }] = await writer.read<{ last: number }>(
    "SELECT coalesce(max(number), 0)::INTEGER AS last FROM passages",
  );
  return last;
}

/** Documents go by their number in the order of arrival, what stands in them by numbers of its own. */
async function numbered(writer: Writer, entries: readonly Fresh[]): Promise<Numbered[]> {
  let next = await lastPassage(writer);
  return entries.flatMap((entry) =>
    unitsOf(entry).map((unit) => ({ entry, unit, number: unit.kind === "document" ? entry.seq : ++next })),
  );
}

const passageRow = ({ unit, number, entry }: Numbered): Row => [
  number,
  UNITS[unit.kind],
  entry.seq,
  entry.document.id,
  unit.id,
  dayOfEntry(entry),
  unit.actor ?? null,
  lengthOfTexts(unit.texts),
];

/**
 * Takes out what an older reading gave to search. The words of its passages stay and lead nowhere, since whatever is
 * found must be a passage of a kind; the numbers of the passages stay too, so that none is given twice.
 */
async function clearReadings(writer: Writer, recoded: readonly Fresh[]): Promise<void> {
  if (recoded.length === 0) return;
  const numbers = recoded.map(({ seq }) => seq).join(", ");
  const [from, to] = labelKeys("document");
  for (const table of ["postings", "postings_recent"])
    await writer.run(`DELETE FROM ${table} WHERE term BETWEEN ${from} AND ${to} AND unit IN (${numbers})`);
  await writer.run(`UPDATE passages SET kind = NULL WHERE seq IN (${numbers})`);
}

/** Lays the postings that came last beside the others, sorted by term, so that a search reads only its own terms. */
async function sortRun(writer: Writer, size: number): Promise<void> {
  const [{ recent }] = await writer.read<{ recent: number }>("SELECT count(*)::INTEGER AS recent FROM postings_recent");
  if (recent < size) return;
  await writer.run("INSERT INTO postings SELECT * FROM postings_recent ORDER BY term, unit");
  await writer.run("DELETE FROM postings_recent");
}

/** Writes down all by which search finds these documents, what is said in them and what they report. */
export async function insertSearched(writer: Writer, entries: readonly Fresh[], run = RUN): Promise<void> {
  await clearReadings(
    writer,
    entries.filter(({ isNew }) => !isNew),
  );
  const units = await numbered(writer, entries);
  const numberOf = await numberLabels(
    writer,
    units.flatMap(({ unit }) => unit.labels),
  );
  await writer.insert("passages", units.filter(({ unit }) => unit.kind !== "document").map(passageRow));
  await writer.insert(
    "postings_recent",
    units.flatMap(({ unit, number, entry }) => [
      ...(unit.kind !== "document" || entry.isNew ? wordRows(unit, number) : []),
      ...labelRows(unit, number, numberOf),
    ]),
  );
  await sortRun(writer, run);
}
