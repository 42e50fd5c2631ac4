/** The alignment of a dyad over time: observed series, level, bands. */
export { type AsymmetryPoint, asymmetryOf } from "./asymmetry.ts";
export type { Cells, Direction, IndexQuestion } from "./cells.ts";
export {
  type Index,
  type IndexOptions,
  type IndexPoint,
  indexOf,
  LEAST_INCIDENTS,
  LEAST_PERIODS,
} from "./index-series.ts";
export { fitLocalLevel, type LocalLevelFit, type LocalLevelSeries } from "./local-level.ts";
export { type IndexKind, PER_FAMILIES } from "./observations.ts";
