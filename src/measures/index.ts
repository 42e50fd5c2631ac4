/** Numbers only: each measure a pure function over plain rows. `docs/measures.md` has the formulas. */
export { balanceOf, type SignedTie } from "./balance.ts";
export { type Blocs, blocsOf, blocsOfTies, type Member, type Move, movesBetween } from "./blocs/blocs.ts";
export { type Acts, networkOf, type Parties, type Tie, tiesOf } from "./blocs/network.ts";
export { middleDay, type PeriodLength, periodOf, periodStart, periodsBetween } from "./calendar.ts";
export { type ChangePoint, changePointsOf, segmentStarts } from "./change-points.ts";
export { correlationOf } from "./correlation.ts";
export {
  applyRule,
  COUNTING_RULES,
  type CountingRule,
  countingRule,
  DEFAULT_RULE,
  reasonAgainst,
  ruleInWords,
} from "./counting-rule.ts";
export { type Depth, type DepthCell, depthOf, RUNGS, rungOf } from "./depth.ts";
export {
  type Exposure,
  type ExposureQuestion,
  exposureOf,
  fixedSources,
  type SourceChange,
  sourceChanges,
} from "./exposure.ts";
export { type Item, levelProbabilities } from "./ideal-points/graded-response.ts";
export { idealPointsOf } from "./ideal-points/ideal-points.ts";
export * from "./index-series/index.ts";
export { type DatedIncident, monthlyScores } from "./monthly.ts";
export { inWords, PROBABILITY_WORDS } from "./probability-words.ts";
export { type Random, seededRandom } from "./random.ts";
export { readoutOf } from "./readout-statements.ts";
export { compareReadouts, type Readout, type ReadoutComparison, type ReadoutStatement } from "./readouts.ts";
export { type DocumentRow, type IncidentRow, isDirected } from "./rows.ts";
export * from "./similarity/index.ts";
export { type ThirdState, type ThirdStatePoint, thirdStateOf } from "./third-state.ts";
export type { NoValueReason } from "./value.ts";
export { type Verdict, verdictOf } from "./verdict.ts";
export { wilsonInterval } from "./wilson.ts";
