import { measured, noValue, type Value } from "../value.ts";
import { type CrossTable, type Disagreement, margins, weightedDisagreement } from "./cross-table.ts";

/**
 * Cohen's kappa: 1 - observed / expected disagreement, chance taken from each side's own margins; at most 1.
 *
 * Source: J. Cohen, "Weighted Kappa", Psychological Bulletin 70 (1968), 213-220 (nominal: Educational and
 * Psychological Measurement 20 (1960), 37-46); for foreign policy: Häge 2011 (Political Analysis 19, 287-305).
 * No value without items, and where no disagreement is expected (both always took one and the same level).
 */
export function cohenKappa(table: CrossTable, kind: Disagreement): Value {
  if (table.total === 0) return noValue("no items");
  const { rows, columns } = margins(table);
  const size = table.levels.length;
  const observed = weightedDisagreement(table.levels, kind, (a, b) => table.counts[a * size + b]);
  const expected = weightedDisagreement(table.levels, kind, (a, b) => (rows[a] * columns[b]) / table.total);
  return expected === 0 ? noValue("no variation") : measured(1 - observed / expected);
}
