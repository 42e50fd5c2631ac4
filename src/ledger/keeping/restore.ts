import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { EntenteError } from "../../schema/index.ts";
import { Database } from "../store/database.ts";
import { assertFormat, writeFormat } from "../store/format.ts";
import { claimFolder, copyFolder, copyOriginals } from "./copy.ts";
import { type ExportFormat, importTables } from "./export.ts";

const FORMATS: readonly ExportFormat[] = ["parquet", "csv", "ndjson"];

/** Puts a backup in place as a data folder of its own. Errors: data.newer, data.damaged, data.occupied, data.unwritable. */
export async function restoreLedger(backup: string, folder: string): Promise<void> {
  await assertFormat(backup);
  await copyFolder(backup, folder);
}

async function formatIn(folder: string): Promise<ExportFormat> {
  const files = await readdir(folder);
  const format = FORMATS.find((each) => files.includes(`documents.${each}`));
  if (!format) throw new EntenteError("data.damaged", { path: folder, detail: "it holds no exported tables" });
  return format;
}

/** Makes a data folder of exported files: the same ledger again. Errors: those of `restoreLedger`. */
export async function importLedger(exported: string, folder: string): Promise<void> {
  await assertFormat(exported);
  const format = await formatIn(exported);
  await claimFolder(folder);
  await copyOriginals(exported, folder);
  const database = await Database.open(join(folder, "ledger.duckdb"));
  try {
    await database.createTables();
    await database.transaction((writer) => importTables(writer, exported, format));
  } finally {
    database.close();
  }
  await writeFormat(folder);
}
