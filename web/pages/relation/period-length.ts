import { type RelationView, suitedLength } from "../../../src/schema/index.ts";
import type { PeriodLength } from "../../app/search.ts";

/** Months for up to three years of reading, quarters beyond. */
export function lengthFor({ exposure }: RelationView, { from, to }: { from?: string; to?: string }): PeriodLength {
  const read = exposure.filter(({ documents }) => documents > 0);
  return suitedLength(from ?? read.at(0)?.month, to ?? read.at(-1)?.month);
}
