import { ratio, type Value } from "../value.ts";
import type { CrossTable } from "./cross-table.ts";

/**
 * Agreement share: items on which both took the same level, by all items, 0 to 1.
 * Source: A. Lijphart, "The Analysis of Bloc Voting in the General Assembly", American Political Science Review 57
 * (1963), 902-917 (there with half a point for a partial agreement; here without).
 * No value without items.
 */
export function agreementShare(table: CrossTable): Value {
  const size = table.levels.length;
  let same = 0;
  for (let level = 0; level < size; level += 1) same += table.counts[level * size + level];
  return ratio(same, table.total, "no items");
}
