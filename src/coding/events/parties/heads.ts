import { datelinesOf } from "../../dateline.ts";
import type { TokenMention } from "../../types.ts";
import { isBelow, type Tree } from "../tree.ts";

const isActing = (mention: TokenMention): boolean => mention.actor !== undefined || mention.refersTo !== undefined;
const size = (mention: TokenMention): number => mention.tokens[1] - mention.tokens[0];

/** An actor goes before a place of the same words, a longer mention before a shorter one. */
function goesBefore(one: TokenMention, other: TokenMention | undefined): boolean {
  if (!other) return true;
  if (isActing(one) !== isActing(other)) return isActing(one);
  return size(one) > size(other);
}

const NAMING = new Set(["NOUN", "PROPN"]);
const ARGUMENTS = new Set(["nsubj", "obj", "iobj", "obl"]);

/** The tokens of a mention that hang outside it beside its head: "met his counterpart, President Smith" by two words. */
function looseHeads(tree: Tree, { tokens, head }: TokenMention): number[] {
  const { upos, head: above } = tree.analysis;
  const isLoose = (token: number): boolean =>
    (above[token] < tokens[0] || above[token] >= tokens[1]) && !isBelow(tree, head, token);
  const found: number[] = [];
  for (let token = tokens[0]; token < tokens[1]; token += 1)
    if (ARGUMENTS.has(tree.relation[token]) && NAMING.has(upos[token]) && isLoose(token)) found.push(token);
  return found;
}

/** The mentions that name somebody or a place by their heads; what a dateline names takes part in nothing. */
export function mentionsByHead(tree: Tree, mentions: readonly TokenMention[]): Map<number, TokenMention> {
  const byHead = new Map<number, TokenMention>();
  const lines = datelinesOf(tree.analysis.text);
  const named = mentions.filter(
    ({ kind, span }) =>
      (kind === "actor" || kind === "place") && !lines.some(([start, end]) => span[0] >= start && span[1] <= end),
  );
  for (const mention of named) if (goesBefore(mention, byHead.get(mention.head))) byHead.set(mention.head, mention);
  for (const mention of named)
    if (isActing(mention))
      for (const token of looseHeads(tree, mention)) if (!byHead.has(token)) byHead.set(token, mention);
  return byHead;
}
