/** Numbers only: each measure a pure function over plain rows. `docs/measures.md` has the formulas. */
export { type DatedIncident, type MonthlyScores, monthlyScores } from "./monthly.ts";
export * from "./similarity/index.ts";
export type { NoValueReason, Value } from "./value.ts";
