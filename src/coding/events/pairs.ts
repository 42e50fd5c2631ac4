import {
  EVENT_TYPES,
  type EventType,
  type PairAnswer,
  type PairQuestion,
  QUAD_OF,
  type Span,
} from "../../schema/index.ts";
import type { Sight, TokenMention } from "../types.ts";
import { type Candidate, candidateAt, impliedAt } from "./candidate.ts";
import type { Party } from "./cast.ts";
import { isOperative } from "./chain.ts";
import { type Ground, groundOf } from "./ground.ts";
import { pairFeatures } from "./pair-features.ts";
import { pairScores } from "./pair-model.ts";
import { isBelow, sentenceOf } from "./tree.ts";

const ACTOR = "pair.actor";
const RECIPIENT = "pair.recipient";

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
function pronounsOf(sight: Sight, actor: TokenMention, taken: readonly TokenMention[]): TokenMention[] {
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

const names = (parties: readonly Party[], id: string): boolean => parties.some((party) => party.identity.id === id);

/** How much the kind of row tells of the type. */
function rowWeight({ row, chain }: Candidate): number {
  const { objects, particle, prepositions, modifiers, transitive, kind } = row.trigger;
  const links = chain.links.filter(isOperative);
  const operated = links.some((link) => link.operation !== "light") ? 1 : 0;
  if (row.order < 0) return 0.9;
  if (objects) return 4 + operated;
  if (kind === "noun") return (links.length > 0 ? 2 : 1) + (prepositions || modifiers ? 0.5 : 0) + operated;
  if (particle || prepositions || modifiers || transitive) return (particle && transitive ? 3 : 2.5) + operated;
  return 1.7 + operated;
}

/** How well a candidate's place in the tree fits the two actors. */
function placeWeight(ground: Ground, candidate: Candidate, actor: number, recipient: number): number {
  const { actors, recipients } = candidate;
  const mutual = recipients.length === 0 && actors.length > 1;
  const acts = names(actors, ACTOR);
  const receives = recipient < 0 || names(recipients, RECIPIENT) || (mutual && names(actors, RECIPIENT));
  if (acts && receives) return 1;
  if (names(actors, RECIPIENT) && names(recipients, ACTOR)) return 0.35;
  const top = candidate.chain.top;
  const subject = acts || isBelow(ground.tree, actor, top) ? 0.6 : 0.3;
  const object = recipient < 0 || isBelow(ground.tree, recipient, candidate.chain.base) ? 1 : 0.7;
  return (acts ? 0.8 : subject) * object;
}

interface Scored {
  readonly type: EventType;
  readonly score: number;
  readonly candidate: Candidate;
}

/** The type as the answer for a pair gives it, which has no status: denied cooperation is REJECT, promised yielding AGREE. */
function answerType({ meaning }: Candidate): EventType {
  const { type, status } = meaning;
  if (status === "planned" && (type === "RETREAT" || type === "CONCEDE")) return "AGREE";
  return status === "denied" && QUAD_OF[type] <= 2 ? "REJECT" : type;
}

function scoredCandidates(ground: Ground, actor: TokenMention, recipient: TokenMention | undefined): Scored[] {
  const { analysis } = ground.sight;
  const sentences = new Set([analysis.sentence[actor.head]]);
  if (recipient) sentences.add(analysis.sentence[recipient.head]);
  const found: Scored[] = [];
  for (const sentence of sentences) {
    const [from, to] = sentenceOf(ground.tree, sentence);
    for (let token = from; token < to; token += 1) {
      const candidate = candidateAt(ground, token) ?? impliedAt(ground, token);
      if (!candidate || "rejected" in candidate.chain.outcome) continue;
      const score = rowWeight(candidate) * placeWeight(ground, candidate, actor.head, recipient?.head ?? -1);
      found.push({ type: answerType(candidate), score, candidate });
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** The best score of each type as shares of their sum: what the rules alone would answer. */
function shares(scored: readonly Scored[]): Map<EventType, number> {
  const best = new Map<EventType, number>();
  for (const { type, score } of scored) best.set(type, Math.max(best.get(type) ?? 0, score));
  const weight = (score: number): number => Math.exp(1.5 * score);
  const total = [...best.values()].reduce((sum, score) => sum + weight(score), 1);
  return new Map([...best].map(([type, score]) => [type, weight(score) / total]));
}

/** How much the rules' share of a type adds to the linear model's log-probability; found on our own sentences. */
const RULE_BONUS = 5;
/** Cools the joint score. Chosen by the calibration error on plv-train, both halves: that error is no held-out figure. */
const TEMPERATURE = 1.7;
/** Types below this share are no alternatives. */
const FAINT = 0.02;

function alternativesOf(rules: ReadonlyMap<EventType, number>, linear: ReadonlyMap<EventType, number>) {
  const joint = EVENT_TYPES.map((type) => ({
    type,
    weight: Math.exp(((linear.get(type) ?? 0) + RULE_BONUS * (rules.get(type) ?? 0)) / TEMPERATURE),
  }));
  const total = joint.reduce((sum, { weight }) => sum + weight, 0);
  return joint
    .map(({ type, weight }) => ({ type, confidence: round(weight / total) }))
    .filter(({ confidence }) => confidence >= FAINT)
    .sort((one, other) => other.confidence - one.confidence);
}

const NOTHING: PairAnswer = { type: null, quad: 0, confidence: 0, alternatives: [] };

interface Told {
  readonly actor: TokenMention;
  readonly recipient?: TokenMention;
}

function toldBy(sight: Sight, question: PairQuestion): Told | undefined {
  const actor = toldMention(sight, question.actor, ACTOR, "AAA");
  if (!actor) return undefined;
  const told = question.recipient[1] > question.recipient[0];
  const recipient = told ? toldMention(sight, question.recipient, RECIPIENT, "BBB") : undefined;
  return recipient ? { actor, recipient } : { actor };
}

const featuresOf = (ground: Ground, { actor, recipient }: Told): Set<string> =>
  pairFeatures(ground.tree, {
    actor: actor.tokens,
    recipient: recipient?.tokens,
    actorHead: actor.head,
    recipientHead: recipient?.head ?? -1,
  });

/** What the linear model sees of a told pair; undefined where the actor's span holds no token. For its training. */
export function toldFeatures(sight: Sight, question: PairQuestion): Set<string> | undefined {
  const told = toldBy(sight, question);
  return told && featuresOf(groundOf(sight, [told.actor]), told);
}

/**
 * Which type of event relates two spans of the text: the same rules, with the actors told instead of found, and a
 * linear model over the tree between them where the rules leave room.
 */
export function answerPair(sight: Sight, question: PairQuestion): PairAnswer {
  const told = toldBy(sight, question);
  if (!told) return NOTHING;
  const { actor, recipient } = told;
  const given = recipient ? [actor, recipient] : [actor];
  const ground = groundOf(sight, [...given, ...pronounsOf(sight, actor, given)]);
  const rules = shares(scoredCandidates(ground, actor, recipient));
  const alternatives = alternativesOf(rules, pairScores(featuresOf(ground, told)));
  const [first] = alternatives;
  if (!first) return NOTHING;
  return { type: first.type, quad: QUAD_OF[first.type], confidence: first.confidence, alternatives };
}
