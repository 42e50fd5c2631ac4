import { maximumSpanningTree } from "./spanning-tree.ts";

/**
 * Heads of one sentence from its scores [dependent, head], rows of `length`, 0 being the artificial root. The best
 * head of each token where that is a tree with one root, else the best such tree. Entry 0 is -1.
 */
export function decodeHeads(scores: Float32Array, length: number): Int32Array {
  const heads = greedyHeads(scores, length);
  return isTree(heads) ? heads : maximumSpanningTree(scores, length);
}

function greedyHeads(scores: Float32Array, length: number): Int32Array {
  const heads = new Int32Array(length).fill(-1);
  for (let dependent = 1; dependent < length; dependent++) {
    const row = dependent * length;
    let best = 0;
    for (let head = 1; head < length; head++) {
      if (head !== dependent && scores[row + head] > scores[row + best]) best = head;
    }
    heads[dependent] = best;
  }
  return heads;
}

/** Whether heads (entry 0 unused) form a tree whose artificial root 0 has exactly one child. */
export function isTree(heads: Int32Array): boolean {
  const seen = new Int32Array(heads.length);
  let roots = 0;
  for (let token = 1; token < heads.length; token++) {
    if (heads[token] === 0) roots++;
    let at = token;
    while (at !== 0 && seen[at] === 0) {
      seen[at] = token;
      at = heads[at];
    }
    if (at !== 0 && seen[at] === token) return false;
  }
  return roots === 1 || heads.length <= 1;
}
