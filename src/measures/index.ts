/** Numbers only: each measure a pure function over plain rows. `docs/measures.md` has the formulas. */
export { type PeriodLength, periodOf, periodsBetween } from "./calendar.ts";
export {
  applyRule,
  COUNTING_RULES,
  type Counted,
  type CountingRule,
  countingRule,
  DEFAULT_RULE,
  type LeftOut,
  ruleInWords,
} from "./counting-rule.ts";
export {
  type Exposure,
  type ExposureQuestion,
  exposureOf,
  fixedSources,
  type SourceChange,
  sourceChanges,
} from "./exposure.ts";
export * from "./index-series/index.ts";
export { type DatedIncident, type MonthlyScores, monthlyScores } from "./monthly.ts";
export { inWords, PROBABILITY_WORDS, type ProbabilityWord } from "./probability-words.ts";
export { type Random, seededRandom } from "./random.ts";
export { type DocumentRow, type IncidentRow, isBetween, isDirected } from "./rows.ts";
export * from "./similarity/index.ts";
export type { NoValueReason, Value } from "./value.ts";
export {
  CALLED_FROM,
  EVIDENCE_MINIMUM,
  type EvidenceMinimum,
  type Reached,
  type Reason,
  type Verdict,
  type VerdictQuestion,
  verdictOf,
} from "./verdict.ts";
export { type Share, wilsonInterval } from "./wilson.ts";
