import { childrenOf, type Tree } from "./tree.ts";

/** The tokens of the two told actors; `recipient` is empty where none was told. */
export interface ToldPair {
  readonly actor: readonly [number, number];
  readonly recipient: readonly [number, number] | undefined;
  readonly actorHead: number;
  readonly recipientHead: number;
}

const STOP = new Set(
  "the a an of to in on at for by with from and or 's , . - ( ) ' : ; that this these those it its his her their he she they who which as is be was were has have had do did than then there here".split(
    " ",
  ),
);
const MARKERS = new Set(
  "will would not never must should may might can could no longer to off out up down on over back away against in".split(
    " ",
  ),
);
const within = (token: number, range: readonly [number, number] | undefined): boolean =>
  range !== undefined && token >= range[0] && token < range[1];

/** The sentence's words with the actors masked as S@ and T@. */
function maskedWords(tree: Tree, pair: ToldPair, from: number, to: number): string[] {
  const words: string[] = [];
  for (let token = from; token < to; token += 1) {
    const word = within(token, pair.actor) ? "S@" : within(token, pair.recipient) ? "T@" : tree.lemma[token];
    if (!(word.endsWith("@") && words.at(-1) === word)) words.push(word);
  }
  return words;
}

function ancestors(tree: Tree, token: number): number[] {
  const chain: number[] = [];
  for (let at = token; at >= 0 && chain.length < 60; at = tree.analysis.head[at]) chain.push(at);
  return chain;
}

/** The tokens on the way from the actor up to the common ancestor and down to the recipient. */
function pathOf(tree: Tree, pair: ToldPair): number[] {
  const up = ancestors(tree, pair.actorHead);
  if (pair.recipientHead < 0) return up;
  const down = ancestors(tree, pair.recipientHead);
  const meet = up.find((token) => down.includes(token));
  if (meet === undefined) return up;
  return [...up.slice(0, up.indexOf(meet) + 1), ...down.slice(0, down.indexOf(meet)).reverse()];
}

const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "ADJ", "NUM", "ADP", "DET", "X", "SYM"]);

/** The predicate over the actor, then the complements below it. */
function predicates(tree: Tree, pair: ToldPair): number[] {
  let at = pair.actorHead;
  for (let steps = 0; steps < 10 && tree.analysis.head[at] >= 0 && NOMINAL.has(tree.analysis.upos[at]); steps += 1)
    at = tree.analysis.head[at];
  const chain = [at];
  while (chain.length < 4) {
    const last = chain[chain.length - 1];
    let next = -1;
    for (const child of childrenOf(tree, last))
      if (next < 0 && /^(xcomp|ccomp)$/.test(tree.relation[child]) && !within(child, pair.actor)) next = child;
    if (next < 0) break;
    chain.push(next);
  }
  return chain;
}

function wordFeatures(words: readonly string[], into: Set<string>): void {
  const actor = words.indexOf("S@");
  const recipient = words.indexOf("T@");
  for (const [index, word] of words.entries()) {
    if (!STOP.has(word)) into.add(`w:${word}`);
    if (index > 0) into.add(`b:${words[index - 1]}_${word}`);
    if (actor >= 0 && index > actor && index <= actor + 6) into.add(`r:${word}`);
    if (recipient >= 0 && index < recipient && index >= recipient - 5) into.add(`tl:${word}`);
    if (recipient >= 0 && index > recipient && index <= recipient + 3) into.add(`tr:${word}`);
  }
}

function argumentFeatures(tree: Tree, verb: number, child: number, pair: ToldPair, into: Set<string>): void {
  const lemma = tree.lemma[verb];
  if (!within(child, pair.actor) && !within(child, pair.recipient)) {
    into.add(`o:${tree.lemma[child]}`);
    into.add(`vo:${lemma}_${tree.lemma[child]}`);
  }
  for (const below of childrenOf(tree, child)) {
    const relation = tree.relation[below];
    if (relation === "case") into.add(`vp:${lemma}_${tree.lemma[below]}${within(child, pair.recipient) ? "_T" : ""}`);
    else if (/^(compound|amod|nmod)$/.test(relation) && !within(below, pair.actor) && !within(below, pair.recipient))
      into.add(`om:${tree.lemma[below]}`);
  }
}

function predicateFeatures(tree: Tree, chain: readonly number[], pair: ToldPair, into: Set<string>): void {
  for (const [depth, verb] of chain.entries()) {
    into.add(`c:${tree.lemma[verb]}`);
    into.add(`c${depth}:${tree.lemma[verb]}`);
    for (const child of childrenOf(tree, verb)) {
      const relation = tree.relation[child];
      if (/^(aux|advmod|mark|compound|case|cop)$/.test(relation) && MARKERS.has(tree.lemma[child])) {
        into.add(`a:${tree.lemma[child]}`);
        into.add(`a2:${tree.lemma[verb]}_${tree.lemma[child]}`);
      }
      if (tree.analysis.relation[child].endsWith(":pass")) into.add("pass");
      if (/^(obj|obl|iobj)$/.test(relation)) argumentFeatures(tree, verb, child, pair, into);
    }
  }
  into.add(
    `cc:${chain
      .slice(0, 3)
      .map((verb) => tree.lemma[verb])
      .join(">")}`,
  );
  into.add(`depth:${chain.length}`);
}

/**
 * What the linear model looks at: words and word pairs with the actors masked, the words on the tree's path between
 * the actors, and the predicates over the actor with their objects, prepositions and auxiliaries.
 */
export function pairFeatures(tree: Tree, pair: ToldPair): Set<string> {
  const sentence = tree.analysis.sentence[pair.actorHead];
  const [from, to] = [tree.analysis.sentenceStart[sentence], tree.analysis.sentenceStart[sentence + 1]];
  const features = new Set<string>();
  wordFeatures(maskedWords(tree, pair, from, to), features);
  const path = pathOf(tree, pair);
  for (const token of path)
    if (!within(token, pair.actor) && !within(token, pair.recipient)) features.add(`p:${tree.lemma[token]}`);
  features.add(
    `pl:${path
      .slice(0, 6)
      .map((token) => tree.relation[token])
      .join(">")}`,
  );
  predicateFeatures(tree, predicates(tree, pair), pair, features);
  return features;
}
