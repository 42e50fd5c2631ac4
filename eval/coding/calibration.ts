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
