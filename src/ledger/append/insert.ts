import { type Families, joinFamilies } from "../families/join.ts";
import { reportRow, type StoredReport } from "../incidents/stored.ts";
import { applyReviews } from "../reviews/apply.ts";
import { judgementRows, statesOf } from "../reviews/judgements.ts";
import { reviewsOf } from "../reviews/records.ts";
import { insertSearched } from "../search/write.ts";
import type { Row, Writer } from "../store/database.ts";
import { copiesOf } from "./copies.ts";
import {
  documentRow,
  documentStateRows,
  mentionRows,
  quotationRows,
  readingRow,
  reportActorRows,
  reportsOf,
} from "./rows.ts";
import { counting, type Fresh, type Sorted } from "./sort-out.ts";

/** The tables that hold the newest reading of a document only. */
const DERIVED = ["mentions", "reports", "report_actors", "quotations", "document_states", "judgements"];
const IDS = "(SELECT unnest(string_split($1, ' ')))";

/** What clustering has to do: reports that came in, and the strands that lost or changed one. */
export interface ToCluster {
  readonly reports: readonly StoredReport[];
  readonly broken: ReadonlySet<string>;
}

async function strandsWhere(
  writer: Writer,
  column: "document" | "family",
  values: readonly string[],
): Promise<string[]> {
  if (values.length === 0) return [];
  const rows = await writer.read<{ strand: string }>(
    `SELECT DISTINCT strand FROM reports WHERE strand IS NOT NULL AND ${column} IN ${IDS}`,
    [values.join(" ")],
  );
  return rows.map((row) => row.strand);
}

/** Takes out what older readings of these documents gave; gives the strands that thereby lost a report. */
async function clearDerived(writer: Writer, ids: readonly string[]): Promise<string[]> {
  const strands = await strandsWhere(writer, "document", ids);
  if (ids.length > 0)
    for (const table of DERIVED) await writer.run(`DELETE FROM ${table} WHERE document IN ${IDS}`, [ids.join(" ")]);
  return strands;
}

/** Writes down that families turned out to be one; gives the strands whose sources thereby became fewer. */
async function mergeFamilies(writer: Writer, merged: Families["merged"]): Promise<string[]> {
  if (merged.size === 0) return [];
  const strands = await strandsWhere(writer, "family", [...merged.keys()]);
  const moved = await writer.read<{ id: string }>(`SELECT id FROM documents WHERE family IN ${IDS}`, [
    [...merged.keys()].join(" "),
  ]);
  writer.written.recounted(moved.map(({ id }) => id));
  for (const [former, now] of merged)
    for (const table of ["documents", "reports"])
      await writer.run(`UPDATE ${table} SET family = $1 WHERE family = $2`, [now, former]);
  return strands;
}

async function storedFamilies(writer: Writer, entries: readonly Fresh[]): Promise<[string, string][]> {
  const known = entries.filter((entry) => !entry.isNew).map((entry) => entry.document.id);
  if (known.length === 0) return [];
  const rows = await writer.read<{ id: string; family: string }>(
    `SELECT id, family FROM documents WHERE id IN ${IDS}`,
    [known.join(" ")],
  );
  return rows.map((row) => [row.id, row.family]);
}

async function lastReading(writer: Writer): Promise<number> {
  const [{ last }] = await writer.read<{ last: number }>("SELECT coalesce(max(seq), 0)::INTEGER AS last FROM readings");
  return last;
}

/** Writes a table's rows of all entries. */
const inserter =
  (writer: Writer, entries: readonly Fresh[]) =>
  (table: string, rowsOf: (entry: Fresh) => readonly Row[]): Promise<void> =>
    writer.insert(
      table,
      entries.flatMap((entry) => [...rowsOf(entry)]),
    );

/** The entries with their readings as people left them: reviews outlive a reading. */
async function asReviewed(writer: Writer, entries: readonly Fresh[]) {
  const ids = entries.map(({ document }) => document.id);
  const reviews = Map.groupBy(await reviewsOf(writer, ids), ({ document }) => document);
  return entries.map((entry) => {
    const judgements = applyReviews(entry.reading, entry.domains, reviews.get(entry.document.id) ?? []);
    const { reading, domains } = judgements;
    return { ...entry, reading, domains, judgements, reviewed: statesOf(judgements) };
  });
}

/**
 * Writes the rows of what is new in a batch, but for reports that name states: those are for clustering to write.
 */
export async function insertNew(writer: Writer, { fresh, known }: Sorted): Promise<ToCluster> {
  const now = new Date().toISOString();
  const entries = counting(fresh);
  const newcomers = entries.filter((entry) => entry.isNew);
  const recoded = entries.filter((entry) => !entry.isNew).map((entry) => entry.document.id);
  writer.written.recounted(recoded);
  const broken = await clearDerived(writer, recoded);
  const families = await joinFamilies(
    writer,
    newcomers.map(({ document, seq }) => ({ id: document.id, seq, text: document.text })),
  );
  broken.push(...(await mergeFamilies(writer, families.merged)));
  const familyOf = new Map([...families.familyOf, ...(await storedFamilies(writer, entries))]);
  const familyIn = ({ document }: Fresh): string => familyOf.get(document.id) ?? `f${document.id.slice(1)}`;
  const last = await lastReading(writer);

  await inserter(writer, newcomers)("documents", (entry) => [
    documentRow(entry.document, entry.seq, familyIn(entry), entry.added ?? now),
  ]);
  await writer.insert(
    "readings",
    fresh.map((entry, index) => readingRow(entry, last + 1 + index, entry.added ?? now)),
  );
  await insertSearched(writer, entries);
  const insert = inserter(writer, entries);
  await insert("mentions", ({ document, reading }) => mentionRows(document, reading));
  const tellings = await asReviewed(writer, entries);
  await writer.insert(
    "report_actors",
    tellings.flatMap(({ document, reading }) => reportActorRows(document, reading)),
  );
  await writer.insert(
    "judgements",
    tellings.flatMap(({ document, judgements }) => judgementRows(document.id, judgements)),
  );
  await insert("quotations", ({ document, reading, seq }) => quotationRows(document, reading, seq));
  await insert("document_states", ({ document, reading }) => documentStateRows(document, reading));
  await writer.insert("copies", await copiesOf(writer, [...known, ...fresh.map((entry) => entry.document)], now));
  const reports = tellings.flatMap((telling) => reportsOf(telling, telling.seq, familyIn(telling)));
  await writer.insert("reports", reports.filter((report) => report.states === "").map(reportRow));
  return { reports: reports.filter((report) => report.states !== ""), broken: new Set(broken) };
}
