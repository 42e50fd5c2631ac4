import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { EntenteError } from "../schema/index.ts";
import { isFreeze } from "./keeping/freeze-record.ts";
import { rebuild } from "./keeping/rebuild.ts";
import { DuckDBLedger } from "./ledger.ts";
import { Database } from "./store/database.ts";
import { assertFormat, prepareFolder } from "./store/format.ts";
import { migrate } from "./store/migrate.ts";
import { Originals } from "./store/originals.ts";
import type { Ledger } from "./types.ts";

/** The folders this process holds: DuckDB's lock keeps other processes out, but not a second opening by this one. */
const held = new Set<string>();

function openError(cause: unknown, folder: string): EntenteError {
  const detail = (cause instanceof Error ? cause.message : String(cause)).split("\n")[0];
  if (/could not set lock|conflicting lock/i.test(detail))
    return new EntenteError("data.busy", { path: folder }, { cause });
  if (/permission denied|read-only|no space|cannot open file/i.test(detail))
    return new EntenteError("data.unwritable", { path: folder, detail }, { cause });
  return new EntenteError("data.damaged", { path: folder, detail }, { cause });
}

/** Whoever reads a freeze writes nothing, so that many can at once. */
async function openFrozen(folder: string): Promise<Ledger> {
  await assertFormat(folder);
  await migrate(folder);
  try {
    const database = await Database.open(join(folder, "ledger.duckdb"), { readOnly: true });
    return new DuckDBLedger(folder, database, new Originals(folder), () => undefined);
  } catch (error) {
    throw openError(error, folder);
  }
}

async function openDatabase(folder: string): Promise<Database> {
  try {
    await migrate(folder);
    const found = await Database.open(join(folder, "ledger.duckdb"));
    const database = (await found.isOutdated()) ? await rebuild(folder, found) : found;
    await database.createTables();
    return database;
  } catch (error) {
    throw error instanceof EntenteError ? error : openError(error, folder);
  }
}

/**
 * Opens the ledger in a folder, which is made where there is none. One process owns it until it is closed. Tables of
 * an earlier version are brought up to date first; the old file stays beside the new one. A freeze opens for reading.
 * Errors: data.busy, data.newer, data.unwritable, data.damaged.
 */
export async function openLedger(folder: string): Promise<Ledger> {
  if (await isFreeze(folder)) return openFrozen(folder);
  await prepareFolder(folder);
  const key = await realpath(folder);
  if (held.has(key)) throw new EntenteError("data.busy", { path: folder });
  held.add(key);
  try {
    const originals = new Originals(folder);
    const database = await openDatabase(folder);
    return new DuckDBLedger(folder, database, originals, () => held.delete(key));
  } catch (error) {
    held.delete(key);
    throw error;
  }
}
