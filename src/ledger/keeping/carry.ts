import { Database } from "../store/database.ts";
import { TABLES } from "../store/tables.ts";

/** What follows from documents, readings and what people said of them. */
const FOLLOWING = new Set(
  (
    "postings postings_recent labels passages bands mentions reports report_actors quotations document_states " +
    "incidents incident_dyads judgements"
  ).split(" "),
);

/** What people said: it stands before what is appended, which is then appended as they left it. */
export const SAID: readonly string[] = ["reviews", "groupings"];

/** The tables that follow from nothing else, but documents and readings. */
export const CARRIED: readonly string[] = Object.keys(TABLES).filter(
  (table) => !FOLLOWING.has(table) && !SAID.includes(table) && !["documents", "readings"].includes(table),
);

async function columnsIn(database: Database, table: string): Promise<string[]> {
  const found = await database.read<{ name: string }>(
    `SELECT column_name AS name FROM duckdb_columns()
     WHERE database_name = current_database() AND table_name = $1`,
    [table],
  );
  const names = new Set(found.map(({ name }) => name));
  return TABLES[table].map(([name]) => name).filter((name) => names.has(name));
}

/** A new file with the tables of today, empty. */
export async function emptyTables(file: string): Promise<void> {
  const database = await Database.open(file);
  try {
    await database.createTables();
  } finally {
    database.close();
  }
}

/** Copies rows of tables into another file that has them; a table or column that the ledger lacks stays empty. */
export async function carry(
  from: Database,
  file: string,
  tables: readonly string[],
  where: Readonly<Record<string, string>> = {},
): Promise<void> {
  const columns = new Map<string, string[]>();
  for (const table of tables) columns.set(table, await columnsIn(from, table));
  await from.beside(file, async (writer) => {
    for (const [table, names] of columns) {
      if (names.length === 0) continue;
      const list = names.map((name) => `"${name}"`).join(", ");
      await writer.run(
        `INSERT INTO beside.${table} (${list}) SELECT ${list} FROM ${table} ${where[table] ?? ""} ORDER BY rowid`,
      );
    }
  });
}
