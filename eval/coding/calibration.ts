/** One answer: how sure it was, and whether it was right. */
export interface Answered {
  readonly confidence: number;
  readonly right: boolean;
}

const BINS = 10;

/**
 * Expected calibration error (Naeini, Cooper and Hauskrecht 2015): the mean distance between confidence and the share
 * of right answers over ten equal bins, weighted by the bins' sizes. undefined for no answers.
 */
export function calibrationError(answers: readonly Answered[]): number | undefined {
  if (answers.length === 0) return undefined;
  const bins = Array.from({ length: BINS }, () => ({ confidence: 0, right: 0 }));
  for (const { confidence, right } of answers) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    bin.confidence += confidence;
    bin.right += right ? 1 : 0;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / answers.length;
}
