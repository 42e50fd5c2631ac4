import type { NoValueReason } from "./value.ts";
import { Z90 } from "./wilson.ts";

/** A correlation with the interval that holds it with 90 %, or the reason why there is none. */
export type Correlation =
  | {
      readonly value: number;
      readonly interval: readonly [number, number];
      readonly pairs: number;
      /** Pairs that would tell as much if they were independent in time. */
      readonly effective: number;
    }
  | { readonly value: undefined; readonly reason: NoValueReason };

/** Fewest pairs, and fewest effective ones: the interval needs more than 3. */
const LEAST_PAIRS = 6;
const LEAST_EFFECTIVE = 4;

/**
 * Pearson's r of two series, with Fisher's interval (Metron 1 (1921), 3-32) at an effective number of pairs that allows
 * for autocorrelation: n (1 - p q) / (1 + p q), p and q the lag-one autocorrelations (C. S. Bretherton et al., "The
 * Effective Number of Spatial Degrees of Freedom of a Time-Varying Field", Journal of Climate 12 (1999), 1990-2009).
 * Positions where one of the two is missing (NaN) are left out. No value with fewer than 6 pairs (4 effective ones),
 * or where one series is constant.
 */
export function correlationOf(a: ArrayLike<number>, b: ArrayLike<number>): Correlation {
  const both = Array.from({ length: a.length }, (_, t) => t).filter((t) => !Number.isNaN(a[t]) && !Number.isNaN(b[t]));
  const x = both.map((t) => a[t]);
  const y = both.map((t) => b[t]);
  if (both.length < LEAST_PAIRS) return { value: undefined, reason: "too few pairs" };
  const value = pearson(x, y);
  if (Number.isNaN(value)) return { value: undefined, reason: "no variation" };
  const memory = Math.max(0, lagOne(x) * lagOne(y));
  const effective = (both.length * (1 - memory)) / (1 + memory);
  if (effective < LEAST_EFFECTIVE) return { value: undefined, reason: "too few pairs" };
  const half = Z90 / Math.sqrt(effective - 3);
  const centre = Math.atanh(Math.max(-1 + 1e-12, Math.min(1 - 1e-12, value)));
  return { value, interval: [Math.tanh(centre - half), Math.tanh(centre + half)], pairs: both.length, effective };
}

function pearson(x: readonly number[], y: readonly number[]): number {
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (let t = 0; t < x.length; t += 1) {
    xy += (x[t] - meanX) * (y[t] - meanY);
    xx += (x[t] - meanX) ** 2;
    yy += (y[t] - meanY) ** 2;
  }
  return xx === 0 || yy === 0 ? Number.NaN : xy / Math.sqrt(xx * yy);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** 0 where a part of the series is constant. */
const lagOne = (values: readonly number[]): number => pearson(values.slice(1), values.slice(0, -1)) || 0;
