/** A share with its interval. */
export interface Share {
  readonly share: number;
  readonly interval: readonly [number, number];
}

/** Two-sided 90 % of the normal distribution. */
export const Z90 = 1.6448536269514722;

/**
 * Wilson's score interval of a share, `z` standard normal deviates wide; no value without trials.
 * Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American
 * Statistical Association 22 (1927), 209-212.
 */
export function wilsonInterval(successes: number, trials: number, z: number = Z90): Share | undefined {
  if (trials === 0) return undefined;
  const share = successes / trials;
  const shrink = 1 + (z * z) / trials;
  const centre = (share + (z * z) / (2 * trials)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return {
    share,
    interval: [Math.min(share, Math.max(0, centre - half)), Math.max(share, Math.min(1, centre + half))],
  };
}
