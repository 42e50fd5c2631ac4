/** Numbers only: each measure a pure function over plain rows. `docs/measures.md` has the formulas. */
export { type Balance, balanceOf, type SignedTie, type Triad } from "./balance.ts";
export { type BlocOptions, type Blocs, blocsOf, type Member, type Move, movesBetween } from "./blocs/blocs.ts";
export { networkOf, type Tie } from "./blocs/network.ts";
export { middleDay, type PeriodLength, periodOf, periodStart, periodsBetween } from "./calendar.ts";
export {
  type ChangePoint,
  type ChangePointOptions,
  type ChangePoints,
  changePointsOf,
  segmentStarts,
} from "./change-points.ts";
export { type Correlation, correlationOf } from "./correlation.ts";
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
export { type Depth, type DepthCell, type DepthQuestion, depthOf, RUNGS, type Rung, rungOf } from "./depth.ts";
export {
  type Exposure,
  type ExposureQuestion,
  exposureOf,
  fixedSources,
  type SourceChange,
  sourceChanges,
} from "./exposure.ts";
export { type Item, levelProbabilities } from "./ideal-points/graded-response.ts";
export {
  type IdealPoint,
  type IdealPointQuestion,
  type IdealPoints,
  idealPointsOf,
} from "./ideal-points/ideal-points.ts";
export * from "./index-series/index.ts";
export { type DatedIncident, type MonthlyScores, monthlyScores } from "./monthly.ts";
export { inWords, PROBABILITY_WORDS, type ProbabilityWord } from "./probability-words.ts";
export { type Random, seededRandom } from "./random.ts";
export { type ReadoutSource, readoutOf } from "./readout-statements.ts";
export {
  compareReadouts,
  type Readout,
  type ReadoutComparison,
  type ReadoutStatement,
  SAME_POINT,
  type SharedPoint,
} from "./readouts.ts";
export { type DocumentRow, type IncidentRow, isBetween, isDirected } from "./rows.ts";
export * from "./similarity/index.ts";
export { type ThirdState, type ThirdStatePoint, thirdStateOf } from "./third-state.ts";
export type { NoValueReason, Value } from "./value.ts";
export {
  CALLED_FROM,
  EVIDENCE_MINIMUM,
  type EvidenceMinimum,
  type Reached,
  type Reason,
  STEADY_WITHIN,
  type Verdict,
  type VerdictQuestion,
  verdictOf,
} from "./verdict.ts";
export { type Share, wilsonInterval } from "./wilson.ts";
