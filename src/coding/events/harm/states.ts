import { numberOf } from "../numbers.ts";
import { childrenOf, type Tree } from "../tree.ts";
import { countAt, numberBehind, numberTokenOf } from "./numbers.ts";
import { type Count, NO_PEOPLE, NOUNS, STATES } from "./words.ts";

/** "left 12 people dead", "12 dead", "and 30 others wounded": the number stands right before the state. */
export function byState(tree: Tree, token: number): Count | undefined {
  const { text, start, end, sentence, upos } = tree.analysis;
  const harm = STATES.get(text.slice(start[token], end[token]).toLowerCase());
  if (!harm) return undefined;
  const behind = numberBehind(tree, token);
  if (behind !== undefined) return countAt(tree, harm, behind, token);
  for (let at = token - 1; at >= Math.max(0, token - 3) && sentence[at] === sentence[token]; at -= 1) {
    if (numberOf(tree, at) !== undefined) return countAt(tree, harm, at, token);
    if (!/^(NOUN|ADJ|AUX|DET|PRON)$/.test(upos[at]) || NO_PEOPLE.test(tree.lemma[at])) return undefined;
  }
  return undefined;
}

const TAKES: ReadonlySet<string> = new Set(["claim", "cost", "take"]);

/** "claimed 12 lives". */
const isLifeTaken = (tree: Tree, token: number): boolean =>
  tree.lemma[token] === "life" && tree.relation[token] === "obj" && TAKES.has(tree.lemma[tree.analysis.head[token]]);

const MOUNTS: ReadonlySet<string> = new Set(["rise", "climb", "reach", "stand", "hit", "pass", "top", "mount", "jump"]);

/** "the death toll rose to 12": the number that a toll has reached. */
const totalAfter = (tree: Tree, verb: number): number | undefined =>
  verb >= 0 && MOUNTS.has(tree.lemma[verb])
    ? childrenOf(tree, verb).find((child) => child > verb && numberTokenOf(tree, child) === child)
    : undefined;

/** "12 deaths", "a death toll of 12", "claimed 12 lives". */
export function byNoun(tree: Tree, token: number): Count | undefined {
  const harm = isLifeTaken(tree, token) ? "killed" : NOUNS.get(tree.lemma[token]);
  if (!harm || tree.analysis.upos[token] !== "NOUN") return undefined;
  const number = numberTokenOf(tree, token);
  if (number !== undefined) return countAt(tree, harm, number, token);
  const toll = tree.analysis.head[token];
  if (toll < 0 || tree.lemma[toll] !== "toll") return undefined;
  const total =
    childrenOf(tree, toll).find((child) => numberOf(tree, child) !== undefined) ??
    totalAfter(tree, tree.analysis.head[toll]);
  return total === undefined ? undefined : countAt(tree, harm, total, token);
}
