/** The alignment of a dyad over time: observed series, level, bands. */
export { asymmetryOf } from "./asymmetry.ts";
export type { IndexQuestion } from "./cells.ts";
export { type Index, type IndexPoint, indexOf } from "./index-series.ts";
export { fitLocalLevel } from "./local-level.ts";
