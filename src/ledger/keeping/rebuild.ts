import { copyFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { storeEntries } from "../append/append.ts";
import { type Cell, Database, type Row } from "../store/database.ts";
import type { Originals } from "../store/originals.ts";
import { TABLES } from "../store/tables.ts";
import { entriesOf } from "./entries.ts";

/** The tables that don't follow from documents and readings. */
const CARRIED = ["copies", "gdelt_events"];
const PAGE = 20_000;

/** Takes the rows of a table over, where the outdated ledger has it with today's columns. */
async function carry(from: Database, to: Database, table: string): Promise<void> {
  const columns = TABLES[table].map(([name]) => name);
  const [{ there }] = await from.read<{ there: boolean }>(
    "SELECT count(*) = $1 AS there FROM duckdb_columns() WHERE table_name = $2 AND list_contains(string_split($3, ' '), column_name)",
    [columns.length, table, columns.join(" ")],
  );
  if (!there) return;
  for (let offset = 0; ; offset += PAGE) {
    const rows = await from.read<Record<string, Cell>>(
      `SELECT ${columns.map((name) => `"${name}"`).join(", ")} FROM ${table} ORDER BY rowid LIMIT ${PAGE} OFFSET ${offset}`,
    );
    if (rows.length === 0) return;
    await to.transaction((writer) =>
      writer.insert(
        table,
        rows.map((row): Row => columns.map((name) => row[name])),
      ),
    );
  }
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
    for (const table of CARRIED) await carry(outdated, fresh, table);
  } finally {
    fresh.close();
    outdated.close();
  }
  await copyFile(file, before);
  await rename(next, file);
  return Database.open(file);
}
