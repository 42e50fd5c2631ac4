import { recluster } from "../incidents/recluster.ts";
import type { AppendResult, Entry, KnownEntry } from "../shapes.ts";
import type { Database, Writer } from "../store/database.ts";
import { diskError } from "../store/disk.ts";
import type { Originals } from "../store/originals.ts";
import { insertNew } from "./insert.ts";
import { counting, sortOut } from "./sort-out.ts";

const PARALLEL_WRITES = 16;

/** How many incidents the documents of these numbers tell of. */
async function incidentsOf(writer: Writer, seqs: readonly number[]): Promise<number> {
  const [{ incidents }] = await writer.read<{ incidents: number }>(
    `SELECT count(DISTINCT incident)::INTEGER AS incidents FROM reports
     WHERE seq IN (SELECT unnest(string_split($1, ' '))::INTEGER)`,
    [seqs.join(" ")],
  );
  return incidents;
}

/** Writes what is new in a batch, within a transaction. The originals must be in place. */
export async function storeEntries(writer: Writer, entries: readonly (Entry | KnownEntry)[]): Promise<AppendResult> {
  const sorted = await sortOut(writer, entries);
  const { reports: told, broken } = await insertNew(writer, sorted);
  await recluster(writer, told, broken);
  const added = counting(sorted.fresh);
  const ids = added.map((entry) => entry.document.id);
  return {
    added: ids,
    known: sorted.known.map((document) => document.id),
    reports: added.reduce((sum, entry) => sum + entry.reading.reports.length, 0),
    incidents:
      ids.length === 0
        ? 0
        : await incidentsOf(
            writer,
            added.map(({ seq }) => seq),
          ),
  };
}

async function writeOriginals(originals: Originals, entries: readonly KnownEntry[]): Promise<void> {
  const bytes = [...new Map(entries.map((entry) => [entry.document.original, entry.original]))];
  for (let from = 0; from < bytes.length; from += PARALLEL_WRITES) {
    const some = bytes.slice(from, from + PARALLEL_WRITES);
    await Promise.all(some.map(([sha256, original]) => originals.write(sha256, original)));
  }
}

/** Originals first, then all rows in one transaction: a crash in between leaves a whole ledger. */
export async function append(
  database: Database,
  originals: Originals,
  entries: readonly (Entry | KnownEntry)[],
  folder: string,
): Promise<AppendResult> {
  if (entries.length === 0) return { added: [], known: [], reports: 0, incidents: 0 };
  try {
    await writeOriginals(originals, entries);
    return await database.transaction((writer) => storeEntries(writer, entries), "told");
  } catch (error) {
    throw diskError(error, folder);
  }
}
