import { measured, noValue, type Value } from "../value.ts";
import { type CrossTable, type Disagreement, margins, weightedDisagreement } from "./cross-table.ts";

/**
 * Scott's pi: 1 - observed / expected disagreement, chance taken from the pooled margins of both sides; at most 1.
 *
 * Source: W. A. Scott, "Reliability of Content Analysis: The Case of Nominal Scale Coding", Public Opinion Quarterly
 * 19 (1955), 321-325; weighted, for foreign policy: Häge 2011 (Political Analysis 19, 287-305).
 * No value without items, and where no disagreement is expected (both always took one and the same level).
 */
export function scottPi(table: CrossTable, kind: Disagreement): Value {
  if (table.total === 0) return noValue("no items");
  const { rows, columns } = margins(table);
  const size = table.levels.length;
  const pooled = rows.map((row, level) => (row + columns[level]) / 2);
  const observed = weightedDisagreement(table.levels, kind, (a, b) => table.counts[a * size + b]);
  const expected = weightedDisagreement(table.levels, kind, (a, b) => (pooled[a] * pooled[b]) / table.total);
  return expected === 0 ? noValue("no variation") : measured(1 - observed / expected);
}
