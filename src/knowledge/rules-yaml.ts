import { isMap, isSeq, LineCounter, parseDocument } from "yaml";
import { refuse } from "./table.ts";

/** One row of a YAML table and where it stands. */
export interface PlacedRow {
  readonly file: string;
  readonly line: number;
  readonly value: unknown;
}

/**
 * The rows of a YAML list of maps, each with its line.
 * @throws EntenteError knowledge.row where the text is no YAML or no list of maps.
 */
export function rowsOf(file: string, text: string): PlacedRow[] {
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
