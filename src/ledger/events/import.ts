import { createReadStream } from "node:fs";
import { EntenteError } from "../../schema/index.ts";
import type { Database, Writer } from "../store/database.ts";
import { GDELT_EVENTS } from "./gdelt.ts";

/** A row of ready-made event data that does not fit its table. */
export interface RefusedRow {
  readonly line: number;
  readonly reason: string;
}

/** What came of a file of event data. */
export interface EventImport {
  /** Rows that the file has. */
  readonly rows: number;
  /** Rows that are new; the others were there, or are refused. */
  readonly added: number;
  readonly refusedRows: number;
  /** The first thousand rows that were refused. */
  readonly refused: readonly RefusedRow[];
}

const MOST_LISTED = 1_000;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function readerOf(path: string): string {
  const columns = GDELT_EVENTS.map(([name, type]) => `${quoted(name)}: ${quoted(type)}`).join(", ");
  return `read_csv(${quoted(path)}, delim = '\\t', header = false, quote = '', escape = '', nullstr = '',
    auto_detect = false, store_rejects = true, rejects_limit = 0, rejects_table = 'refused_rows',
    rejects_scan = 'refused_scans', columns = {${columns}})`;
}

const count = async (writer: Writer): Promise<number> =>
  (await writer.read<{ n: number }>("SELECT count(*)::INTEGER AS n FROM gdelt_events"))[0].n;

/** Takes out what stands twice in the file itself; seldom, so it is looked for in the one column first. */
async function dropDuplicates(writer: Writer): Promise<void> {
  const [{ twice }] = await writer.read<{ twice: boolean }>(
    "SELECT count(DISTINCT GlobalEventID) < count(*) AS twice FROM gdelt_events",
  );
  if (twice)
    await writer.run(
      `DELETE FROM gdelt_events WHERE rowid NOT IN (SELECT min(rowid) FROM gdelt_events GROUP BY GlobalEventID)`,
    );
}

async function load(writer: Writer, path: string, rows: number): Promise<EventImport> {
  for (const table of ["refused_rows", "refused_scans"]) await writer.run(`DROP TABLE IF EXISTS ${table}`);
  const before = await count(writer);
  await writer.run(
    `INSERT INTO gdelt_events SELECT * FROM ${readerOf(path)} ANTI JOIN gdelt_events USING (GlobalEventID)`,
  );
  await dropDuplicates(writer);
  const refused = await writer.read<RefusedRow & { total: number }>(
    `SELECT line::INTEGER AS line, min(error_message) AS reason, (count(*) OVER ())::INTEGER AS total
     FROM refused_rows GROUP BY line ORDER BY line LIMIT ${MOST_LISTED}`,
  );
  return {
    rows,
    added: (await count(writer)) - before,
    refusedRows: refused[0]?.total ?? 0,
    refused: refused.map(({ line, reason }) => ({ line, reason: reason.split("\n")[0] })),
  };
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
 * Takes a GDELT 2.0 export (61 columns, tab-separated, no header) into its table. An event that is there is not taken
 * again; a row that does not fit is refused with its line and reason. Errors: input.missing, input.unreadable.
 */
export async function importGdelt(database: Database, path: string): Promise<EventImport> {
  try {
    const rows = await linesIn(path);
    return await database.transaction((writer) => load(writer, path, rows));
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT")
      throw new EntenteError("input.missing", { path }, { cause });
    const detail = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    throw new EntenteError("input.unreadable", { path, detail }, { cause });
  }
}
