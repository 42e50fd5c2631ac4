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

/** How likely type, actors and recipients of a report are all right, 0 to 1, and by which signs. */
export function assessed(ground: Ground, candidate: Candidate): { readonly value: number; readonly signs: Signs } {
  const signs = signsOf(ground, candidate);
  return { value: Math.round(1000 * shareRight(signs)) / 1000, signs };
}

export const confidenceOf = (ground: Ground, candidate: Candidate): number => assessed(ground, candidate).value;
