/** A logistic regression as it was fitted: a share is 1 / (1 + exp(-(bias + weights · values))). */
export interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
}

type Matrix = number[][];

const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));
const dot = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, value, at) => sum + value * other[at], 0);

export const predicted = ({ bias, weights }: Logistic, values: readonly number[]): number =>
  logistic(bias + dot(weights, values));

/** Mean and standard deviation of each column; a column that never varies has deviation 1. */
function columnsOf(rows: readonly (readonly number[])[]): { mean: number[]; deviation: number[] } {
  const mean = rows[0].map((_, at) => rows.reduce((sum, row) => sum + row[at], 0) / rows.length);
  const variance = mean.map((middle, at) => rows.reduce((sum, row) => sum + (row[at] - middle) ** 2, 0) / rows.length);
  return { mean, deviation: variance.map((value) => Math.sqrt(value) || 1) };
}

/** Solves a symmetric positive definite system by Gaussian elimination. */
function solved(matrix: Matrix, right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]]);
  for (let at = 0; at < rows.length; at += 1)
    for (let below = at + 1; below < rows.length; below += 1) {
      const factor = rows[below][at] / rows[at][at];
      for (let column = at; column <= rows.length; column += 1) rows[below][column] -= factor * rows[at][column];
    }
  const found = new Array<number>(rows.length).fill(0);
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const known = rows[at].slice(at + 1, -1).reduce((sum, value, next) => sum + value * found[at + 1 + next], 0);
    found[at] = (rows[at][rows.length] - known) / rows[at][at];
  }
  return found;
}

/** One step of Newton's method on the penalised log-likelihood. The first column is the constant; it is not penalised. */
function newtonStep(rows: Matrix, right: readonly boolean[], weights: readonly number[], ridge: number): number[] {
  const penalty = weights.map((_, at) => (at === 0 ? 1e-9 : ridge));
  const gradient = weights.map((value, at) => (at === 0 ? 0 : -ridge * value));
  const hessian: Matrix = penalty.map((value, at) => penalty.map((_, other) => (other === at ? value : 0)));
  for (const [index, row] of rows.entries()) {
    const share = logistic(dot(weights, row));
    for (const [at, value] of row.entries()) {
      gradient[at] += ((right[index] ? 1 : 0) - share) * value;
      for (const [other, beside] of row.entries()) hessian[at][other] += share * (1 - share) * value * beside;
    }
  }
  return solved(hessian, gradient);
}

const STEPS = 30;

/**
 * Logistic regression with a ridge penalty on columns of unit variance (le Cessie and van Houwelingen 1992), by
 * Newton's method. The same rows give the same weights.
 */
export function fitLogistic(rows: readonly (readonly number[])[], right: readonly boolean[], ridge: number): Logistic {
  const { mean, deviation } = columnsOf(rows);
  const scaled = rows.map((row) => [1, ...row.map((value, at) => (value - mean[at]) / deviation[at])]);
  let found = new Array<number>(mean.length + 1).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const change = newtonStep(scaled, right, found, ridge);
    found = found.map((value, at) => value + change[at]);
    if (Math.max(...change.map(Math.abs)) < 1e-9) break;
  }
  const weights = found.slice(1).map((value, at) => value / deviation[at]);
  return { bias: found[0] - dot(weights, mean), weights };
}
