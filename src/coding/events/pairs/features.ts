import { childrenOf, type Tree } from "../tree.ts";
import type { WordClasses } from "./classes.ts";
import {
  argumentsOf,
  isActor,
  isRecipient,
  isTold,
  pathOf,
  predicatesOf,
  prepositionOf,
  STOP,
  sentenceOfPair,
  type ToldPair,
} from "./tree.ts";

/** All that the features are read from. */
interface PairView {
  readonly tree: Tree;
  readonly pair: ToldPair;
  readonly classes: WordClasses;
  readonly path: readonly number[];
  readonly chain: readonly number[];
}

const MARKERS = new Set(
  "will would not never must should may might can could no longer to off out up down on over back away against in".split(
    " ",
  ),
);
const MODALS = new Set("will would may might could can should must".split(" "));
const NEGATIONS = new Set(["not", "never", "no"]);

/** The sentence's words with the actors masked as S@ and T@. */
function maskedWords(tree: Tree, pair: ToldPair): string[] {
  const [from, to] = sentenceOfPair(tree, pair);
  const words: string[] = [];
  for (let token = from; token < to; token += 1) {
    const word = isActor(token, pair) ? "S@" : isRecipient(token, pair) ? "T@" : tree.lemma[token];
    if (!(word.endsWith("@") && words.at(-1) === word)) words.push(word);
  }
  return words;
}

function wordFeatures({ tree, pair }: PairView, into: Set<string>): void {
  const words = maskedWords(tree, pair);
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

/** The words between the two, and how many they are. */
function betweenFeatures({ tree, pair }: PairView, into: Set<string>): void {
  if (!pair.recipient) return;
  const from = Math.min(pair.actor[1], pair.recipient[1]);
  const to = Math.max(pair.actor[0], pair.recipient[0]);
  let count = 0;
  for (let token = from; token < to; token += 1) {
    if (STOP.has(tree.lemma[token])) continue;
    into.add(`bt:${tree.lemma[token]}`);
    count += 1;
  }
  into.add(`bn:${Math.min(6, count)}`);
}

/** What the two are themselves: common nouns and adjectives of their names ("police", "striking miners", "a decision"). */
function innerFeatures({ tree, pair }: PairView, into: Set<string>): void {
  for (const [name, range] of [["ai", pair.actor] as const, ["ri", pair.recipient] as const]) {
    const [from, to] = range ?? [0, 0];
    for (let token = from; token < to; token += 1)
      if (/^(NOUN|ADJ|VERB)$/.test(tree.analysis.upos[token])) into.add(`${name}:${tree.lemma[token]}`);
  }
}

/** The words that govern the two, and how. */
function governorFeatures({ tree, pair }: PairView, into: Set<string>): void {
  const { head, relation } = tree.analysis;
  for (const [name, token] of [["sg", pair.actorHead] as const, ["tg", pair.recipientHead] as const]) {
    if (token < 0 || head[token] < 0) continue;
    const governor = head[token];
    const role = `${relation[token]}_${prepositionOf(tree, token)}`;
    into.add(`${name}:${tree.lemma[governor]}`);
    into.add(`${name}r:${role}_${tree.lemma[governor]}`);
    into.add(`${name}c:${role}`);
    if (head[governor] >= 0) into.add(`${name}2:${tree.lemma[head[governor]]}`);
  }
}

function pathFeatures({ tree, pair, path }: PairView, into: Set<string>): void {
  for (const token of path) if (!isTold(token, pair)) into.add(`p:${tree.lemma[token]}`);
  const relations = path.slice(0, 6).map((token) => tree.relation[token]);
  into.add(`pl:${relations.join(">")}`);
}

function argumentFeatures({ tree, pair }: PairView, verb: number, child: number, into: Set<string>): void {
  const lemma = tree.lemma[verb];
  if (!isTold(child, pair)) {
    into.add(`o:${tree.lemma[child]}`);
    into.add(`vo:${lemma}_${tree.lemma[child]}`);
  }
  for (const below of childrenOf(tree, child)) {
    const relation = tree.relation[below];
    if (relation === "case") into.add(`vp:${lemma}_${tree.lemma[below]}${isRecipient(child, pair) ? "_T" : ""}`);
    else if (/^(compound|amod|nmod)$/.test(relation) && !isTold(below, pair)) into.add(`om:${tree.lemma[below]}`);
  }
}

function markerFeatures({ tree }: PairView, verb: number, child: number, into: Set<string>): void {
  const lemma = tree.lemma[child];
  const relation = tree.relation[child];
  if (/^(aux|advmod|mark|compound|case|cop)$/.test(relation) && MARKERS.has(lemma)) {
    into.add(`a:${lemma}`);
    into.add(`a2:${tree.lemma[verb]}_${lemma}`);
  }
  if (NEGATIONS.has(lemma)) into.add("negated");
  if (relation === "aux" && MODALS.has(lemma)) into.add(`modal:${lemma}`);
  if (tree.analysis.relation[child].endsWith(":pass")) into.add("pass");
}

function predicateFeatures(view: PairView, into: Set<string>): void {
  const { tree, chain } = view;
  for (const [depth, verb] of chain.entries()) {
    into.add(`c:${tree.lemma[verb]}`);
    into.add(`c${depth}:${tree.lemma[verb]}`);
    for (const child of childrenOf(tree, verb)) {
      markerFeatures(view, verb, child, into);
      if (/^(obj|obl|iobj)$/.test(tree.relation[child])) argumentFeatures(view, verb, child, into);
    }
  }
  const lemmas = chain.slice(0, 3).map((verb) => tree.lemma[verb]);
  into.add(`cc:${lemmas.join(">")}`);
  into.add(`depth:${chain.length}`);
}

/** What the rule table says of the predicates, their objects and the words of the path. */
function classFeatures({ tree, pair, classes, chain, path }: PairView, into: Set<string>): void {
  const named = (token: number): readonly string[] => classes.get(tree.lemma[token]) ?? [];
  for (const [depth, verb] of chain.entries()) {
    for (const name of named(verb)) into.add(`lc:${name}`).add(`lc${Math.min(depth, 2)}:${name}`);
    for (const child of argumentsOf(tree, verb, pair)) for (const name of named(child)) into.add(`lo:${name}`);
  }
  for (const token of path) if (!isTold(token, pair)) for (const name of named(token)) into.add(`lp:${name}`);
}

/**
 * What the linear model looks at: words and word pairs with the actors masked, the words between, inside and over the
 * actors, the words on the tree's path between them, the predicates over the actor with their objects, prepositions
 * and auxiliaries, and what the rule table says of these words.
 */
export function pairFeatures(tree: Tree, pair: ToldPair, classes: WordClasses): Set<string> {
  const view = { tree, pair, classes, path: pathOf(tree, pair), chain: predicatesOf(tree, pair) };
  const features = new Set<string>(["always"]);
  wordFeatures(view, features);
  betweenFeatures(view, features);
  innerFeatures(view, features);
  governorFeatures(view, features);
  pathFeatures(view, features);
  predicateFeatures(view, features);
  classFeatures(view, features);
  return features;
}
