/** One answer: how sure it was, and whether it was right. */
export interface Answered {
  readonly confidence: number;
  readonly right: boolean;
}

/** The answers of one range of confidence. */
export interface Bin {
  readonly count: number;
  /** Mean confidence and share of right answers, 0 to 1. */
  readonly confidence: number;
  readonly right: number;
}

const BINS = 10;

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Ten equal ranges of confidence, without those that hold no answer. */
export function reliabilityBins(answers: readonly Answered[]): Bin[] {
  const groups = Map.groupBy(answers, ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)));
  return [...groups]
    .sort(([one], [other]) => one - other)
    .map(([, group]) => ({
      count: group.length,
      confidence: meanOf(group.map(({ confidence }) => confidence)),
      right: meanOf(group.map(({ right }) => (right ? 1 : 0))),
    }));
}

/**
 * Expected calibration error (Naeini, Cooper and Hauskrecht 2015): the mean distance between confidence and the share
 * of right answers over ten equal bins, weighted by the bins' sizes. undefined for no answers.
 */
export function calibrationError(answers: readonly Answered[]): number | undefined {
  if (answers.length === 0) return undefined;
  const distances = reliabilityBins(answers).map(
    ({ count, confidence, right }) => count * Math.abs(confidence - right),
  );
  return distances.reduce((sum, distance) => sum + distance, 0) / answers.length;
}

/** Brier score (Brier 1950): the mean squared distance between confidence and what came of it. undefined for no answers. */
export function brierScore(answers: readonly Answered[]): number | undefined {
  if (answers.length === 0) return undefined;
  return meanOf(answers.map(({ confidence, right }) => (confidence - (right ? 1 : 0)) ** 2));
}

/**
 * Area under the ROC curve as Mann and Whitney's statistic: how often a right answer is surer than a wrong one, a tie
 * counting half. undefined where all answers are right, or all wrong.
 */
export function rankedRight(answers: readonly Answered[]): number | undefined {
  const right = answers.filter((answer) => answer.right);
  const wrong = answers.filter((answer) => !answer.right);
  if (right.length === 0 || wrong.length === 0) return undefined;
  const wins = right.map(({ confidence }) =>
    wrong.reduce((sum, other) => sum + (1 + Math.sign(confidence - other.confidence)) / 2, 0),
  );
  return meanOf(wins) / wrong.length;
}

/** Of the answers of at least a confidence: what share of all right ones they hold, and what share of them is right. */
export function keptFrom(
  answers: readonly Answered[],
  least: number,
): { kept: number; right: number; ofRight: number } {
  const kept = answers.filter(({ confidence }) => confidence >= least);
  const right = kept.filter((answer) => answer.right).length;
  const all = answers.filter((answer) => answer.right).length;
  return { kept: kept.length / answers.length, right: right / kept.length, ofRight: right / all };
}
