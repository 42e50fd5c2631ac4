/**
 * The local level model: y[t] = m[t] + e[t], m[t+1] = m[t] + n[t], with var e[t] = s2 * noise[t] and var n[t] = s2 * q.
 * Source: J. Durbin and S. J. Koopman, "Time Series Analysis by State Space Methods" (2nd ed., Oxford 2012), chapter 2;
 * diffuse start and concentrated likelihood: sections 2.9 and 2.10. A missing y is NaN.
 */
export interface LocalLevelSeries {
  readonly y: Float64Array;
  /** Relative variance of each observation's noise; Infinity where nothing was observed. */
  readonly noise: Float64Array;
  /** Positions at which the level starts anew, knowing nothing of what was before. */
  readonly restarts?: ReadonlySet<number>;
}

/** All of the model that does not depend on y: gains and variances in units of s2, for one q. */
export interface Gains {
  readonly q: number;
  /** Weight of the new observation, 0 where there is none. */
  readonly update: Float64Array;
  /** Variance of the one-step prediction error, NaN at the first observation and where there is none. */
  readonly error: Float64Array;
  /** Weight of the next level when going back, and standard deviation of the level given the next one. */
  readonly back: Float64Array;
  readonly spread: Float64Array;
}

/** The gains of a series at signal-to-noise ratio `q`. */
export function gainsOf({ noise, restarts }: LocalLevelSeries, q: number): Gains {
  const length = noise.length;
  const [update, error, back, spread] = [0, 1, 2, 3].map(() => new Float64Array(length));
  error.fill(Number.NaN);
  let predicted = Number.POSITIVE_INFINITY;
  for (let t = 0; t < length; t += 1) {
    const observed = Number.isFinite(noise[t]);
    if (observed && predicted < Number.POSITIVE_INFINITY) error[t] = predicted + noise[t];
    update[t] = observed ? (predicted < Number.POSITIVE_INFINITY ? predicted / error[t] : 1) : 0;
    const filtered = observed ? update[t] * noise[t] : predicted;
    predicted = restarts?.has(t + 1) ? Number.POSITIVE_INFINITY : filtered + q;
    back[t] = filtered === Number.POSITIVE_INFINITY ? 1 : predicted === 0 ? 1 : filtered / predicted;
    spread[t] = Math.sqrt(filtered === Number.POSITIVE_INFINITY ? q : filtered * (1 - back[t]));
    if (t === length - 1) spread[t] = Math.sqrt(filtered);
  }
  return { q, update, error, back, spread };
}

/** The filtered levels, written into `level`; returns the weighted sum of squared prediction errors. */
export function filter(y: Float64Array, gains: Gains, level: Float64Array): number {
  let current = 0;
  let squares = 0;
  for (let t = 0; t < y.length; t += 1) {
    if (gains.update[t] > 0) {
      const surprise = y[t] - current;
      if (!Number.isNaN(gains.error[t])) squares += (surprise * surprise) / gains.error[t];
      current += gains.update[t] * surprise;
    }
    level[t] = current;
  }
  return squares;
}

/**
 * Goes back over filtered levels and makes them smoothed ones, in place. With `normal` each level is drawn from its
 * distribution given all observations (scaled by `scale`, the square root of s2); without, it is the mean.
 */
export function smooth(level: Float64Array, gains: Gains, scale = 0, normal?: () => number): void {
  const last = level.length - 1;
  if (normal) level[last] += scale * gains.spread[last] * normal();
  for (let t = last - 1; t >= 0; t -= 1) {
    level[t] += gains.back[t] * (level[t + 1] - level[t]);
    if (normal) level[t] += scale * gains.spread[t] * normal();
  }
}

/** One candidate q: its gains, the best s2 at it, and its log likelihood with s2 concentrated out. */
export interface Candidate {
  readonly gains: Gains;
  readonly squares: number;
  /** Number of prediction errors: observations less one for each start. */
  readonly free: number;
  readonly logLikelihood: number;
}

/** The likelihood of a series at one q. */
export function candidateOf(series: LocalLevelSeries, q: number): Candidate {
  const gains = gainsOf(series, q);
  const squares = filter(series.y, gains, new Float64Array(series.y.length));
  let logs = 0;
  let free = 0;
  for (const error of gains.error) {
    if (Number.isNaN(error)) continue;
    logs += Math.log(error);
    free += 1;
  }
  const logLikelihood = -0.5 * (free * (Math.log((2 * Math.PI * squares) / free) + 1) + logs);
  return { gains, squares, free, logLikelihood };
}

/** A fitted local level model. */
export interface LocalLevelFit {
  readonly best: Candidate;
  /** Variances of the observation noise (at relative noise 1) and of the level's steps, by maximum likelihood. */
  readonly variances: { readonly noise: number; readonly level: number };
  /** Candidates over the whole range of q, with their share of the likelihood: how unsure q is. */
  readonly candidates: readonly Candidate[];
  readonly shares: readonly number[];
}

/** The range of the square root of q that is searched: from no change of the level to steps four times the noise. */
const GRID = Array.from({ length: 33 }, (_, index) => (index / 8) ** 2 / 4);

/** Fits the model by maximum likelihood: a grid over q, then a golden section around the best point. */
export function fitLocalLevel(series: LocalLevelSeries): LocalLevelFit {
  const candidates = GRID.map((root) => candidateOf(series, root * root));
  const top = candidates.reduce((a, b) => (b.logLikelihood > a.logLikelihood ? b : a));
  const at = candidates.indexOf(top);
  const best = refine(series, GRID[Math.max(at - 1, 0)], GRID[Math.min(at + 1, GRID.length - 1)], top);
  const s2 = best.squares / best.free;
  return {
    best,
    variances: { noise: s2, level: s2 * best.gains.q },
    candidates,
    shares: sharesOf(candidates, top.logLikelihood),
  };
}

/** Scale of the half-Cauchy prior on the square root of q: a level mostly moves by less than the noise. */
const SCALE = 0.6;

/**
 * Shares of the candidates: likelihood times a half-Cauchy prior on the square root of q (A. Gelman, "Prior
 * Distributions for Variance Parameters in Hierarchical Models", Bayesian Analysis 1 (2006), 515-534).
 */
function sharesOf(candidates: readonly Candidate[], top: number): number[] {
  const widths = GRID.map((root, index) => (GRID[index + 1] ?? root) - (GRID[index - 1] ?? root));
  const weights = candidates.map(
    ({ logLikelihood }, at) => (widths[at] * Math.exp(logLikelihood - top)) / (1 + (GRID[at] / SCALE) ** 2),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

function refine(series: LocalLevelSeries, from: number, to: number, start: Candidate): Candidate {
  let [low, high, best] = [from, to, start];
  const at = (root: number): Candidate => {
    const candidate = candidateOf(series, root * root);
    if (candidate.logLikelihood > best.logLikelihood) best = candidate;
    return candidate;
  };
  for (let step = 0; step < 24; step += 1) {
    const left = high - GOLDEN * (high - low);
    const right = low + GOLDEN * (high - low);
    if (at(left).logLikelihood > at(right).logLikelihood) high = right;
    else low = left;
  }
  return best;
}
