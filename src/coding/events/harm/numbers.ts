import type { Span } from "../../../schema/index.ts";
import { numberOf, numberStart } from "../numbers.ts";
import { childrenOf, type Tree } from "../tree.ts";
import { type Count, type Harm, LEAST, MOST, NO_PEOPLE, STATES, SUBJECT_HARMED, VERBS } from "./words.ts";

const isHarm = (tree: Tree, token: number): boolean =>
  VERBS.has(tree.lemma[token]) || STATES.has(tree.lemma[token]) || SUBJECT_HARMED.has(tree.lemma[token]);

/** A number before the noun, or the noun itself where it is a number: "12 people", "dozens" (none), "12 were killed". */
export function numberTokenOf(tree: Tree, noun: number): number | undefined {
  if (numberOf(tree, noun) !== undefined) return noun;
  if (NO_PEOPLE.test(tree.lemma[noun])) return undefined;
  return childrenOf(tree, noun).find(
    (child) => tree.relation[child] === "nummod" && numberOf(tree, child) !== undefined,
  );
}

/** What a number says of those whom a word of harm counts; undefined for "up to 12", "$12" and others' numbers. */
export function countAt(tree: Tree, harm: Harm, token: number, word: number): Count | undefined {
  const { text, start, end, sentence, sentenceStart } = tree.analysis;
  const value = numberOf(tree, token) as number;
  const first = numberStart(tree, token);
  for (let at = token + 1; at < word; at += 1) if (isHarm(tree, at)) return undefined;
  const before = text.slice(start[sentenceStart[sentence[token]]], start[first]);
  if (MOST.test(before) || /([$€£]|\b[Nn]o)\s*$/.test(before)) return undefined;
  const least = LEAST.exec(before);
  const from = start[first] - (least?.[0].length ?? 0);
  const span: Span = [Math.min(from, start[word]), end[Math.max(token, word)]];
  return { harm, value, least: least !== null, span };
}

const HEDGES = /^(at|least|more|than|over|about|around|some|another|nearly|almost|up|to|as|many)$/;

/** The number of those whom a participle names that the tree takes for their attribute: "and injured 21 others". */
export function numberBehind(tree: Tree, token: number): number | undefined {
  const { upos, sentence } = tree.analysis;
  if (!/^(amod|conj)$/.test(tree.relation[token]) || upos[token - 1] !== "CCONJ") return undefined;
  let at = token + 1;
  while (at < upos.length && sentence[at] === sentence[token] && HEDGES.test(tree.lemma[at])) at += 1;
  while (at < upos.length && sentence[at] === sentence[token] && /^(NUM|PUNCT)$/.test(upos[at])) {
    if (numberOf(tree, at) !== undefined) return NO_PEOPLE.test(tree.lemma[at + 1] ?? "") ? undefined : at;
    at += 1;
  }
  return undefined;
}
