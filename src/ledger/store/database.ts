import { dirname } from "node:path";
import { type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { EntenteError } from "../../schema/index.ts";
import { onAnything, type Reach } from "../kept/change.ts";
import { Kept } from "../kept/kept.ts";
import { Written } from "../kept/written.ts";
import { diskError } from "./disk.ts";
import { createTables, TABLES } from "./tables.ts";

/** One cell of a row that is stored. */
export type Cell = string | number | bigint | boolean | null;
export type Row = readonly Cell[];

/** Values of a statement, by position ($1) or by name ($from). */
export type Values = readonly DuckDBValue[] | Readonly<Record<string, DuckDBValue>>;

const copyOf = (values: Values): DuckDBValue[] | Record<string, DuckDBValue> =>
  Array.isArray(values) ? [...values] : { ...(values as Readonly<Record<string, DuckDBValue>>) };

const CHUNK_ROWS = 2048;

/** Length of the write-ahead log, in bytes, from which it goes over to the file. */
const LONGEST_LOG = 64_000_000;

/**
 * Memory for DuckDB's own work; beyond it, it uses the disk. Nothing is fetched from elsewhere. By default every commit of
 * 100 kB goes over to the file at once, for which the stretches of the tables that changed are written anew: the larger
 * the archive, the more. Only what is longer than the log may be does so here.
 */
const SETTINGS = {
  memory_limit: "2GB",
  autoinstall_known_extensions: "false",
  checkpoint_threshold: `${LONGEST_LOG}B`,
  auto_checkpoint_skip_wal_threshold: String(LONGEST_LOG),
};

/** A DuckDB file with two connections: one writes, one reads, so that a reader never sees half an append. */
export class Database {
  /** What was answered before and still holds. */
  readonly kept = new Kept();
  readonly #instance: DuckDBInstance;
  readonly #writer: DuckDBConnection;
  readonly #reader: DuckDBConnection;

  readonly #folder: string;
  readonly #readOnly: boolean;

  private constructor(
    instance: DuckDBInstance,
    writer: DuckDBConnection,
    reader: DuckDBConnection,
    { folder, readOnly }: { readonly folder: string; readonly readOnly: boolean },
  ) {
    this.#folder = folder;
    this.#readOnly = readOnly;
    this.#instance = instance;
    this.#writer = writer;
    this.#reader = reader;
  }

  /** `readOnly`: nothing can be written; `oneThread`: what is written out depends on no thread's luck. */
  static async open(file: string, { readOnly = false, oneThread = false } = {}): Promise<Database> {
    const instance = await DuckDBInstance.create(file, {
      ...SETTINGS,
      ...(readOnly && { access_mode: "READ_ONLY" }),
      ...(oneThread && { threads: "1" }),
    });
    const writer = await instance.connect();
    return new Database(instance, writer, await instance.connect(), { folder: dirname(file), readOnly });
  }

  /** Errors: data.frozen. */
  assertWritable(): void {
    if (this.#readOnly) throw new EntenteError("data.frozen", { path: this.#folder });
  }

  /** Makes the tables where they are not there, all at once: a crash leaves all of them or none. */
  async createTables(): Promise<void> {
    await this.transaction(async (writer) => {
      for (const statement of createTables()) await writer.run(statement);
    });
  }

  /** Whether it holds a ledger whose tables are not those of this program. */
  async isOutdated(): Promise<boolean> {
    const columns = await this.read<{ table: string; column: string; type: string }>(
      `SELECT table_name AS "table", column_name AS "column", data_type AS "type" FROM duckdb_columns()
       WHERE NOT internal ORDER BY table_name, column_index`,
    );
    const tables = Map.groupBy(columns, (column) => column.table);
    if (!tables.has("documents")) return false;
    return Object.entries(TABLES).some(([table, wanted]) => {
      const found = (tables.get(table) ?? []).map(({ column, type }) => `${column} ${type}`);
      return found.join() !== wanted.map(([name, type]) => `${name} ${type}`).join();
    });
  }

  /** Rows of a query over what was committed, as plain objects; `T` states its columns. */
  read<T>(sql: string, values: Values = []): Promise<readonly T[]> {
    this.kept.rest(onAnything);
    return rowsOf<T>(this.#reader, sql, values);
  }

  /** The columns of a query over what was committed, by their names; `T` states them. */
  async columns<T extends object>(sql: string, values: Values = []): Promise<T> {
    this.kept.rest(onAnything);
    const result = await this.#reader.runAndReadAll(sql, copyOf(values));
    return result.getColumnsObjectJS() as unknown as T;
  }

  /**
   * Everything the work writes is stored at once, or nothing. Never two at a time. `reach`: which answers that are kept it
   * can touch. Errors: data.frozen, data.unwritable.
   */
  async transaction<T>(work: (writer: Writer) => Promise<T>, reach: Reach = "everything"): Promise<T> {
    this.assertWritable();
    await this.#writer.run("BEGIN");
    try {
      const writer = new Writer(this.#writer);
      const result = await work(writer);
      const change = reach === "told" && !this.kept.isEmpty ? await writer.written.change(this, writer) : undefined;
      await this.#writer.run("COMMIT");
      if (reach !== "nothing") this.kept.changed(change);
      return result;
    } catch (error) {
      await this.#rollBack();
      throw diskError(error, this.#folder);
    }
  }

  /** A commit that failed, on a full disk for one, was rolled back by DuckDB itself. */
  async #rollBack(): Promise<void> {
    try {
      await this.#writer.run("ROLLBACK");
    } catch (error) {
      if (!/no transaction is active|invalidated/i.test(String(error))) throw error;
    }
  }

  /** Sets what a transaction may have left otherwise when it broke off back to what it is by default. */
  async reset(settings: readonly string[]): Promise<void> {
    for (const name of settings) await this.#writer.run(`RESET ${name}`);
  }

  /** Does something with another file of tables, attached under the name `beside`. Never while somebody writes. */
  async beside<T>(file: string, work: (writer: Writer) => Promise<T>): Promise<T> {
    await this.#writer.run(`ATTACH '${file.replaceAll("'", "''")}' AS beside`);
    try {
      return await work(new Writer(this.#writer));
    } finally {
      await this.#writer.run("DETACH beside");
    }
  }

  /** Brings everything written so far from the write-ahead log into the file. */
  async checkpoint(): Promise<void> {
    await this.#writer.run("CHECKPOINT");
  }

  close(): void {
    this.#reader.closeSync();
    this.#writer.closeSync();
    this.#instance.closeSync();
  }
}

async function rowsOf<T>(connection: DuckDBConnection, sql: string, values: Values): Promise<readonly T[]> {
  const result = await connection.runAndReadAll(sql, copyOf(values));
  return result.getRowObjectsJS() as unknown as readonly T[];
}

/** What may be done within a transaction. */
export class Writer {
  /** What it wrote of what is told. */
  readonly written = new Written();
  readonly #connection: DuckDBConnection;

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  read<T>(sql: string, values: Values = []): Promise<readonly T[]> {
    return rowsOf<T>(this.#connection, sql, values);
  }

  async run(sql: string, values: Values = []): Promise<void> {
    await this.#connection.run(sql, copyOf(values));
  }

  /** Appends rows, their cells in the order of the table's columns. */
  async insert(table: string, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    this.written.inserted(table, rows);
    const appender = await this.#connection.createAppender(table);
    try {
      const types = rows[0].map((_cell, column) => appender.columnType(column));
      for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
        const chunk = DuckDBDataChunk.create(types);
        chunk.setRows(rows.slice(from, from + CHUNK_ROWS));
        appender.appendDataChunk(chunk);
      }
      appender.flushSync();
    } finally {
      appender.closeSync();
    }
  }
}
