import { arborescence } from "./arborescence.ts";

/** How many tokens are tried as the one child of the root; fewer in long sentences, where a tree takes long. */
const candidates = (length: number): number => (length > 80 ? 1 : 3);
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
  return margins.slice(0, candidates(length)).map(({ token }) => token);
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
