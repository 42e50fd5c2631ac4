/** How many tokens are tried as the one child of the root. */
const CANDIDATES = 3;
const NEVER = -1e30;

/**
 * The best tree with exactly one child of the root (Chu and Liu 1965; Edmonds 1967). `scores` as in `decodeHeads`.
 * The likeliest roots are tried one by one, and the best tree of them is kept.
 */
export function maximumSpanningTree(scores: Float32Array, length: number): Int32Array {
  let best: Int32Array = new Int32Array(length).fill(-1);
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const root of likelyRoots(scores, length)) {
    const weights = weightsWithRoot(scores, length, root);
    const heads = arborescence(weights, length);
    let score = scores[root * length];
    for (let token = 1; token < length; token++) if (token !== root) score += weights[token * length + heads[token]];
    if (score > bestScore) {
      bestScore = score;
      best = heads;
    }
  }
  best[0] = -1;
  return best;
}

function likelyRoots(scores: Float32Array, length: number): number[] {
  const margin = (token: number) => {
    let other = Number.NEGATIVE_INFINITY;
    for (let head = 1; head < length; head++) {
      if (head !== token) other = Math.max(other, scores[token * length + head]);
    }
    return scores[token * length] - other;
  };
  const margins = Array.from({ length: length - 1 }, (_, index) => ({ token: index + 1, margin: margin(index + 1) }));
  margins.sort((a, b) => b.margin - a.margin || a.token - b.token);
  return margins.slice(0, CANDIDATES).map(({ token }) => token);
}

/** Weights [dependent, head] in which only `root` may hang on the artificial root. */
function weightsWithRoot(scores: Float32Array, length: number, root: number): Float64Array {
  const weights = Float64Array.from(scores);
  for (let token = 1; token < length; token++) {
    weights[token * length + token] = NEVER;
    weights[token * length] = token === root ? 0 : NEVER;
    if (token === root) weights.fill(NEVER, token * length + 1, (token + 1) * length);
  }
  return weights;
}

/** The best incoming edge of every node but 0; cycles are contracted to one node and solved again. */
function arborescence(weights: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size);
  for (let node = 1; node < size; node++) {
    let best = 0;
    for (let head = 1; head < size; head++) {
      if (head !== node && weights[node * size + head] > weights[node * size + best]) best = head;
    }
    heads[node] = best;
  }
  const cycle = findCycle(heads);
  return cycle ? solveContracted(weights, size, heads, cycle) : heads;
}

function findCycle(heads: Int32Array): number[] | undefined {
  const seen = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    const path: number[] = [];
    let node = start;
    while (node !== 0 && seen[node] === 0) {
      seen[node] = start;
      path.push(node);
      node = heads[node];
    }
    if (node !== 0 && seen[node] === start) return path.slice(path.indexOf(node));
  }
  return undefined;
}

/** Replaces the cycle by one node, solves that, and opens the cycle where its best edge enters. */
function solveContracted(weights: Float64Array, size: number, heads: Int32Array, cycle: number[]): Int32Array {
  const inCycle = new Uint8Array(size);
  for (const node of cycle) inCycle[node] = 1;
  const kept: number[] = [];
  for (let node = 0; node < size; node++) if (!inCycle[node]) kept.push(node);
  const whole = kept.length;
  const smaller = whole + 1;
  const contracted = new Float64Array(smaller * smaller).fill(NEVER);
  const exit = new Int32Array(whole);
  const entry = new Int32Array(whole);
  for (let a = 0; a < whole; a++) {
    for (let b = 0; b < whole; b++) if (a !== b) contracted[a * smaller + b] = weights[kept[a] * size + kept[b]];
    exit[a] = bestOf(cycle, (node) => weights[kept[a] * size + node]);
    contracted[a * smaller + whole] = weights[kept[a] * size + exit[a]];
    const gain = (node: number) => weights[node * size + kept[a]] - weights[node * size + heads[node]];
    entry[a] = bestOf(cycle, gain);
    contracted[whole * smaller + a] = gain(entry[a]);
  }
  const solved = arborescence(contracted, smaller);
  const result = heads.slice();
  for (let a = 1; a < whole; a++) result[kept[a]] = solved[a] === whole ? exit[a] : kept[solved[a]];
  result[entry[solved[whole]]] = kept[solved[whole]];
  return result;
}

function bestOf(nodes: readonly number[], value: (node: number) => number): number {
  let best = nodes[0];
  for (const node of nodes) if (value(node) > value(best)) best = node;
  return best;
}
