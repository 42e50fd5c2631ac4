import { measured, noValue, type Value } from "../value.ts";
import { type CrossTable, weightedDisagreement } from "./cross-table.ts";

/**
 * Signorino and Ritter's S: 1 - 2 * (mean distance / greatest possible distance), -1 to 1.
 * `absolute` takes |x - y|, `squared` (x - y)^2. Weighted by item where the table was built with weights.
 *
 * Source: C. S. Signorino and J. M. Ritter, "Tau-b or Not Tau-b: Measuring the Similarity of Foreign Policy
 * Positions", International Studies Quarterly 43 (1999), 115-144; squared: F. M. Häge, "Choice or Circumstance?
 * Adjusting Measures of Foreign Policy Similarity for Chance Agreement", Political Analysis 19 (2011), 287-305.
 * No value without items.
 */
export function signorinoRitter(table: CrossTable, distance: "absolute" | "squared"): Value {
  if (table.total === 0) return noValue("no items");
  const size = table.levels.length;
  const kind = distance === "absolute" ? "linear" : "quadratic";
  const apart = weightedDisagreement(table.levels, kind, (row, column) => table.counts[row * size + column]);
  return measured(1 - (2 * apart) / table.total);
}
