import type { Document } from "../../schema/index.ts";
import type { Entry, KnownEntry } from "../shapes.ts";
import type { Writer } from "../store/database.ts";

/** An entry whose reading is not in the ledger yet, with its document's number in the order of arrival. */
export interface Fresh extends Entry {
  readonly seq: number;
  /** Whether the document is not in the ledger either. */
  readonly isNew: boolean;
}

/** What a batch holds that is new, and the documents in it that are known. */
export interface Sorted {
  readonly fresh: readonly Fresh[];
  readonly known: readonly Document[];
}

const IDS = "(SELECT unnest(string_split($1, ' ')))";

const readingKey = (document: string, coder: string, model: string, knowledge: string): string =>
  JSON.stringify([document, coder, model, knowledge]);

const keyOf = ({ document, reading: { coder } }: Entry): string =>
  readingKey(document.id, coder.version, coder.model, coder.knowledge);

async function storedKeys(writer: Writer, ids: string): Promise<Set<string>> {
  const rows = await writer.read<{ document: string; coder: string; model: string; knowledge: string }>(
    `SELECT document, coder, model, knowledge FROM readings WHERE document IN ${IDS}`,
    [ids],
  );
  return new Set(rows.map((row) => readingKey(row.document, row.coder, row.model, row.knowledge)));
}

/** The numbers of the documents that are stored, and the last number given. */
async function storedNumbers(writer: Writer, ids: string): Promise<{ numbers: Map<string, number>; last: number }> {
  const rows = await writer.read<{ id: string; seq: number }>(`SELECT id, seq FROM documents WHERE id IN ${IDS}`, [
    ids,
  ]);
  const [{ last }] = await writer.read<{ last: number }>(
    "SELECT coalesce(max(seq), 0)::INTEGER AS last FROM documents",
  );
  return { numbers: new Map(rows.map((row) => [row.id, row.seq])), last };
}

/** Tells new readings from known ones, each once, and numbers new documents on from the last. */
export async function sortOut(writer: Writer, entries: readonly (Entry | KnownEntry)[]): Promise<Sorted> {
  const ids = entries.map((entry) => entry.document.id).join(" ");
  const seen = await storedKeys(writer, ids);
  const { numbers, last } = await storedNumbers(writer, ids);
  const fresh: Fresh[] = [];
  const known: Document[] = [];
  let next = last + 1;
  for (const entry of entries) {
    if (!("reading" in entry)) {
      if (numbers.has(entry.document.id)) known.push(entry.document);
      continue;
    }
    const key = keyOf(entry);
    if (seen.has(key)) {
      known.push(entry.document);
      continue;
    }
    seen.add(key);
    const seq = numbers.get(entry.document.id) ?? next++;
    numbers.set(entry.document.id, seq);
    fresh.push({ ...entry, seq, isNew: seq > last });
  }
  return { fresh, known };
}

/** Where a batch holds a document twice (by two coders), its last reading counts. */
export const counting = (fresh: readonly Fresh[]): Fresh[] => [
  ...new Map(fresh.map((entry) => [entry.document.id, entry])).values(),
];
