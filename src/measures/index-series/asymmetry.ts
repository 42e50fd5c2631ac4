import { quantile } from "../random.ts";
import type { Index } from "./index-series.ts";

/** How much more one side does for the other than it gets back, in one period. */
export interface AsymmetryPoint {
  readonly period: string;
  readonly difference: number;
  readonly band90: readonly [number, number];
}

/**
 * First-to-second less second-to-first, period by period, in the units of the index. Its band takes the two parts'
 * paths as independent. Undefined where one of them has no value.
 */
export function asymmetryOf(there: Index, back: Index): AsymmetryPoint[] | undefined {
  if (there.reason || back.reason) return undefined;
  return there.points.map((point, t) => {
    const drawn = Float64Array.from(there.paths, (path, at) => path[t] - back.paths[at % back.paths.length][t]).sort();
    return {
      period: point.period,
      difference: point.level - back.points[t].level,
      band90: [quantile(drawn, 0.05), quantile(drawn, 0.95)],
    };
  });
}
