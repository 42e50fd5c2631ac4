/**
 * Cross entropy of a row of scores [from, from + size) against the right column; the row becomes its gradient
 * (probabilities minus one at the right column).
 */
export function crossEntropy(scores: Float32Array, from: number, size: number, right: number): number {
  const row = scores.subarray(from, from + size);
  let best = Number.NEGATIVE_INFINITY;
  for (const score of row) if (score > best) best = score;
  let sum = 0;
  for (let k = 0; k < size; k++) {
    row[k] = Math.exp(row[k] - best);
    sum += row[k];
  }
  const probability = row[right] / sum;
  for (let k = 0; k < size; k++) row[k] /= sum;
  row[right] -= 1;
  return -Math.log(probability + 1e-12);
}
