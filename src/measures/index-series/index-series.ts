import { type CountingRule, DEFAULT_RULE } from "../counting-rule.ts";
import { chiSquared, normals, quantile, type Random } from "../random.ts";
import type { IncidentRow } from "../rows.ts";
import type { NoValueReason } from "../value.ts";
import { type Cells, cellsOf, type IndexQuestion } from "./cells.ts";
import { codingDraws } from "./coding-draws.ts";
import { filter, fitLocalLevel, type LocalLevelFit, smooth } from "./local-level.ts";
import { expectedSums, type IndexKind, observe, observeInto } from "./observations.ts";

/** How an index is computed. */
export interface IndexOptions {
  /** The only source of chance. */
  readonly random: Random;
  readonly kind?: IndexKind;
  /** Paths drawn for the bands; 200 unless told. */
  readonly draws?: number;
  /** The rule that the rows were counted by. */
  readonly rule?: CountingRule;
}

/** One period of an index. Bands are closed intervals that hold the level with 50 and 90 %. */
export interface IndexPoint {
  readonly period: string;
  readonly incidents: number;
  readonly families: number;
  /** What was observed, unsmoothed; absent where there was no exposure. */
  readonly observed?: number;
  readonly level: number;
  readonly band50: readonly [number, number];
  readonly band90: readonly [number, number];
}

/** An index, or the reason why there is none. */
export type Index =
  | {
      readonly kind: IndexKind;
      readonly rule: CountingRule;
      readonly points: readonly IndexPoint[];
      readonly variances: { readonly noise: number; readonly level: number };
      /** Paths of the level drawn from what is known of it; what verdicts are computed from. */
      readonly paths: readonly Float64Array[];
      readonly cells: Cells;
      readonly reason?: undefined;
    }
  | { readonly reason: NoValueReason; readonly cells: Cells };

/** Fewest periods with an observation, and fewest incidents, that an index is fitted to. */
export const LEAST_PERIODS = 6;
export const LEAST_INCIDENTS = 3;

/**
 * The index of a dyad over its periods: the observed series smoothed by a local level model, variances by maximum
 * likelihood. The bands come from counting noise (levels drawn given the observations, unsure variances included) and
 * from coding (in each draw an incident is kept with its confidence).
 * No value with fewer than 6 observed periods, with fewer than 3 incidents, or where nothing varies.
 */
export function indexOf(rows: readonly IncidentRow[], question: IndexQuestion, options: IndexOptions): Index {
  const cells = cellsOf(rows, question);
  const fitted = fitCells(cells, options);
  if (fitted.reason) return { reason: fitted.reason, cells };
  const { kind, fit, level, paths, observed } = fitted;
  const points = pointsOf(cells, observed, level, paths);
  return { kind, rule: options.rule ?? DEFAULT_RULE, points, variances: fit.variances, paths, cells };
}

/** A fitted series of cells: smoothed level, and paths drawn of it. */
export type FittedCells =
  | {
      readonly kind: IndexKind;
      readonly fit: LocalLevelFit;
      readonly observed: Float64Array;
      readonly level: Float64Array;
      readonly paths: readonly Float64Array[];
      readonly reason?: undefined;
    }
  | { readonly reason: NoValueReason };

/** Fits the level of a series and draws paths of it; at `restarts` it starts anew. */
export function fitCells(cells: Cells, options: IndexOptions, restarts?: ReadonlySet<number>): FittedCells {
  const kind = options.kind ?? "net";
  const series = { ...observe(kind, cells, expectedSums(cells)), restarts };
  if (!cells.exposure.some((families) => families > 0)) return { reason: "no exposure" };
  if (cells.ids.length < LEAST_INCIDENTS) return { reason: "too few incidents" };
  if (series.noise.filter(Number.isFinite).length < LEAST_PERIODS) return { reason: "too few periods" };
  const fit = fitLocalLevel(series);
  if (!(fit.best.squares > 0)) return { reason: "no variation" };
  const level = new Float64Array(series.y.length);
  filter(series.y, fit.best.gains, level);
  smooth(level, fit.best.gains);
  return { kind, fit, observed: series.y, level, paths: pathsOf(cells, kind, fit, options) };
}

/** Shares of the likelihood below this are not drawn from. */
const NEGLIGIBLE = 1e-4;

function pathsOf(cells: Cells, kind: IndexKind, fit: LocalLevelFit, options: IndexOptions): Float64Array[] {
  const { random } = options;
  const normal = normals(random);
  const likely = fit.candidates.flatMap((candidate, at) =>
    fit.shares[at] > NEGLIGIBLE ? [{ candidate, share: fit.shares[at] }] : [],
  );
  const drawCoding = codingDraws(cells, kind, random, normal);
  const y = new Float64Array(cells.periods.length);
  return Array.from({ length: options.draws ?? 200 }, () => {
    observeInto(y, kind, cells, drawCoding());
    const { gains, squares, free } = pick(likely, random);
    const path = new Float64Array(y.length);
    fillMissing(y, gains.update);
    filter(y, gains, path);
    smooth(path, gains, Math.sqrt(squares / chiSquared(free, random, normal)), normal);
    return path;
  });
}

/** A draw that keeps no incident of a period has no mean there: the level before stands in. */
function fillMissing(y: Float64Array, update: Float64Array): void {
  if (!y.some(Number.isNaN)) return;
  let last = y.find((value) => !Number.isNaN(value)) ?? 0;
  for (let t = 0; t < y.length; t += 1) {
    if (!Number.isNaN(y[t])) last = y[t];
    else if (update[t] > 0) y[t] = last;
  }
}

function pick<T>(weighted: readonly { readonly candidate: T; readonly share: number }[], random: Random): T {
  let left = random() * weighted.reduce((sum, entry) => sum + entry.share, 0);
  for (const entry of weighted) {
    left -= entry.share;
    if (left < 0) return entry.candidate;
  }
  return weighted[weighted.length - 1].candidate;
}

function pointsOf(cells: Cells, y: Float64Array, level: Float64Array, paths: readonly Float64Array[]): IndexPoint[] {
  const incidents = new Int32Array(cells.periods.length);
  for (const period of cells.period) incidents[period] += 1;
  const sorted = new Float64Array(paths.length);
  return cells.periods.map((period, t) => {
    for (let draw = 0; draw < paths.length; draw += 1) sorted[draw] = paths[draw][t];
    sorted.sort();
    return {
      period,
      incidents: incidents[t],
      families: cells.exposure[t],
      ...(Number.isNaN(y[t]) ? {} : { observed: y[t] }),
      level: level[t],
      band50: [quantile(sorted, 0.25), quantile(sorted, 0.75)],
      band90: [quantile(sorted, 0.05), quantile(sorted, 0.95)],
    };
  });
}
