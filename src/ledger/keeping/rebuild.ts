import { copyFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { storeEntries } from "../append/append.ts";
import { Database } from "../store/database.ts";
import { CARRIED, carry, emptyTables, SAID } from "./carry.ts";
import { entriesOf } from "./entries.ts";

/** Appends all readings of a ledger to a file that holds what people said of them. */
async function refill(from: Database, file: string): Promise<void> {
  const fresh = await Database.open(file);
  try {
    for await (const entries of entriesOf(from)) await fresh.transaction((writer) => storeEntries(writer, entries));
  } finally {
    fresh.close();
  }
}

/**
 * Brings a ledger with the tables of an earlier version into today's: everything but documents and readings follows
 * from those, so they are appended anew to a fresh file, which then takes the old one's place. The old file stays
 * beside it as `ledger.before.duckdb`. A crash on the way leaves the old ledger as it was.
 */
export async function rebuild(folder: string, outdated: Database): Promise<Database> {
  const [file, before, next] = ["ledger", "ledger.before", "ledger.next"].map((name) => join(folder, `${name}.duckdb`));
  await rm(next, { force: true });
  await rm(`${next}.wal`, { force: true });
  try {
    await emptyTables(next);
    await carry(outdated, next, SAID);
    await refill(outdated, next);
    await carry(outdated, next, CARRIED);
  } finally {
    outdated.close();
  }
  await copyFile(file, `${before}.draft`);
  await rename(`${before}.draft`, before);
  await rename(next, file);
  return Database.open(file);
}
