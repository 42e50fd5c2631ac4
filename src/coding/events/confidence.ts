import type { Candidate } from "./candidate.ts";
import { CONFIDENCE_WEIGHTS } from "./generated/confidence-weights.ts";
import type { Ground } from "./ground.ts";
import { SIGNS, type Signs, signsOf } from "./signs.ts";

const { bias, weights } = CONFIDENCE_WEIGHTS;

/** Nothing that a program reads is surer or more doubtful than this. */
const LEAST = 0.02;
const MOST = 0.98;

/** The share of reports with such signs that were right when read: a logistic regression (training/confidence.ts). */
export function shareRight(signs: Signs): number {
  const sum = SIGNS.reduce((total, name) => total + weights[name] * signs[name], bias);
  return Math.min(MOST, Math.max(LEAST, 1 / (1 + Math.exp(-sum))));
}

/**
 * Reports below this confidence are not made: of those that were read, one in six was right. It is what `read` takes
 * where its caller says nothing.
 */
export const LEAST_CONFIDENCE = 0.2;

/**
 * A candidate with how likely type, actors and recipients are all right, 0 to 1; rejected where that is less than the
 * least confidence. Rows that are read along the sentence, which people bring from other coders, are obeyed.
 */
export function assessed(ground: Ground, candidate: Candidate, least: number): Candidate {
  if (candidate.rejected) return candidate;
  const signs = signsOf(ground, candidate);
  const value = Math.round(1000 * shareRight(signs)) / 1000;
  const doubtful = value < least && candidate.row.reading !== "linear";
  return {
    ...candidate,
    assessment: { value, signs },
    ...(doubtful && { rejected: "it is more likely wrong than right" }),
  };
}
