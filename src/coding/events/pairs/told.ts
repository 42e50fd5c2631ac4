import type { PairQuestion, Span } from "../../../schema/index.ts";
import type { Sight, TokenMention } from "../../types.ts";

/** Identities of the two that the caller points out. */
export const ACTOR = "pair.actor";
export const RECIPIENT = "pair.recipient";

/** The tokens [from, to) that a span covers, in part or whole. */
function tokensOf(sight: Sight, [start, end]: Span): [number, number] | undefined {
  const { analysis } = sight;
  let from = -1;
  let to = -1;
  for (let token = 0; token < analysis.start.length && analysis.start[token] < end; token += 1) {
    if (analysis.end[token] <= start) continue;
    if (from < 0) from = token;
    to = token + 1;
  }
  return from < 0 ? undefined : [from, to];
}

/** The highest token of a span: the one whose head lies outside of it and that stands nearest to the root. */
function headOf(sight: Sight, [from, to]: readonly [number, number]): number {
  const { head } = sight.analysis;
  for (let token = from; token < to; token += 1) if (head[token] < from || head[token] >= to) return token;
  return from;
}

function toldMention(sight: Sight, span: Span, id: string, country: string): TokenMention | undefined {
  const tokens = tokensOf(sight, span);
  if (!tokens) return undefined;
  return { id, span, kind: "actor", tokens, head: headOf(sight, tokens), actor: { id, country, sector: "GOV" } };
}

const PRONOUNS = new Set(["he", "she", "it", "they", "their", "his", "its", "we", "our", "i", "who"]);

/** Pronouns under a clause of which the actor is the subject stand for the actor. */
export function pronounsOf(sight: Sight, actor: TokenMention, taken: readonly TokenMention[]): TokenMention[] {
  const { analysis } = sight;
  const clause = analysis.head[actor.head];
  if (clause < 0 || !analysis.relation[actor.head].startsWith("nsubj")) return [];
  const [from, to] = [
    analysis.sentenceStart[analysis.sentence[clause]],
    analysis.sentenceStart[analysis.sentence[clause] + 1],
  ];
  const found: TokenMention[] = [];
  for (let token = from; token < to; token += 1) {
    if (analysis.upos[token] !== "PRON" || !PRONOUNS.has(analysis.lemma[token].toLowerCase())) continue;
    if (token < actor.tokens[1] || taken.some(({ tokens }) => token >= tokens[0] && token < tokens[1])) continue;
    const span: Span = [analysis.start[token], analysis.end[token]];
    found.push({
      id: `pair.${token}`,
      span,
      kind: "actor",
      tokens: [token, token + 1],
      head: token,
      refersTo: [ACTOR],
    });
  }
  return found;
}

/** The two that the caller points out. */
export interface Told {
  readonly actor: TokenMention;
  readonly recipient?: TokenMention;
}

/** The mentions that a question points out; undefined where the actor's span holds no token. */
export function toldBy(sight: Sight, question: PairQuestion): Told | undefined {
  const actor = toldMention(sight, question.actor, ACTOR, "AAA");
  if (!actor) return undefined;
  const told = question.recipient[1] > question.recipient[0];
  const recipient = told ? toldMention(sight, question.recipient, RECIPIENT, "BBB") : undefined;
  return recipient ? { actor, recipient } : { actor };
}
