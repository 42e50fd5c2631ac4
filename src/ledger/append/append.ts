import { EntenteError } from "../../schema/index.ts";
import { recluster } from "../incidents/recluster.ts";
import { reportRow, type StoredReport } from "../incidents/stored.ts";
import type { Database, Writer } from "../store/database.ts";
import type { Originals } from "../store/originals.ts";
import type { AppendResult, Entry } from "../types.ts";
import {
  documentRow,
  documentStateRows,
  mentionRows,
  quotationRows,
  readingRow,
  reportActorRows,
  reportsOf,
} from "./rows.ts";

const PARALLEL_WRITES = 16;
/** The tables that hold the newest reading of a document only. */
const DERIVED = ["mentions", "reports", "report_actors", "quotations", "document_states"];

const readingKey = ({ document, reading }: Entry): string =>
  JSON.stringify([document.id, reading.coder.version, reading.coder.model, reading.coder.knowledge]);

/** Entries whose reading is not in the ledger, each once, and the ids of the others. */
async function sortOut(writer: Writer, entries: readonly Entry[]): Promise<{ fresh: Entry[]; known: string[] }> {
  const stored = await writer.read<{ document: string; coder: string; model: string; knowledge: string }>(
    "SELECT document, coder, model, knowledge FROM readings WHERE document IN (SELECT unnest(string_split($1, ' ')))",
    [entries.map((entry) => entry.document.id).join(" ")],
  );
  const seen = new Set(stored.map((row) => JSON.stringify([row.document, row.coder, row.model, row.knowledge])));
  const fresh: Entry[] = [];
  const known: string[] = [];
  for (const entry of entries) {
    const key = readingKey(entry);
    if (seen.has(key)) known.push(entry.document.id);
    else fresh.push(entry);
    seen.add(key);
  }
  return { fresh, known };
}

/** The number of each document among all documents, in the order in which they came. New ones get the next. */
async function numberDocuments(writer: Writer, entries: readonly Entry[]): Promise<Map<string, number>> {
  const ids = entries.map((entry) => entry.document.id);
  const stored = await writer.read<{ id: string; seq: number }>(
    "SELECT id, seq FROM documents WHERE id IN (SELECT unnest(string_split($1, ' ')))",
    [ids.join(" ")],
  );
  const [{ last }] = await writer.read<{ last: number }>(
    "SELECT coalesce(max(seq), 0)::INTEGER AS last FROM documents",
  );
  const numbers = new Map(stored.map((row) => [row.id, row.seq]));
  let next = last + 1;
  for (const id of ids) if (!numbers.has(id)) numbers.set(id, next++);
  return numbers;
}

/** Takes out what older readings of these documents gave, and says which strands thereby lost a report. */
async function clearDerived(writer: Writer, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const list = ids.join(" ");
  const rows = await writer.read<{ strand: string }>(
    "SELECT DISTINCT strand FROM reports WHERE strand IS NOT NULL AND document IN (SELECT unnest(string_split($1, ' ')))",
    [list],
  );
  for (const table of DERIVED)
    await writer.run(`DELETE FROM ${table} WHERE document IN (SELECT unnest(string_split($1, ' ')))`, [list]);
  return new Set(rows.map((row) => row.strand));
}

/** Where a batch holds a document twice (by two coders), the last reading counts. */
const lastOfEach = (entries: readonly Entry[]): Entry[] => [
  ...new Map(entries.map((entry) => [entry.document.id, entry])).values(),
];

/**
 * Writes the rows of new readings, but for reports that name states: those are given back for clustering to write,
 * with the strands that lost a report.
 */
async function insertEntries(
  writer: Writer,
  fresh: readonly Entry[],
): Promise<{ reports: StoredReport[]; broken: Set<string> }> {
  const added = new Date().toISOString();
  const [{ last }] = await writer.read<{ last: number }>(
    "SELECT coalesce(max(seq), 0)::INTEGER AS last FROM documents",
  );
  const numbers = await numberDocuments(writer, fresh);
  const numberOf = (entry: Entry): number => numbers.get(entry.document.id) ?? 0;
  const counting = lastOfEach(fresh);
  const isNew = (entry: Entry): boolean => numberOf(entry) > last;
  const broken = await clearDerived(
    writer,
    counting.filter((entry) => !isNew(entry)).map((entry) => entry.document.id),
  );
  const [{ readings }] = await writer.read<{ readings: number }>(
    "SELECT coalesce(max(seq), 0)::INTEGER AS readings FROM readings",
  );
  await writer.insert(
    "documents",
    counting.filter(isNew).map((entry) => documentRow(entry.document, numberOf(entry), added)),
  );
  await writer.insert(
    "readings",
    fresh.map((entry, index) => readingRow(entry, readings + 1 + index, added)),
  );
  const rows = <T>(make: (entry: Entry) => readonly T[]): T[] => counting.flatMap((entry) => [...make(entry)]);
  await writer.insert(
    "mentions",
    rows((entry) => mentionRows(entry.document, entry.reading)),
  );
  const reports = rows((entry) => reportsOf(entry, numberOf(entry)));
  const stateless = reports.filter((report) => report.block === "");
  await writer.insert("reports", stateless.map(reportRow));
  await writer.insert(
    "report_actors",
    rows((entry) => reportActorRows(entry.document, entry.reading)),
  );
  await writer.insert(
    "quotations",
    rows((entry) => quotationRows(entry.document, entry.reading, numberOf(entry))),
  );
  await writer.insert(
    "document_states",
    rows((entry) => documentStateRows(entry.document, entry.reading)),
  );
  return { reports: reports.filter((report) => report.block !== ""), broken };
}

async function store(writer: Writer, entries: readonly Entry[]): Promise<AppendResult> {
  const { fresh, known } = await sortOut(writer, entries);
  if (fresh.length === 0) return { added: [], known, reports: 0, incidents: 0 };
  const { reports: told, broken } = await insertEntries(writer, fresh);
  await recluster(writer, told, broken);
  const added = lastOfEach(fresh).map((entry) => entry.document.id);
  const [{ incidents }] = await writer.read<{ incidents: number }>(
    `SELECT count(DISTINCT incident)::INTEGER AS incidents FROM reports
     WHERE document IN (SELECT unnest(string_split($1, ' ')))`,
    [added.join(" ")],
  );
  const reports = lastOfEach(fresh).reduce((sum, entry) => sum + entry.reading.reports.length, 0);
  return { added, known, reports, incidents };
}

async function writeOriginals(originals: Originals, entries: readonly Entry[]): Promise<void> {
  const bytes = [...new Map(entries.map((entry) => [entry.document.original, entry.original]))];
  for (let from = 0; from < bytes.length; from += PARALLEL_WRITES) {
    const some = bytes.slice(from, from + PARALLEL_WRITES);
    await Promise.all(some.map(([sha256, original]) => originals.write(sha256, original)));
  }
}

function writeError(cause: unknown, folder: string): unknown {
  const detail = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
  const ofDisk = /no space|read-only|permission denied|could not write|ENOSPC|EROFS|EACCES|EIO/i.test(detail);
  return ofDisk ? new EntenteError("data.unwritable", { path: folder, detail }, { cause }) : cause;
}

/** Originals first, then all rows in one transaction: a crash in between leaves a whole ledger. */
export async function append(
  database: Database,
  originals: Originals,
  entries: readonly Entry[],
  folder: string,
): Promise<AppendResult> {
  try {
    await writeOriginals(originals, entries);
    return await database.transaction((writer) => store(writer, entries));
  } catch (error) {
    throw writeError(error, folder);
  }
}
