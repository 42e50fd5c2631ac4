/**
 * The graded response model: P(level >= k | t) = 1 / (1 + exp(-(slope t + threshold[k]))), thresholds falling in k.
 * Source: F. Samejima, "Estimation of Latent Ability Using a Response Pattern of Graded Scores", Psychometrika Monograph
 * 17 (1969). The slope may be negative: a vote against is a position, too.
 */
export interface Item {
  readonly slope: number;
  /** One less than there are levels. */
  readonly thresholds: readonly number[];
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const TINY = 1e-12;

/** Probability of each level at position t. */
export function levelProbabilities(item: Item, t: number): number[] {
  const probabilities = new Array<number>(item.thresholds.length + 1);
  let above = 1;
  for (let level = 0; level < item.thresholds.length; level += 1) {
    const next = logistic(item.slope * t + item.thresholds[level]);
    probabilities[level] = Math.max(TINY, above - next);
    above = next;
  }
  probabilities[item.thresholds.length] = Math.max(TINY, above);
  return probabilities;
}

/** Log probability of each level at each node, [level][node]. */
export function logTable(item: Item, nodes: Float64Array): Float64Array[] {
  const levels = item.thresholds.length + 1;
  const table = Array.from({ length: levels }, () => new Float64Array(nodes.length));
  for (let node = 0; node < nodes.length; node += 1) {
    const probabilities = levelProbabilities(item, nodes[node]);
    for (let level = 0; level < levels; level += 1) table[level][node] = Math.log(probabilities[level]);
  }
  return table;
}

/** Weak normal priors that keep lopsided items finite: standard deviations of slope and thresholds. */
const PRIOR = { slope: 2, threshold: 5 };

/**
 * The item that fits expected counts [level][node] best, by Fisher scoring from `start` with halved steps.
 * R. J. Mislevy, "Bayes Modal Estimation in Item Response Models", Psychometrika 51 (1986), 177-195.
 */
export function fitItem(counts: readonly Float64Array[], nodes: Float64Array, start: Item, steps = 2): Item {
  let item = start;
  let value = objective(item, counts, nodes);
  for (let step = 0; step < steps; step += 1) {
    const { score, information } = scoreOf(item, counts, nodes);
    const direction = solve(information, score);
    let length = 1;
    for (; length > 1e-3; length /= 2) {
      const candidate = moved(item, direction, length);
      const reached = ordered(candidate) ? objective(candidate, counts, nodes) : Number.NEGATIVE_INFINITY;
      if (reached <= value) continue;
      item = candidate;
      value = reached;
      break;
    }
    if (length <= 1e-3) return item;
  }
  return item;
}

const ordered = (item: Item): boolean =>
  item.thresholds.every((threshold, at) => at === 0 || threshold < item.thresholds[at - 1] - 1e-6);

const moved = (item: Item, direction: readonly number[], length: number): Item => ({
  slope: item.slope + length * direction[0],
  thresholds: item.thresholds.map((threshold, at) => threshold + length * direction[at + 1]),
});

function objective(item: Item, counts: readonly Float64Array[], nodes: Float64Array): number {
  const table = logTable(item, nodes);
  let sum = -(item.slope ** 2) / (2 * PRIOR.slope ** 2);
  for (const threshold of item.thresholds) sum -= threshold ** 2 / (2 * PRIOR.threshold ** 2);
  for (const [level, row] of counts.entries()) {
    for (let node = 0; node < nodes.length; node += 1) if (row[node] > 0) sum += row[node] * table[level][node];
  }
  return sum;
}

/** Score and expected information of an item's parameters, priors included. */
function scoreOf(item: Item, counts: readonly Float64Array[], nodes: Float64Array) {
  const precision = (row: number): number => 1 / (row === 0 ? PRIOR.slope : PRIOR.threshold) ** 2;
  const score = [item.slope, ...item.thresholds].map((value, row) => -value * precision(row));
  const information = score.map((_, row) => score.map((__, column) => (row === column ? precision(row) : 0)));
  for (let node = 0; node < nodes.length; node += 1) {
    let mass = 0;
    for (const row of counts) mass += row[node];
    if (mass > 1e-9)
      addNode(
        item,
        nodes[node],
        mass,
        counts.map((row) => row[node]),
        score,
        information,
      );
  }
  return { score, information };
}

/**
 * An item drawn from the normal approximation of its posterior around the best one; the best one itself where the draw
 * would put the thresholds in the wrong order.
 */
export function drawItem(best: Item, counts: readonly Float64Array[], nodes: Float64Array, normal: () => number): Item {
  const lower = cholesky(scoreOf(best, counts, nodes).information);
  const step = new Array<number>(lower.length).fill(0);
  for (let row = lower.length - 1; row >= 0; row -= 1) {
    let rest = normal();
    for (let below = row + 1; below < lower.length; below += 1) rest -= lower[below][row] * step[below];
    step[row] = rest / lower[row][row];
  }
  const drawn = moved(best, step, 1);
  return ordered(drawn) ? drawn : best;
}

/** The lower triangle L of a positive symmetric matrix L L'. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const lower = matrix.map((row) => row.map(() => 0));
  for (let row = 0; row < matrix.length; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = matrix[row][column];
      for (let at = 0; at < column; at += 1) rest -= lower[row][at] * lower[column][at];
      lower[row][column] = row === column ? Math.sqrt(rest) : rest / lower[column][column];
    }
  }
  return lower;
}

/** What one node adds to score and information. */
function addNode(
  item: Item,
  t: number,
  mass: number,
  counts: readonly number[],
  score: number[],
  information: readonly number[][],
): void {
  const size = counts.length;
  const probabilities = levelProbabilities(item, t);
  const slopes = [0, ...item.thresholds.map((threshold) => steepness(item.slope * t + threshold)), 0];
  for (let level = 0; level < size; level += 1) {
    const gradient = new Array<number>(size).fill(0);
    gradient[0] = (t * (slopes[level] - slopes[level + 1])) / probabilities[level];
    if (level > 0) gradient[level] += slopes[level] / probabilities[level];
    if (level < size - 1) gradient[level + 1] -= slopes[level + 1] / probabilities[level];
    for (let row = 0; row < size; row += 1) {
      score[row] += counts[level] * gradient[row];
      for (let column = 0; column < size; column += 1) {
        information[row][column] += mass * probabilities[level] * gradient[row] * gradient[column];
      }
    }
  }
}

const steepness = (x: number): number => logistic(x) * (1 - logistic(x));

/** Solves a small symmetric positive system by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]]);
  for (let pivot = 0; pivot < rows.length; pivot += 1) {
    for (let row = pivot + 1; row < rows.length; row += 1) {
      const factor = rows[row][pivot] / rows[pivot][pivot];
      for (let column = pivot; column <= rows.length; column += 1) rows[row][column] -= factor * rows[pivot][column];
    }
  }
  const result = new Array<number>(rows.length).fill(0);
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    let rest = rows[row][rows.length];
    for (let column = row + 1; column < rows.length; column += 1) rest -= rows[row][column] * result[column];
    result[row] = rest / rows[row][row];
  }
  return result;
}
