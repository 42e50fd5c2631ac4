import { pipeline } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import { EntenteError } from "../schema/index.ts";
import { attempt } from "./attempt.ts";
import { DOCUMENT_LIMIT } from "./limits.ts";
import { FIELD_NAMES, type FieldName } from "./names.ts";
import { documentOfText } from "./text.ts";
import type { Facts, Outcome } from "./types.ts";

type Places = Readonly<Partial<Record<FieldName, number>>>;

function placesOf(header: readonly string[], path: string): Places {
  const names = header.map((name) => name.trim().toLowerCase());
  const places = Object.entries(FIELD_NAMES).flatMap(([field, known]) => {
    const name = known.find((each) => names.includes(each));
    return name === undefined ? [] : [[field, names.indexOf(name)] as const];
  });
  const found: Places = Object.fromEntries(places);
  if (found.text === undefined)
    throw new EntenteError("table.notext", { path, columns: names.join(", "), known: FIELD_NAMES.text.join(", ") });
  return found;
}

function documentOfRow(row: readonly string[], header: readonly string[], places: Places, line: number) {
  if (row.length !== header.length)
    throw new EntenteError("table.row", { line, found: row.length, wanted: header.length });
  const cell = (field: FieldName): string | undefined => {
    const place = places[field];
    return place === undefined ? undefined : row[place];
  };
  const { title, publisher, author, published, url, language } = FIELD_NAMES;
  const facts = Object.keys({ title, publisher, author, published, url, language }) as (keyof Facts)[];
  const text = cell("text") ?? "";
  if (text.trim() === "") throw new EntenteError("input.empty", { path: `Line ${line}` });
  return documentOfText(text, Object.fromEntries(facts.map((field) => [field, cell(field)])));
}

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && "code" in error && String(error.code).startsWith("CSV_");

/**
 * The documents of a table with a text column, one a row; read as a stream. A row with more or fewer cells than the
 * header is refused, the rest is read. Errors (thrown): table.notext, table.malformed.
 */
export async function* documentsOfCsv(stream: NodeJS.ReadableStream, path: string): AsyncGenerator<Outcome> {
  const parser = parse({
    ...{ bom: true, relax_column_count: true, skip_empty_lines: true },
    ...{ max_record_size: DOCUMENT_LIMIT, info: true },
  });
  const rows = pipeline(stream, parser, () => undefined);
  let header: string[] | undefined;
  let places: Places = {};
  try {
    for await (const { record, info } of rows as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (header) {
        const head = header;
        yield await attempt(`${path}:${info.lines}`, () => documentOfRow(record, head, places, info.lines));
      } else {
        header = record;
        places = placesOf(record, path);
      }
    }
  } catch (cause) {
    if (isCsvError(cause)) throw new EntenteError("table.malformed", { path, detail: cause.message }, { cause });
    throw cause;
  }
  if (!header) throw new EntenteError("input.empty", { path });
}
