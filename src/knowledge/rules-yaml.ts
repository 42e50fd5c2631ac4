import { isMap, isSeq, LineCounter, parseDocument } from "yaml";
import { refuse } from "./table.ts";

/** One row of a YAML table and where it stands. */
export interface PlacedRow {
  readonly file: string;
  readonly line: number;
  readonly value: unknown;
}

const FIELD = /^(- | {2})([a-zA-Z]+): (.+)$/;
const PLAIN = /^[A-Za-z0-9][\w-]*$/;
const QUOTED = /^"[^"\\]*"$/;
const LIST = /^\[([\w-]+(?:, [\w-]+)*)\]$/;
const NOT_TEXT = /^(\d|true$|false$|null$|yes$|no$)/;

function simpleValue(text: string): unknown {
  if (QUOTED.test(text)) return text.slice(1, -1);
  if (PLAIN.test(text) && !NOT_TEXT.test(text)) return text;
  const words = LIST.exec(text)?.[1].split(", ");
  return words?.every((word) => !NOT_TEXT.test(word)) ? words : undefined;
}

/**
 * The rows of a file in which every line is `- key: value` or `  key: value` with a word, a quoted text or a list of
 * words: the shape that the tables are kept in, read ten times as fast. undefined for any other YAML.
 */
export function simpleRows(file: string, text: string): PlacedRow[] | undefined {
  const rows: { file: string; line: number; value: Record<string, unknown> }[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const [, sign, key, written] = FIELD.exec(line) ?? [];
    const value = written === undefined ? undefined : simpleValue(written);
    if (sign === "- ") rows.push({ file, line: index + 1, value: {} });
    const row = rows.at(-1)?.value;
    if (value === undefined || !row || Object.hasOwn(row, key)) return undefined;
    row[key] = value;
  }
  return rows;
}

/**
 * The rows of a YAML list of maps, each with its line.
 * @throws EntenteError knowledge.row where the text is no YAML or no list of maps.
 */
export const rowsOf = (file: string, text: string): PlacedRow[] => simpleRows(file, text) ?? anyRows(file, text);

/** The same by a whole YAML parser. */
export function anyRows(file: string, text: string): PlacedRow[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const stop = (line: number, detail: string): never =>
    refuse({ file, line }, detail, "Write the rows as a YAML list, one map a row.");
  const fault = document.errors[0];
  if (fault) stop(fault.linePos?.[0].line ?? 1, fault.message.split("\n")[0].replace(/[.:]$/, ""));
  if (document.contents === null) return [];
  if (!isSeq(document.contents)) return stop(1, "the file is not a list of rows");
  return document.contents.items.map((item) => {
    const line = isMap(item) && item.range ? lines.linePos(item.range[0]).line : 1;
    if (!isMap(item)) stop(line, "the row is not a map of fields");
    return { file, line, value: isMap(item) ? item.toJSON() : undefined };
  });
}
