import { EntenteError } from "../schema/index.ts";

/** The texts of the tables, by file name relative to `knowledge/`. */
export type KnowledgeFiles = Readonly<Record<string, string>>;

/** One row of a table: its cells by column, and where it stands. */
export interface Row<Column extends string> {
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

/** Refuses a table: names the file and line, what is wrong, and how to mend it. */
export function refuse(at: { readonly file: string; readonly line: number }, detail: string, remedy: string): never {
  throw new EntenteError("knowledge.row", { file: `knowledge/${at.file}`, line: at.line, detail, remedy });
}

const isContent = (line: string): boolean => line.trim() !== "" && !line.startsWith("#");

function headerOf<Column extends string>(file: string, lines: readonly string[], columns: readonly Column[]): number[] {
  const line = lines.findIndex(isContent);
  const header = line < 0 ? [] : lines[line].split("\t").map((cell) => cell.trim());
  return columns.map((column) => {
    const index = header.indexOf(column);
    if (index < 0) {
      const remedy = `Give the table a first row with the columns ${columns.join(", ")}, parted by tabs.`;
      return refuse({ file, line: Math.max(line, 0) + 1 }, `the column "${column}" is missing`, remedy);
    }
    return index;
  });
}

/**
 * The rows of a tab-separated table with a header; blank lines and lines that start with # are skipped.
 * An absent file is an empty table. Throws `knowledge.row` for a missing column or a row with too many cells.
 */
export function readTable<const Column extends string>(
  files: KnowledgeFiles,
  file: string,
  columns: readonly Column[],
): Row<Column>[] {
  const text = files[file];
  if (text === undefined) return [];
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const places = headerOf(file, lines, columns);
  const first = lines.findIndex(isContent);
  const width = lines[first].split("\t").length;
  const rows: Row<Column>[] = [];
  for (let index = first + 1; index < lines.length; index += 1) {
    if (!isContent(lines[index])) continue;
    const at = { file, line: index + 1 };
    const parts = lines[index].split("\t");
    if (parts.length > width)
      refuse(at, `the row has ${parts.length} cells, the header ${width}`, "Remove the tab that is too many.");
    const cells = Object.fromEntries(columns.map((column, place) => [column, (parts[places[place]] ?? "").trim()]));
    rows.push({ ...at, cells: cells as Record<Column, string> });
  }
  return rows;
}

/** A cell's entries, parted by `|`. */
export const listOf = (cell: string): string[] =>
  cell
    .split("|")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");

/** The cell, or a refusal where it is empty. */
export function required<Column extends string>(row: Row<Column>, column: Column): string {
  const cell = row.cells[column];
  return cell === "" ? refuse(row, `"${column}" is empty`, `Fill in ${column}.`) : cell;
}

/** The cell where it is one of the allowed words. */
export function oneOf<Column extends string, Word extends string>(
  row: Row<Column>,
  column: Column,
  allowed: readonly Word[],
): Word {
  const cell = row.cells[column];
  const found = allowed.find((word) => word === cell);
  return found ?? refuse(row, `"${cell}" is no ${column}`, `Use one of ${allowed.join(", ")}.`);
}

/** The cell as a number within the bounds. */
export function numberIn<Column extends string>(row: Row<Column>, column: Column, low: number, high: number): number {
  const cell = row.cells[column];
  const value = Number(cell);
  if (cell === "" || !Number.isFinite(value) || value < low || value > high)
    refuse(row, `"${cell}" is no ${column}`, `Give a number from ${low} to ${high}.`);
  return value;
}

/** Refuses a second row with a key that was there before. */
export function holdUnique<Column extends string>(
  rows: readonly Row<Column>[],
  keyOf: (row: Row<Column>) => string,
): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    const before = seen.get(key);
    if (before !== undefined)
      refuse(
        row,
        `"${key}" stands in line ${before} already`,
        "Keep one of the two rows, or give them different names.",
      );
    seen.set(key, row.line);
  }
}
