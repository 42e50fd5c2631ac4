import type { RelationView } from "../../../src/schema/index.ts";
import type { PeriodLength } from "../../app/search.ts";

const LONG = 36;

const monthsOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/** Months for up to three years of reading, quarters beyond. */
export function lengthFor({ exposure }: RelationView, { from, to }: { from?: string; to?: string }): PeriodLength {
  const read = exposure.filter(({ documents }) => documents > 0);
  const [first, last] = [from ?? read.at(0)?.month, to ?? read.at(-1)?.month];
  if (first === undefined || last === undefined) return "month";
  return monthsOf(last) - monthsOf(first) < LONG ? "month" : "quarter";
}
