import { copyFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { storeEntries } from "../append/append.ts";
import { Database, type Row } from "../store/database.ts";
import type { Originals } from "../store/originals.ts";
import { TABLES } from "../store/tables.ts";
import { entriesOf } from "./entries.ts";

async function carryCopies(from: Database, to: Database): Promise<void> {
  const columns = TABLES.copies.map(([name]) => name);
  const [{ there }] = await from.read<{ there: boolean }>(
    "SELECT count(*) = $1 AS there FROM duckdb_columns() WHERE table_name = 'copies' AND list_contains(string_split($2, ' '), column_name)",
    [columns.length, columns.join(" ")],
  );
  if (!there) return;
  const rows = await from.read<Record<string, string | null>>(`SELECT ${columns.join(", ")} FROM copies`);
  await to.transaction((writer) =>
    writer.insert(
      "copies",
      rows.map((row): Row => columns.map((name) => row[name])),
    ),
  );
}

/**
 * Brings a ledger with the tables of an earlier version into today's: everything but documents and readings follows
 * from those, so they are appended anew to a fresh file, which then takes the old one's place. The old file stays
 * beside it as `ledger.before.duckdb`. A crash on the way leaves the old ledger as it was.
 */
export async function rebuild(folder: string, outdated: Database, originals: Originals): Promise<Database> {
  const [file, before, next] = ["ledger", "ledger.before", "ledger.next"].map((name) => join(folder, `${name}.duckdb`));
  await rm(next, { force: true });
  const fresh = await Database.open(next);
  try {
    await fresh.createTables();
    for await (const entries of entriesOf(outdated, originals))
      await fresh.transaction((writer) => storeEntries(writer, entries));
    await carryCopies(outdated, fresh);
  } finally {
    fresh.close();
    outdated.close();
  }
  await copyFile(file, before);
  await rename(next, file);
  return Database.open(file);
}
