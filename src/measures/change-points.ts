import { type Cells, cellsOf, type IndexQuestion } from "./index-series/cells.ts";
import { fitLocalLevel, type LocalLevelSeries } from "./index-series/local-level.ts";
import { addTo, emptySums, expectedSums, type IndexKind, observe } from "./index-series/observations.ts";
import type { Random } from "./random.ts";
import type { IncidentRow } from "./rows.ts";
import type { NoValueReason } from "./value.ts";

/** A place where the mean of a series changes. */
export interface ChangePoint {
  /** First period of the new mean. */
  readonly period: string;
  readonly before: number;
  readonly after: number;
  /** Share of resamplings of the incidents that have a change here or one period off. */
  readonly support: number;
  /** Incidents of the period and its two neighbours, by the size of their score, the greatest first. */
  readonly incidents: readonly string[];
}

/** The changes of a series, or the reason why none can be looked for. */
export type ChangePoints =
  | { readonly changes: readonly ChangePoint[]; readonly reason?: undefined }
  | { readonly reason: NoValueReason };

export interface ChangePointOptions {
  readonly random: Random;
  readonly kind?: IndexKind;
  /** Resamplings for the support; 200 unless told. */
  readonly draws?: number;
}

/** Fewest periods between two changes, and fewest periods of a series. */
export const LEAST_SEGMENT = 3;
const LEAST_PERIODS = 8;

/**
 * Changes of the mean of an index's observed series by PELT: the segmentation with the least weighted squares plus a
 * penalty of 3 log n for each change. The noise variance is that of the local level model.
 * Source: R. Killick, P. Fearnhead and I. A. Eckley, "Optimal Detection of Changepoints With a Linear Computational
 * Cost", Journal of the American Statistical Association 107 (2012), 1590-1598; support by the bootstrap over incidents.
 * No value with fewer than 8 observed periods or where nothing varies.
 */
export function changePointsOf(
  rows: readonly IncidentRow[],
  question: IndexQuestion,
  options: ChangePointOptions,
): ChangePoints {
  const kind = options.kind ?? "net";
  const cells = cellsOf(rows, question);
  const series = observe(kind, cells, expectedSums(cells));
  if (!cells.exposure.some((families) => families > 0)) return { reason: "no exposure" };
  if (series.noise.filter(Number.isFinite).length < LEAST_PERIODS) return { reason: "too few periods" };
  const variance = fitLocalLevel(series).variances.noise;
  if (!(variance > 0)) return { reason: "no variation" };
  const found = segmentStarts(series, variance);
  const resampled = Array.from({ length: options.draws ?? 200 }, () => {
    const drawn = observe(kind, cells, resampledSums(cells, options.random));
    return segmentStarts({ ...drawn, noise: series.noise }, variance);
  });
  const bounds = [0, ...found, cells.periods.length];
  return {
    changes: found.map((start, at) => ({
      period: cells.periods[start],
      before: segmentMean(series, bounds[at], start),
      after: segmentMean(series, start, bounds[at + 2]),
      support:
        resampled.filter((starts) => starts.some((other) => Math.abs(other - start) <= 1)).length / resampled.length,
      incidents: incidentsAround(cells, start),
    })),
  };
}

/** Starts of the segments but the first, by PELT. */
export function segmentStarts(series: LocalLevelSeries, variance: number): number[] {
  const length = series.y.length;
  const cost = costOf(series, variance);
  const penalty = 3 * Math.log(length);
  const best = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(length + 1);
  best[0] = -penalty;
  let candidates = [0];
  for (let end = LEAST_SEGMENT; end <= length; end += 1) {
    for (const start of candidates) {
      const total = best[start] + cost(start, end) + penalty;
      if (total < best[end]) {
        best[end] = total;
        previous[end] = start;
      }
    }
    candidates = candidates.filter((start) => best[start] + cost(start, end) <= best[end]);
    candidates.push(end - LEAST_SEGMENT + 1);
  }
  const starts: number[] = [];
  for (let end = previous[length]; end > 0; end = previous[end]) starts.unshift(end);
  return starts;
}

/** Weighted squares of [start, end) about their mean, in units of the noise variance, from running sums. */
function costOf({ y, noise }: LocalLevelSeries, variance: number): (start: number, end: number) => number {
  const [weight, sum, square] = [0, 1, 2].map(() => new Float64Array(y.length + 1));
  for (let t = 0; t < y.length; t += 1) {
    const share = Number.isFinite(noise[t]) && !Number.isNaN(y[t]) ? 1 / noise[t] : 0;
    weight[t + 1] = weight[t] + share;
    sum[t + 1] = sum[t] + (share > 0 ? share * y[t] : 0);
    square[t + 1] = square[t] + (share > 0 ? share * y[t] * y[t] : 0);
  }
  return (start, end) => {
    const mass = weight[end] - weight[start];
    if (mass === 0) return 0;
    return (square[end] - square[start] - (sum[end] - sum[start]) ** 2 / mass) / variance;
  };
}

function segmentMean({ y, noise }: LocalLevelSeries, from: number, to: number): number {
  let [mass, sum] = [0, 0];
  for (let t = from; t < to; t += 1) {
    if (!Number.isFinite(noise[t])) continue;
    mass += 1 / noise[t];
    sum += y[t] / noise[t];
  }
  return sum / mass;
}

/** The incidents drawn with replacement, each kept with its confidence. */
function resampledSums(cells: Cells, random: Random) {
  const sums = emptySums(cells.periods.length);
  for (let draw = 0; draw < cells.score.length; draw += 1) {
    const incident = Math.floor(random() * cells.score.length);
    if (random() < cells.confidence[incident]) addTo(sums, cells, incident, 1);
  }
  return sums;
}

function incidentsAround(cells: Cells, period: number): string[] {
  const near = cells.ids.map((_, at) => at).filter((at) => Math.abs(cells.period[at] - period) <= 1);
  near.sort((a, b) => Math.abs(cells.score[b]) - Math.abs(cells.score[a]) || (cells.ids[a] < cells.ids[b] ? -1 : 1));
  return near.map((at) => cells.ids[at]);
}
