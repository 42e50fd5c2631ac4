/**
 * How often two states took which positions together. Every measure of similarity is computed from it.
 * `levels` is the full ordered scale, also levels that nobody used; `counts` is row-major, a's level by b's.
 * With item weights the counts are sums of weights.
 */
export interface CrossTable {
  readonly levels: readonly number[];
  readonly counts: Float64Array;
  /** Sum of the counts. */
  readonly total: number;
}

/**
 * The table of two portfolios, item by item. An item counts where both positions are a level of the scale and its
 * weight is a number; anything else (an absence, NaN) drops the item.
 */
export function crossTable(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  levels: readonly number[],
  weights?: ArrayLike<number>,
): CrossTable {
  const counts = new Float64Array(levels.length ** 2);
  let total = 0;
  for (let item = 0; item < a.length; item += 1) {
    const row = levels.indexOf(a[item]);
    const column = levels.indexOf(b[item]);
    const weight = weights ? weights[item] : 1;
    if (row < 0 || column < 0 || Number.isNaN(weight)) continue;
    counts[row * levels.length + column] += weight;
    total += weight;
  }
  return { levels, counts, total };
}

/** A table from its counts, row-major. */
export const tableOfCounts = (levels: readonly number[], counts: ArrayLike<number>): CrossTable => {
  const own = Float64Array.from(counts);
  return { levels, counts: own, total: own.reduce((sum, count) => sum + count, 0) };
};

/** Row and column sums: how often a, and b, took each level. */
export function margins(table: CrossTable): { readonly rows: Float64Array; readonly columns: Float64Array } {
  const size = table.levels.length;
  const rows = new Float64Array(size);
  const columns = new Float64Array(size);
  for (let cell = 0; cell < table.counts.length; cell += 1) {
    rows[Math.floor(cell / size)] += table.counts[cell];
    columns[cell % size] += table.counts[cell];
  }
  return { rows, columns };
}

/** How much a pair of positions disagrees, 0 to 1: not at all or wholly, by distance, by squared distance. */
export type Disagreement = "nominal" | "linear" | "quadratic";

/** Disagreement of two levels on a scale of width `range`. */
export function disagreement(kind: Disagreement, a: number, b: number, range: number): number {
  if (kind === "nominal") return a === b ? 0 : 1;
  const share = Math.abs(a - b) / range;
  return kind === "linear" ? share : share * share;
}

/** Width of the scale. */
export const rangeOf = (levels: readonly number[]): number => levels[levels.length - 1] - levels[0];

/** Sum over all cells of disagreement times `expected(row, column)`. */
export function weightedDisagreement(
  levels: readonly number[],
  kind: Disagreement,
  amount: (row: number, column: number) => number,
): number {
  const range = rangeOf(levels);
  let sum = 0;
  for (let row = 0; row < levels.length; row += 1) {
    for (let column = 0; column < levels.length; column += 1) {
      if (row !== column) sum += disagreement(kind, levels[row], levels[column], range) * amount(row, column);
    }
  }
  return sum;
}
