import { noValue, ratio, type Value } from "../value.ts";
import { type CrossTable, margins } from "./cross-table.ts";

/**
 * Kendall's tau-b over items: (concordant - discordant pairs) / sqrt(pairs untied in a * pairs untied in b), -1 to 1.
 *
 * Source: M. G. Kendall, "The Treatment of Ties in Ranking Problems", Biometrika 33 (1945), 239-251; as alliance
 * similarity: B. Bueno de Mesquita, "Measuring Systemic Polarity", Journal of Conflict Resolution 19 (1975), 187-216.
 * No value without items, and where one side always took the same level.
 */
export function tauB(table: CrossTable): Value {
  if (table.total === 0) return noValue("no items");
  const { rows, columns } = margins(table);
  const spread = Math.sqrt(untiedPairs(rows, table.total) * untiedPairs(columns, table.total));
  return ratio(concordance(table), spread);
}

/** Concordant less discordant pairs of items. */
function concordance(table: CrossTable): number {
  const size = table.levels.length;
  let sum = 0;
  for (let cell = 0; cell < table.counts.length; cell += 1) {
    if (table.counts[cell] === 0) continue;
    const row = Math.floor(cell / size);
    const column = cell % size;
    for (let other = (row + 1) * size; other < table.counts.length; other += 1) {
      sum += Math.sign((other % size) - column) * table.counts[cell] * table.counts[other];
    }
  }
  return sum;
}

const untiedPairs = (margin: Float64Array, total: number): number =>
  (total * (total - 1) - margin.reduce((sum, count) => sum + count * (count - 1), 0)) / 2;
