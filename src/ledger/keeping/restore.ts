import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { EntenteError } from "../../schema/index.ts";
import { Database } from "../store/database.ts";
import { assertFormat, FORMAT, formatOf, writeFormat } from "../store/format.ts";
import { isMissing } from "../store/missing.ts";
import { claimFolder, copyFolder, copyOriginals } from "./copy.ts";
import { importTables, type TableFormat } from "./export.ts";
import { TABLES_FOLDER } from "./freeze-record.ts";
import { rebuild } from "./rebuild.ts";

const FORMATS: readonly TableFormat[] = ["parquet", "csv", "ndjson"];

/** Puts a backup in place as a data folder of its own. Errors: data.newer, data.damaged, data.occupied, data.unwritable. */
export async function restoreLedger(backup: string, folder: string): Promise<void> {
  await assertFormat(backup);
  await copyFolder(backup, folder);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Where the exported tables of a folder are, and as what; those of a freeze are in a folder of their own. */
async function tablesIn(folder: string): Promise<{ format: TableFormat; tables: string }> {
  for (const tables of [folder, join(folder, TABLES_FOLDER)]) {
    const files = await namesIn(tables);
    const format = FORMATS.find((each) => files.includes(`documents.${each}`));
    if (format) return { format, tables };
  }
  throw new EntenteError("data.damaged", { path: folder, detail: "it holds no exported tables" });
}

/** Whether a folder holds an exported ledger, or a freeze. */
export async function isExport(folder: string): Promise<boolean> {
  return tablesIn(folder).then(
    () => true,
    () => false,
  );
}

/** Makes a data folder of exported files: the same ledger again, in the tables of today. Errors: those of `restoreLedger`. */
export async function importLedger(exported: string, folder: string): Promise<void> {
  await assertFormat(exported);
  const earlier = ((await formatOf(exported)) ?? FORMAT) < FORMAT;
  const { format, tables } = await tablesIn(exported);
  await claimFolder(folder);
  await copyOriginals(exported, folder);
  const database = await Database.open(join(folder, "ledger.duckdb"));
  try {
    await database.createTables();
    await database.transaction((writer) => importTables(writer, tables, format, earlier));
  } finally {
    database.close();
  }
  if (earlier) (await rebuild(folder, await Database.open(join(folder, "ledger.duckdb")))).close();
  await writeFormat(folder);
}
