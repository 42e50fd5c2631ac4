/** What stands where there is no value. */
export const NOTHING = "–";

/** A number with its sign, as it is printed: `+1.5`, `−0.3`. */
export const signed = (value: number, digits = 1): string => {
  const rounded = Number(value.toFixed(digits));
  return `${rounded < 0 ? "−" : "+"}${Math.abs(rounded).toFixed(digits)}`;
};

export const range = ([low, high]: readonly [number, number], digits = 1): string =>
  `${signed(low, digits)} to ${signed(high, digits)}`;

/** `1 document`, `2 documents`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Columns as wide as their widest cell; the first to the left, the others to the right, or all to the left. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: "numbers" | "words" = "numbers",
): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const padded = (cell: string, column: number): string =>
    column === 0 || align === "words" ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
  return [head, ...rows].map((row) => `  ${row.map(padded).join("  ").trimEnd()}`).join("\n");
}

export type Cell = string | number | undefined;

const cellText = (value: Cell): string => {
  const text = value === undefined ? "" : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** One line of CSV (RFC 4180); an absent value is an empty cell. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cellText).join(",")}\n`;

/** A table as CSV. */
export const csvText = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [head, ...rows].map(csvLine).join("");
