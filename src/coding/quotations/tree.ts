import type { Analysis } from "../../schema/index.ts";

/** A range of tokens [from, to). */
export type Range = readonly [number, number];

/** The dependents of every token, and how far its subtree reaches. */
export interface Tree {
  readonly analysis: Analysis;
  /** Direct dependents in the order of the text. */
  readonly children: (token: number) => number[];
  /** First token of the subtree. */
  readonly first: Int32Array;
  /** Last token of the subtree. */
  readonly last: Int32Array;
}

/** Widens the reach of every token to that of its dependents, up the chain of heads. */
function reach(analysis: Analysis): { first: Int32Array; last: Int32Array } {
  const size = analysis.start.length;
  const first = Int32Array.from({ length: size }, (_, token) => token);
  const last = Int32Array.from(first);
  for (let token = 0; token < size; token++) {
    for (
      let above = analysis.head[token], steps = 0;
      above >= 0 && steps < 200;
      above = analysis.head[above], steps++
    ) {
      if (first[above] <= token && last[above] >= token) break;
      if (token < first[above]) first[above] = token;
      if (token > last[above]) last[above] = token;
    }
  }
  return { first, last };
}

export function treeOf(analysis: Analysis): Tree {
  const size = analysis.start.length;
  const firstChild = new Int32Array(size).fill(-1);
  const nextSibling = new Int32Array(size).fill(-1);
  for (let token = size - 1; token >= 0; token--) {
    const head = analysis.head[token];
    if (head < 0) continue;
    nextSibling[token] = firstChild[head];
    firstChild[head] = token;
  }
  const children = (token: number): number[] => {
    const found: number[] = [];
    for (let child = firstChild[token]; child >= 0; child = nextSibling[child]) found.push(child);
    return found;
  };
  return { analysis, children, ...reach(analysis) };
}

/** The relation without its subtype. */
export const relationOf = (analysis: Analysis, token: number): string => {
  const relation = analysis.relation[token];
  const colon = relation.indexOf(":");
  return colon < 0 ? relation : relation.slice(0, colon);
};

/** Whether `token` stands in the subtree of `above`. */
export function isUnder(analysis: Analysis, token: number, above: number): boolean {
  let at = token;
  for (let steps = 0; at >= 0 && steps < 200; at = analysis.head[at], steps++) if (at === above) return true;
  return false;
}

/** The range without punctuation at its edges. */
export function trim(analysis: Analysis, [from, to]: Range, keep: (token: number) => boolean = () => false): Range {
  let [start, end] = [from, to];
  const drops = (token: number) => analysis.upos[token] === "PUNCT" && !keep(token);
  while (start < end && drops(start)) start++;
  while (end > start && drops(end - 1)) end--;
  return [start, end];
}
