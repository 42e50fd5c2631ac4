import { type Cells, cellsOf, type IndexQuestion } from "./index-series/cells.ts";
import { fitCells, type IndexOptions } from "./index-series/index-series.ts";
import { PER_FAMILIES } from "./index-series/observations.ts";
import { inWords, type ProbabilityWord } from "./probability-words.ts";
import { quantile } from "./random.ts";
import type { IncidentRow } from "./rows.ts";
import type { NoValueReason } from "./value.ts";

/** Two windows of an index's periods, named by first and last period. */
export interface VerdictQuestion {
  readonly window: readonly [string, string];
  /** What the window is held against. */
  readonly baseline: readonly [string, string];
}

/** What a verdict needs at least: incidents in both windows together, families and sides that report them. */
export interface EvidenceMinimum {
  readonly incidents: number;
  readonly families: number;
  readonly sides: number;
}

export const EVIDENCE_MINIMUM: EvidenceMinimum = { incidents: 8, families: 4, sides: 2 };

/** A rise (or fall) is called from this probability on. */
export const CALLED_FROM = 0.975;

/**
 * `steady` is said only where a change of this share of all that goes on between the two would have been told: half the
 * 90 % interval is at most this share of the sum of confidence * |score| per 100 families and period.
 */
export const STEADY_WITHIN = 0.5;

/** An incident, and by how much it moves the difference of the two windows. */
export interface Reason {
  readonly id: string;
  readonly in: "window" | "baseline";
  readonly effect: number;
}

/** A verdict that could be reached. */
export interface Reached {
  readonly verdict: "strengthened" | "steady" | "weakened";
  /** Probability that the level rose, and its word. */
  readonly probability: number;
  readonly word: ProbabilityWord;
  /** Difference of the mean levels, with the interval that holds it with 90 %. */
  readonly effect: number;
  readonly interval: readonly [number, number];
  /** Incidents by the size of their effect, the greatest first. */
  readonly reasons: readonly Reason[];
}

/** A verdict, or that there is not enough evidence for one and why. */
export type Verdict = Reached | { readonly verdict: "not enough evidence"; readonly reason: NoValueReason };

/**
 * Whether the level of a window is above that of its baseline. The local level model of the index is fitted with a new
 * start at both ends of both windows, so that neither smooths into the other; the probability is the share of its paths
 * whose mean level rose. `strengthened` from 97.5 % on, `weakened` up to 2.5 %; between them `steady` where a change of some
 * size would have been told, else there is not enough evidence.
 */
export function verdictOf(
  rows: readonly IncidentRow[],
  question: IndexQuestion & VerdictQuestion,
  options: IndexOptions & { readonly minimum?: EvidenceMinimum },
): Verdict {
  const cells = cellsOf(rows, question);
  const window = span(cells.periods, question.window);
  const baseline = span(cells.periods, question.baseline);
  const missing = lacking(cells, rows, window, baseline, options.minimum ?? EVIDENCE_MINIMUM);
  if (missing) return { verdict: "not enough evidence", reason: missing };
  const fitted = fitCells(cells, options, new Set([...window, ...baseline]));
  if (fitted.reason) return { verdict: "not enough evidence", reason: fitted.reason };
  const differences = Float64Array.from(fitted.paths, (path) => meanOf(path, window) - meanOf(path, baseline)).sort();
  const probability = differences.filter((difference) => difference > 0).length / differences.length;
  const interval = [quantile(differences, 0.05), quantile(differences, 0.95)] as const;
  const verdict = probability >= CALLED_FROM ? "strengthened" : probability <= 1 - CALLED_FROM ? "weakened" : "steady";
  const told = (interval[1] - interval[0]) / 2 <= STEADY_WITHIN * intensityOf(cells, window, baseline);
  if (verdict === "steady" && !told) return { verdict: "not enough evidence", reason: "interval too wide" };
  return {
    verdict,
    probability,
    word: inWords(probability),
    effect: meanOf(fitted.level, window) - meanOf(fitted.level, baseline),
    interval,
    reasons: reasonsOf(cells, window, baseline),
  };
}

/** Half-open range of positions. */
type Range = readonly [number, number];

function span(periods: readonly string[], [from, to]: readonly [string, string]): Range {
  const first = periods.findIndex((period) => period >= from);
  const last = periods.findLastIndex((period) => period <= to);
  return first < 0 || last < first ? [0, 0] : [first, last + 1];
}

const within = (range: Range, period: number): boolean => period >= range[0] && period < range[1];

const meanOf = (values: ArrayLike<number>, [from, to]: Range): number => {
  let sum = 0;
  for (let t = from; t < to; t += 1) sum += values[t];
  return sum / (to - from);
};

function lacking(
  cells: Cells,
  rows: readonly IncidentRow[],
  window: Range,
  baseline: Range,
  minimum: EvidenceMinimum,
): NoValueReason | undefined {
  const read = (range: Range): boolean => cells.exposure.slice(...range).some((families) => families > 0);
  if (window[1] <= window[0] || baseline[1] <= baseline[0]) return "too few periods";
  if (!read(window) || !read(baseline)) return "no exposure";
  const counted = new Set(
    cells.ids.filter((_, at) => {
      const period = cells.period[at];
      return cells.exposure[period] > 0 && (within(window, period) || within(baseline, period));
    }),
  );
  const evidence = rows.filter((row) => counted.has(row.id));
  if (counted.size < minimum.incidents) return "too few incidents";
  if (new Set(evidence.flatMap((row) => row.families)).size < minimum.families) return "too few source families";
  return new Set(evidence.flatMap((row) => row.sides)).size < minimum.sides ? "too few sides" : undefined;
}

/** All that goes on between the two: mean of confidence * |score| per 100 families over the read periods of both windows. */
function intensityOf(cells: Cells, window: Range, baseline: Range): number {
  const read = cells.exposure.filter((families, t) => families > 0 && (within(window, t) || within(baseline, t)));
  let sum = 0;
  for (let at = 0; at < cells.ids.length; at += 1) {
    const period = cells.period[at];
    const families = cells.exposure[period];
    if (families === 0 || !(within(window, period) || within(baseline, period))) continue;
    sum += (PER_FAMILIES * cells.confidence[at] * Math.abs(cells.score[at])) / families;
  }
  return sum / read.length;
}

/** How much each incident adds to the unsmoothed difference: its expected score per 100 families and period; none in a period without exposure. */
function reasonsOf(cells: Cells, window: Range, baseline: Range): Reason[] {
  const reasons = cells.ids.flatMap((id, at): Reason[] => {
    const period = cells.period[at];
    if (cells.exposure[period] === 0) return [];
    const share = (PER_FAMILIES * cells.confidence[at] * cells.score[at]) / cells.exposure[period];
    if (within(window, period)) return [{ id, in: "window", effect: share / (window[1] - window[0]) }];
    if (within(baseline, period)) return [{ id, in: "baseline", effect: -share / (baseline[1] - baseline[0]) }];
    return [];
  });
  return reasons.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || (a.id < b.id ? -1 : 1));
}
