import type { Cells } from "./cells.ts";
import type { LocalLevelSeries } from "./local-level.ts";

/**
 * What the index is made of, by name:
 * - `net`: sum of scores per 100 source families read. The default: more reading doesn't look like more friendship.
 * - `sum`: sum of scores, blind to exposure (J. S. Goldstein, Journal of Conflict Resolution 36 (1992), 369-385).
 * - `mean`: mean score of the incidents of a period.
 * - `cooperation share`: incidents with a positive score by all with a score other than 0.
 * - `log-odds`: log((cooperative + 1/2) / (conflictual + 1/2)), as W. Lowe et al., Legislative Studies Quarterly 36
 *   (2011), 123-155, scale positions from counts.
 */
export type IndexKind = "net" | "sum" | "mean" | "cooperation share" | "log-odds";

/** Sums of each period, an incident weighted by its confidence, or in a draw by 0 or 1. */
export interface Sums {
  readonly net: Float64Array;
  readonly cooperative: Float64Array;
  readonly conflictual: Float64Array;
  readonly weight: Float64Array;
}

/** Families that a rate is printed for. */
export const PER_FAMILIES = 100;

export const emptySums = (periods: number): Sums => ({
  net: new Float64Array(periods),
  cooperative: new Float64Array(periods),
  conflictual: new Float64Array(periods),
  weight: new Float64Array(periods),
});

/** The expected sums: each incident counts by its confidence. */
export function expectedSums(cells: Cells): Sums {
  const sums = emptySums(cells.periods.length);
  for (let incident = 0; incident < cells.score.length; incident += 1) {
    addTo(sums, cells, incident, cells.confidence[incident]);
  }
  return sums;
}

/** Adds one incident with a weight to the sums of its period. */
export function addTo(sums: Sums, cells: Cells, incident: number, weight: number): void {
  const period = cells.period[incident];
  const score = cells.score[incident];
  sums.net[period] += weight * score;
  sums.weight[period] += weight;
  if (score > 0) sums.cooperative[period] += weight;
  else if (score < 0) sums.conflictual[period] += weight;
}

/** The observation of one period, NaN where the period has none. */
function observation(kind: IndexKind, sums: Sums, exposure: number, t: number): number {
  if (exposure <= 0) return Number.NaN;
  if (kind === "net") return (PER_FAMILIES * sums.net[t]) / exposure;
  if (kind === "sum") return sums.net[t];
  if (kind === "mean") return sums.weight[t] > 0 ? sums.net[t] / sums.weight[t] : Number.NaN;
  const either = sums.cooperative[t] + sums.conflictual[t];
  if (either === 0) return Number.NaN;
  if (kind === "cooperation share") return sums.cooperative[t] / either;
  return Math.log((sums.cooperative[t] + 0.5) / (sums.conflictual[t] + 0.5));
}

/** Relative variance of a period's noise: by exposure for a rate, by the number of incidents for a mean. */
function noiseOf(kind: IndexKind, sums: Sums, exposure: number, t: number): number {
  if (kind === "net") return 1 / exposure;
  if (kind === "sum") return 1;
  if (kind === "mean") return 1 / sums.weight[t];
  if (kind === "cooperation share") return 1 / (sums.cooperative[t] + sums.conflictual[t]);
  return 1 / (sums.cooperative[t] + 0.5) + 1 / (sums.conflictual[t] + 0.5);
}

/** The observed values, written into `y`. */
export function observeInto(y: Float64Array, kind: IndexKind, cells: Cells, sums: Sums): void {
  for (let t = 0; t < y.length; t += 1) y[t] = observation(kind, sums, cells.exposure[t], t);
}

/** The observed series: where there was no exposure there is no observation, not 0. Noise has mean 1. */
export function observe(kind: IndexKind, cells: Cells, sums: Sums): LocalLevelSeries {
  const y = new Float64Array(cells.periods.length);
  observeInto(y, kind, cells, sums);
  const raw = y.map((value, t) =>
    Number.isNaN(value) ? Number.POSITIVE_INFINITY : noiseOf(kind, sums, cells.exposure[t], t),
  );
  const seen = raw.filter(Number.isFinite);
  const mean = seen.reduce((sum, value) => sum + value, 0) / seen.length;
  return { y, noise: raw.map((value) => value / mean) };
}
