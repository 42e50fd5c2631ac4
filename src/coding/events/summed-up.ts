import { childBy, isVerbal, prepositionOf, type Tree } from "./tree.ts";
import { isPassive } from "./voice.ts";

/** Words that sum up what a clause tells: "…, a move condemned by Ost". */
const DEEDS = new Set(
  "decision move step measure action act gesture initiative announcement statement remark comment proposal plan policy claim accusation demand pledge deployment launch test visit attack strike raid".split(
    " ",
  ),
);
const CLIMBED = /^(appos|obj|obl|nmod|conj|compound|flat|parataxis|dep|xcomp)$/;

/** Whether a participle judges what the clause before it tells: "Ost closed its airspace, a move condemned by West". */
export function isVerdict(tree: Tree, base: number): boolean {
  const word = tree.relation[base] === "acl" ? tree.analysis.head[base] : -1;
  if (word < 0 || !DEEDS.has(tree.lemma[word]) || !isPassive(tree, base)) return false;
  if (prepositionOf(tree, word) !== "" || childBy(tree, word, "det") < 0) return false;
  return tree.relation[word] === "appos";
}

/** The verb of the clause that the word over such a participle sums up, or -1. */
export function summedUpBy(tree: Tree, base: number): number {
  const word = tree.analysis.head[base];
  for (let at = word, steps = 0; at >= 0 && steps < 6; at = tree.analysis.head[at], steps += 1) {
    if (at !== word && isVerbal(tree, at)) return at;
    if (!CLIMBED.test(tree.relation[at])) return -1;
  }
  return -1;
}
