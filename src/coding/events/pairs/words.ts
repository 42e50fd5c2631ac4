import { childrenOf, type Tree } from "../tree.ts";
import type { PairWord } from "./meanings.ts";
import { argumentsOf, isTold, pathOf, predicatesOf, STOP, sentenceOfPair, type ToldPair } from "./tree.ts";

const CONTENT = new Set(["VERB", "NOUN", "ADJ"]);
/** The distance of words that hang together with the pair in no way. */
const FAR = 6;

/** Steps over the tree from the nearest of some tokens. */
function distances(tree: Tree, from: readonly number[]): Map<number, number> {
  const found = new Map(from.map((token) => [token, 0]));
  const queue = [...found.keys()];
  for (const token of queue) {
    const parent = tree.analysis.head[token];
    for (const next of [...childrenOf(tree, token), ...(parent >= 0 ? [parent] : [])]) {
      if (found.has(next)) continue;
      found.set(next, (found.get(token) ?? 0) + 1);
      queue.push(next);
    }
  }
  return found;
}

/**
 * The words of which the model weighs the meaning, in four groups: all of the sentence, each step away from the pair
 * halving their weight; the predicate over the actor; the last predicate of its chain; what these have as objects.
 */
export function pairWords(tree: Tree, pair: ToldPair): readonly (readonly PairWord[])[] {
  const chain = predicatesOf(tree, pair);
  const tells = (token: number): boolean =>
    CONTENT.has(tree.analysis.upos[token]) && !isTold(token, pair) && !STOP.has(tree.lemma[token]);
  const plain = (tokens: readonly number[]): PairWord[] =>
    tokens.filter(tells).map((token) => ({ lemma: tree.lemma[token], weight: 1 }));
  const steps = distances(tree, [...pathOf(tree, pair), ...chain]);
  const [from, to] = sentenceOfPair(tree, pair);
  const all = Array.from({ length: to - from }, (_, index) => from + index).filter(tells);
  return [
    all.map((token) => ({ lemma: tree.lemma[token], weight: 0.5 ** (steps.get(token) ?? FAR) })),
    plain(chain.slice(0, 1)),
    plain(chain.slice(-1)),
    plain(chain.flatMap((verb) => argumentsOf(tree, verb, pair))),
  ];
}
