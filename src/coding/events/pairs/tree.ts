import { childrenOf, type Tree } from "../tree.ts";

type Range = readonly [number, number];

/** The tokens of the two told actors; `recipient` is empty where none was told. */
export interface ToldPair {
  readonly actor: Range;
  readonly recipient: Range | undefined;
  readonly actorHead: number;
  readonly recipientHead: number;
}

/** Words that tell nothing by themselves. */
export const STOP: ReadonlySet<string> = new Set(
  "the a an of to in on at for by with from and or 's , . - ( ) ' : ; that this these those it its his her their he she they who which as is be was were has have had do did than then there here".split(
    " ",
  ),
);

const within = (token: number, range: Range | undefined): boolean =>
  range !== undefined && token >= range[0] && token < range[1];

/** Whether a token belongs to one of the two told actors. */
export const isTold = (token: number, pair: ToldPair): boolean =>
  within(token, pair.actor) || within(token, pair.recipient);

export const isActor = (token: number, pair: ToldPair): boolean => within(token, pair.actor);
export const isRecipient = (token: number, pair: ToldPair): boolean => within(token, pair.recipient);

/** The tokens [from, to) of the sentence that the actor stands in. */
export function sentenceOfPair({ analysis }: Tree, { actorHead }: ToldPair): Range {
  const sentence = analysis.sentence[actorHead];
  return [analysis.sentenceStart[sentence], analysis.sentenceStart[sentence + 1]];
}

function ancestors(tree: Tree, token: number): number[] {
  const chain: number[] = [];
  for (let at = token; at >= 0 && chain.length < 60; at = tree.analysis.head[at]) chain.push(at);
  return chain;
}

/** The tokens on the way from the actor up to the common ancestor and down to the recipient. */
export function pathOf(tree: Tree, pair: ToldPair): number[] {
  const up = ancestors(tree, pair.actorHead);
  if (pair.recipientHead < 0) return up;
  const down = ancestors(tree, pair.recipientHead);
  const meet = up.find((token) => down.includes(token));
  if (meet === undefined) return up;
  return [...up.slice(0, up.indexOf(meet) + 1), ...down.slice(0, down.indexOf(meet)).reverse()];
}

const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "ADJ", "NUM", "ADP", "DET", "X", "SYM"]);

/** The predicate over the actor, then the complements below it. */
export function predicatesOf(tree: Tree, pair: ToldPair): number[] {
  let at = pair.actorHead;
  for (let steps = 0; steps < 10 && tree.analysis.head[at] >= 0 && NOMINAL.has(tree.analysis.upos[at]); steps += 1)
    at = tree.analysis.head[at];
  const chain = [at];
  while (chain.length < 4) {
    const last = chain[chain.length - 1];
    let next = -1;
    for (const child of childrenOf(tree, last))
      if (next < 0 && /^(xcomp|ccomp)$/.test(tree.relation[child]) && !isActor(child, pair)) next = child;
    if (next < 0) break;
    chain.push(next);
  }
  return chain;
}

/** Objects and obliques of a predicate that are not the told actors themselves. */
export function argumentsOf(tree: Tree, predicate: number, pair: ToldPair): number[] {
  return [...childrenOf(tree, predicate)].filter(
    (child) => /^(obj|obl)$/.test(tree.relation[child]) && !isTold(child, pair),
  );
}

/** The preposition of a phrase, or nothing. */
export function prepositionOf(tree: Tree, token: number): string {
  for (const child of childrenOf(tree, token)) if (tree.relation[child] === "case") return tree.lemma[child];
  return "";
}
