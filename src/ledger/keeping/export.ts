import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { EntenteError, type ExportFormat } from "../../schema/index.ts";
import type { Database, Writer } from "../store/database.ts";
import { writeFormat } from "../store/format.ts";
import { TABLES } from "../store/tables.ts";
import { claimFolder, copyOriginals } from "./copy.ts";

/** What a ledger's tables are written as. */
export type TableFormat = Exclude<ExportFormat, "gdelt" | "plover">;

const WRITE: Readonly<Record<TableFormat, string>> = {
  parquet: "FORMAT parquet, COMPRESSION zstd",
  csv: "FORMAT csv, HEADER, FORCE_QUOTE *, NULLSTR ''",
  ndjson: "FORMAT json",
};

/** Bytes of the longest row: the reading of a document of 10 MB. DuckDB sets aside a few times as much. */
const LONGEST_ROW = 64_000_000;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

type Column = readonly [name: string, type: string];

const namesOf = (columns: readonly Column[]): string => columns.map(([name]) => `"${name}"`).join(", ");

/** A file as a table; `columns` are those that it has, in their order. */
function readerOf(format: TableFormat, file: string, columns: readonly Column[]): string {
  const typed = `{${columns.map(([name, type]) => `${quoted(name)}: ${quoted(type)}`).join(", ")}}`;
  if (format === "parquet") return `read_parquet(${quoted(file)})`;
  if (format === "ndjson")
    return `read_json(${quoted(file)}, format = 'newline_delimited', columns = ${typed}, maximum_object_size = ${LONGEST_ROW})`;
  return `read_csv(${quoted(file)}, header = true, quote = '"', escape = '"', delim = ',', nullstr = '', allow_quoted_nulls = false, auto_detect = false, max_line_size = ${LONGEST_ROW}, buffer_size = ${LONGEST_ROW}, strict_mode = false, columns = ${typed})`;
}

/** Writes every table to a file of its own, rows and columns in a fixed order. */
export async function writeTables(database: Database, to: string, format: TableFormat): Promise<void> {
  for (const table of Object.keys(TABLES)) {
    const file = join(to, `${table}.${format}`);
    await database.read(
      `COPY (SELECT ${namesOf(TABLES[table])} FROM ${table} ORDER BY ALL) TO ${quoted(file)} (${WRITE[format]})`,
    );
  }
}

/**
 * Writes every table to a file of its own (`reports.parquet`), rows and columns in a fixed order, and the originals
 * beside them. The folder must be new or empty. Errors: data.occupied, data.unwritable.
 */
export async function exportTables(database: Database, from: string, to: string, format: TableFormat): Promise<void> {
  await claimFolder(to);
  await writeTables(database, to, format);
  await copyOriginals(from, to);
  await writeFormat(to);
}

/** The columns of a file that an earlier format wrote, in their order, with the types of today. */
async function columnsIn(writer: Writer, format: TableFormat, file: string, table: string): Promise<Column[]> {
  if (format === "ndjson") return [...TABLES[table]];
  const source =
    format === "parquet"
      ? `read_parquet(${quoted(file)})`
      : `read_csv(${quoted(file)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`;
  const found = await writer.read<{ column_name: string }>(`DESCRIBE SELECT * FROM ${source}`);
  const types = new Map(TABLES[table]);
  return found.map(({ column_name: name }) => [name, types.get(name) ?? "VARCHAR"]);
}

/**
 * Fills the tables of an empty ledger from exported files. Of an earlier format a file, or a column, may not be there.
 * Errors: data.damaged.
 */
export async function importTables(writer: Writer, from: string, format: TableFormat, earlier = false): Promise<void> {
  const files = new Set(await readdir(from));
  for (const table of Object.keys(TABLES)) {
    const name = `${table}.${format}`;
    if (earlier && !files.has(name)) continue;
    const file = join(from, name);
    try {
      const columns = earlier ? await columnsIn(writer, format, file, table) : TABLES[table];
      const wanted = TABLES[table].filter(([column]) => columns.some(([found]) => found === column));
      await writer.run(
        `INSERT INTO ${table} (${namesOf(wanted)}) SELECT ${namesOf(wanted)} FROM ${readerOf(format, file, columns)}`,
      );
    } catch (cause) {
      const detail = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
      throw new EntenteError("data.damaged", { path: from, detail }, { cause });
    }
  }
}
