import { createReadStream } from "node:fs";
import { access, constants } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { type CsvError, parse } from "csv-parse";
import { EntenteError } from "../schema/index.ts";

/** One row of a table: the columns asked for, and its line in the file. */
export interface TableRow<Column extends string> {
  readonly line: number;
  /** An absent optional column is an empty cell. */
  readonly cells: Readonly<Record<Column, string>>;
}

async function checkThere(path: string): Promise<void> {
  try {
    await access(path, constants.R_OK);
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    throw missing
      ? new EntenteError("input.missing", { path }, { cause })
      : new EntenteError("input.unreadable", { path, detail: (cause as Error).message }, { cause });
  }
}

function placesOf(header: readonly string[], needed: readonly string[], path: string): Map<string, number> {
  const names = header.map((name) => name.trim());
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new EntenteError("table.columns", { path, missing: missing.join(", "), columns: names.join(", ") });
  return new Map(names.map((name, at) => [name, at]));
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/**
 * The rows of a CSV file with a header, plain or gzipped (`.gz`), as a stream. Errors: input.missing, input.unreadable,
 * table.columns, table.row, table.malformed.
 */
export async function* rowsOfTable<Needed extends string, Optional extends string = never>(
  path: string,
  needed: readonly Needed[],
  optional: readonly Optional[] = [],
): AsyncGenerator<TableRow<Needed | Optional>> {
  await checkThere(path);
  const parser = parse({ bom: true, relax_column_count: true, skip_empty_lines: true, info: true });
  const bytes = createReadStream(path);
  const ended = (): void => undefined;
  if (path.endsWith(".gz")) pipeline(bytes, createGunzip(), parser, ended);
  else pipeline(bytes, parser, ended);
  const columns = [...needed, ...optional];
  let header: string[] | undefined;
  let places = new Map<string, number>();
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (!header) {
        header = record;
        places = placesOf(record, needed, path);
        continue;
      }
      if (record.length !== header.length)
        throw new EntenteError("table.row", { line: info.lines, found: record.length, wanted: header.length });
      const cells = columns.map((name) => [name, record[places.get(name) ?? -1] ?? ""]);
      yield { line: info.lines, cells: Object.fromEntries(cells) };
    }
  } catch (cause) {
    if (cause instanceof EntenteError) throw cause;
    throw new EntenteError("table.malformed", { path, detail: (cause as CsvError).message }, { cause });
  }
  if (!header) throw new EntenteError("input.empty", { path });
}
