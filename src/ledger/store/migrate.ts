import { copyFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { Database } from "./database.ts";
import { FORMAT, formatOf, writeFormat } from "./format.ts";
import { createTable, TABLES } from "./tables.ts";

/** The tables of format 1; whatever else there is came with format 2. */
const FIRST_TABLES = new Set(
  (
    "documents postings copies bands readings mentions reports report_actors quotations document_states incidents " +
    "gdelt_events incident_dyads"
  ).split(" "),
);

/** By format: the statements that make its tables out of those of the format before. They only ever add. */
const STEPS: Readonly<Record<number, readonly string[]>> = {
  2: [
    ...Object.keys(TABLES)
      .filter((table) => !FIRST_TABLES.has(table))
      .map(createTable),
    "ALTER TABLE reports ADD COLUMN IF NOT EXISTS review VARCHAR",
    "ALTER TABLE incidents ADD COLUMN IF NOT EXISTS review VARCHAR",
    "ALTER TABLE incident_dyads ADD COLUMN IF NOT EXISTS type VARCHAR",
    "ALTER TABLE incident_dyads ADD COLUMN IF NOT EXISTS domain VARCHAR",
    "UPDATE incident_dyads SET type = i.type, domain = i.domain FROM incidents i WHERE i.id = incident_dyads.incident",
  ],
};

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Copies the file of a ledger as it was under an earlier format; a copy that is there already is the older one. */
async function backUp(folder: string, format: number): Promise<void> {
  const backup = join(folder, `ledger.format-${format}.duckdb`);
  if (await isThere(backup)) return;
  const database = await Database.open(join(folder, "ledger.duckdb"));
  await database.checkpoint();
  database.close();
  await copyFile(join(folder, "ledger.duckdb"), `${backup}.draft`);
  await rename(`${backup}.draft`, backup);
}

/**
 * Brings the tables of a folder forward to today's format, step by step and all at once. The file as it was stays
 * beside it as `ledger.format-<n>.duckdb`. A crash on the way leaves the old tables; opening it again goes on.
 */
export async function migrate(folder: string): Promise<void> {
  const found = await formatOf(folder);
  if (found === undefined || found >= FORMAT) return;
  if (await isThere(join(folder, "ledger.duckdb"))) {
    await backUp(folder, found);
    const database = await Database.open(join(folder, "ledger.duckdb"));
    try {
      await database.transaction(async (writer) => {
        if (!(await isLedger(writer))) return;
        for (let format = found + 1; format <= FORMAT; format += 1)
          for (const statement of STEPS[format] ?? []) await writer.run(statement);
      });
    } finally {
      database.close();
    }
  }
  await writeFormat(folder);
}

/** Whether the tables are there at all: a process may have been killed before it made them. */
async function isLedger(writer: Pick<Database, "read">): Promise<boolean> {
  return (await writer.read("SELECT 1 FROM duckdb_tables() WHERE table_name = 'reports'")).length > 0;
}
