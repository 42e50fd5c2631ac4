/** A step of the scale: the words, and the closed range of probabilities they stand for. */
export interface ProbabilityWord {
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The seven steps of likelihood.
 * Source: Intelligence Community Directive 203, "Analytic Standards" (2 January 2015, technical amendment 2022),
 * section D.6.e.2.a. Neighbouring steps share their bounds there; here a bound belongs to the upper step.
 */
export const PROBABILITY_WORDS: readonly ProbabilityWord[] = [
  { words: "almost no chance", from: 0.01, to: 0.05 },
  { words: "very unlikely", from: 0.05, to: 0.2 },
  { words: "unlikely", from: 0.2, to: 0.45 },
  { words: "roughly even chance", from: 0.45, to: 0.55 },
  { words: "likely", from: 0.55, to: 0.8 },
  { words: "very likely", from: 0.8, to: 0.95 },
  { words: "almost certain", from: 0.95, to: 0.99 },
];

/** The step of a probability. Below 1 % and above 99 % the outermost steps: the scale has no word for certainty. */
export function inWords(probability: number): ProbabilityWord {
  const step = PROBABILITY_WORDS.findLast((word) => probability >= word.from);
  return step ?? PROBABILITY_WORDS[0];
}
