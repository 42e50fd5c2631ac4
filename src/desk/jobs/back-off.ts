const LONGEST = 24 * 3600;
const LONGEST_ASKED = 7 * 24 * 3600;
/** Looks are spread by up to this share, so that many feeds don't come due at once. */
const SPREAD = { well: 0.05, failing: 0.2 };

export interface Look {
  /** How often it is looked at while it does well, in seconds. */
  readonly every: number;
  /** How often in a row it has failed; 0 where it did well. */
  readonly failures: number;
  /** Seconds that the other side asked to be left alone. */
  readonly retryAfter?: number;
}

/**
 * Seconds until the next look: the interval while it goes well; doubled with each failure in a row up to a day
 * (exponential back-off), with jitter; never sooner than the other side asked for, up to a week of that.
 * `chance` is uniform in [0, 1).
 */
export function secondsToNextLook({ every, failures, retryAfter = 0 }: Look, chance: number): number {
  const plain = failures === 0 ? every : Math.min(every * 2 ** Math.min(failures, 30), Math.max(every, LONGEST));
  const spread = failures === 0 ? SPREAD.well : SPREAD.failing;
  const jittered = plain * (1 + spread * (2 * chance - 1));
  return Math.max(jittered, Math.min(retryAfter, LONGEST_ASKED));
}
