import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { onTestFinished } from "vitest";
import { type Entry, type Ledger, openLedger } from "../../src/ledger/index.ts";

export { entryOf, type Sheet, type Told } from "./plain-entries.ts";

/** An empty folder, gone when the test has finished. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "entente-ledger-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A ledger in a folder of its own, closed when the test has finished. */
export async function ledgerWith(...batches: readonly (readonly Entry[])[]): Promise<Ledger> {
  const ledger = await openLedger(join(emptyFolder(), "data"));
  onTestFinished(() => ledger.close());
  for (const batch of batches) await ledger.append(batch);
  return ledger;
}

/** Every row of a closed ledger, table by table, without the times at which it was added. */
export async function rowsOf(folder: string): Promise<Record<string, unknown[]>> {
  const instance = await DuckDBInstance.create(join(folder, "ledger.duckdb"));
  const connection = await instance.connect();
  const rows: Record<string, unknown[]> = {};
  const tables = await connection.runAndReadAll("SELECT table_name FROM duckdb_tables() ORDER BY table_name");
  for (const [table] of tables.getRowsJS() as [string][]) {
    const all = (await connection.runAndReadAll(`SELECT * FROM ${table} ORDER BY ALL`)).getRowObjectsJS();
    rows[table] = all.map(({ added: _added, ...row }) => row);
  }
  connection.closeSync();
  instance.closeSync();
  return rows;
}
