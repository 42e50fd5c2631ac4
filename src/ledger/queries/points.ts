/** More rows than that are fetched in one pass over the table. */
const MOST_POINTS = 100;

/**
 * The statement that fetches the rows whose column has one of some numbers, for a column that a table is sorted by, or
 * its `rowid`. DuckDB leaves out what lies elsewhere for a single number only: for a list of them it reads and unpacks
 * every row of all columns asked for, so that the list is told with its bounds.
 */
export const rowsAt = (columns: string, table: string, column: string, numbers: readonly number[]): string =>
  numbers.length === 0 || numbers.length > MOST_POINTS
    ? `SELECT ${columns} FROM ${table} WHERE ${boundsOf(column, numbers)} AND ${column} IN (${["NULL", ...numbers].join(", ")})`
    : numbers.map((number) => `SELECT ${columns} FROM ${table} WHERE ${column} = ${number}`).join(" UNION ALL ");

function boundsOf(column: string, numbers: readonly number[]): string {
  const sorted = Float64Array.from(numbers).sort();
  return sorted.length === 0 ? "false" : `${column} BETWEEN ${sorted[0]} AND ${sorted.at(-1)}`;
}
