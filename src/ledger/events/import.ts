import { createReadStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EntenteError, type EventImport, type RefusedRow } from "../../schema/index.ts";
import type { Database, Writer } from "../store/database.ts";
import { type EventFile, eventFileOf } from "./detect.ts";
import { countOf, dropTwice, hasTwice, insertion, REJECTED, refusedIn, SCANS, trimmedLines } from "./statements.ts";

const MOST_LISTED = 1_000;

const countIn = async (writer: Writer, table: string): Promise<number> =>
  (await writer.read<{ n: number }>(`SELECT count(*)::INTEGER AS n FROM ${table}`))[0].n;

async function forgetRejected(writer: Writer): Promise<void> {
  for (const table of [REJECTED, SCANS]) await writer.run(`DROP TABLE IF EXISTS ${table}`);
}

/** Lines that can't be read as a row at all, in order. */
async function rejectedLines(writer: Writer): Promise<RefusedRow[]> {
  const rows = await writer.read<RefusedRow>(
    `SELECT line::INTEGER AS line, min(error_message) AS reason FROM ${REJECTED} GROUP BY line ORDER BY line`,
  );
  return rows.map(({ line, reason }) => ({ line, reason: reason.split("\n")[0] }));
}

/** The line of each row that can be read, by the row's number: the rejected lines stand in between. */
function lineCounter(rejected: readonly RefusedRow[], skip: number): (number: number) => number {
  let [before, at] = [0, 0];
  return (number) => {
    while (before < rejected.length && rejected[before].line <= number + skip + before) before += 1;
    at = number + skip + before;
    return at;
  };
}

/** Reads the file once more for the rows that were read and refused. */
async function refusedRows(writer: Writer, file: EventFile, rejected: readonly RefusedRow[]): Promise<RefusedRow[]> {
  await forgetRejected(writer);
  const rows = await writer.read<{ number: number; reason: string }>(refusedIn(file, MOST_LISTED));
  const lineOf = lineCounter(rejected, file.skip);
  return rows.map(({ number, reason }) => ({ line: lineOf(number), reason }));
}

interface Loaded {
  readonly rows: number;
  readonly refusedRows: number;
  /** In the order of their lines. */
  readonly refused: readonly RefusedRow[];
}

interface Trimmed {
  readonly line: number;
  readonly trimmed: string;
}

/** Takes in lines that only had empty cells too many, through a file of their own. */
async function takeTrimmed(writer: Writer, file: EventFile, lines: readonly Trimmed[]): Promise<readonly RefusedRow[]> {
  if (lines.length === 0) return [];
  const folder = await mkdtemp(join(tmpdir(), "entente-rows-"));
  const path = join(folder, "rows");
  try {
    await writeFile(path, lines.map(({ trimmed }) => `${trimmed}\n`).join(""));
    const { refused } = await takeRows(writer, { ...file, path, skip: 0 });
    return refused.map(({ line, reason }) => ({ line: lines[line - 1].line, reason }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How many rows a file has: where a line is a row they are counted without a second look at their cells. */
const rowsIn = async ({ path, kind, skip }: EventFile): Promise<number | undefined> =>
  kind.quotes || path.endsWith(".gz") ? undefined : (await linesIn(path)) - skip;

/**
 * How rows are written while they are read: each thread what it reads, without waiting for the others, since the order
 * of rows is worth nothing here; and without the one way to compress texts that takes longest to try and saves least.
 */
const SETTINGS = { preserve_insertion_order: "false", disabled_compression_methods: "'fsst'" };

async function insert(writer: Writer, file: EventFile, known: boolean): Promise<void> {
  for (const [name, value] of Object.entries(SETTINGS)) await writer.run(`SET ${name} = ${value}`);
  await writer.run(insertion(file, known));
  for (const name of Object.keys(SETTINGS)) await writer.run(`RESET ${name}`);
}

async function takeRows(writer: Writer, file: EventFile): Promise<Loaded> {
  await forgetRejected(writer);
  const before = await countIn(writer, file.kind.table);
  const [rows] = await Promise.all([rowsIn(file), insert(writer, file, before > 0)]);
  const rejected = await rejectedLines(writer);
  const trimmed = rejected.length === 0 || file.kind.quotes ? [] : await writer.read<Trimmed>(trimmedLines(file));
  const taken = (await countIn(writer, file.kind.table)) - before;
  if (rows === taken + rejected.length && rejected.length === 0) return { rows, refusedRows: 0, refused: [] };
  await forgetRejected(writer);
  const [counted] = await writer.read<{ rows: number; refused: number }>(countOf(file));
  const failed = counted.refused === 0 ? [] : await refusedRows(writer, file, rejected);
  const again = await takeTrimmed(writer, file, trimmed);
  const whole = new Set(trimmed.map(({ line }) => line));
  const left = rejected.filter(({ line }) => !whole.has(line));
  return {
    rows: counted.rows + rejected.length,
    refusedRows: left.length + counted.refused + again.length,
    refused: [...left, ...failed, ...again].sort((one, other) => one.line - other.line),
  };
}

/** Takes out what stands twice in the file itself; seldom, so it is looked for in the key alone first. */
async function dropDuplicates(writer: Writer, { kind }: EventFile): Promise<void> {
  const [{ twice }] = await writer.read<{ twice: boolean }>(hasTwice(kind));
  if (twice) await writer.run(dropTwice(kind));
}

async function load(writer: Writer, file: EventFile): Promise<EventImport> {
  const { table, name } = file.kind;
  const before = await countIn(writer, table);
  const { rows, refusedRows, refused } = await takeRows(writer, file);
  await dropDuplicates(writer, file);
  const added = (await countIn(writer, table)) - before;
  return { kind: name, table, rows, added, refusedRows, refused: refused.slice(0, MOST_LISTED) };
}

const NEWLINE = 10;

/** Lines of a file; a last one without an end counts. */
async function linesIn(path: string): Promise<number> {
  let [lines, open] = [0, false];
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) lines += 1;
    open = chunk.length > 0 && chunk[chunk.length - 1] !== NEWLINE;
  }
  return lines + Number(open);
}

/**
 * Takes a file of ready-made event data, plain or gzipped, into the table of its kind, which its columns tell. A row
 * that is there is not taken again; one that does not fit is refused with its line and reason. Days are those of
 * 1789 to 2100. Errors: input.missing, input.unreadable, events.unknown.
 */
export async function importEvents(database: Database, path: string): Promise<EventImport> {
  const file = await eventFileOf(path);
  try {
    return await database.transaction((writer) => load(writer, file));
  } catch (cause) {
    if (cause instanceof EntenteError) throw cause;
    const detail = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    throw new EntenteError("input.unreadable", { path, detail }, { cause });
  } finally {
    await database.reset(Object.keys(SETTINGS));
  }
}
