import { EVENT_TYPES, type EventType, type PairAnswer, type PairQuestion, QUAD_OF } from "../../../schema/index.ts";
import type { Sight } from "../../types.ts";
import { PAIR_WEIGHTS } from "../generated/pair-weights.ts";
import { type Ground, groundOf } from "../ground.ts";
import { classesOf } from "./classes.ts";
import { pairFeatures } from "./features.ts";
import { mixed } from "./mix.ts";
import { type PairEvidence, pairScores } from "./model.ts";
import { type RuleScore, ruleScores } from "./rules.ts";
import { pronounsOf, type Told, toldBy } from "./told.ts";
import type { ToldPair } from "./tree.ts";
import { pairWords } from "./words.ts";

/** All that the answer for a told pair rests on. */
export interface ToldEvidence extends PairEvidence {
  readonly rules: ReadonlyMap<EventType, RuleScore>;
}

function evidenceOf(ground: Ground, { actor, recipient }: Told): ToldEvidence {
  const pair: ToldPair = {
    actor: actor.tokens,
    recipient: recipient?.tokens,
    actorHead: actor.head,
    recipientHead: recipient?.head ?? -1,
  };
  return {
    features: pairFeatures(ground.tree, pair, classesOf(ground.rules)),
    words: pairWords(ground.tree, pair),
    rules: ruleScores(ground, actor, recipient),
  };
}

/** What rules and linear model see of a told pair; undefined where the actor's span holds no token. */
export function toldEvidence(sight: Sight, question: PairQuestion): ToldEvidence | undefined {
  const told = toldBy(sight, question);
  if (!told) return undefined;
  const given = told.recipient ? [told.actor, told.recipient] : [told.actor];
  const mentions = [...given, ...pronounsOf(sight, told.actor, given)];
  return evidenceOf(groundOf(sight, mentions, sight.knowledge.eventRules.told), told);
}

/** Types below this share are no alternatives. */
const FAINT = 0.02;
const round = (value: number): number => Math.round(value * 1000) / 1000;
const NOTHING: PairAnswer = { type: null, quad: 0, confidence: 0, alternatives: [] };

/**
 * Which type of event relates two spans of the text: the same rules, with the actors told instead of found, and a
 * linear model over the words and the tree between them.
 */
export function answerPair(sight: Sight, question: PairQuestion): PairAnswer {
  const evidence = toldEvidence(sight, question);
  if (!evidence) return NOTHING;
  const likely = mixed(PAIR_WEIGHTS.mix, pairScores(evidence), evidence.rules);
  const alternatives = EVENT_TYPES.map((type, index) => ({ type, confidence: round(likely[index]) }))
    .filter(({ confidence }) => confidence >= FAINT)
    .sort((one, other) => other.confidence - one.confidence);
  const [first] = alternatives;
  if (!first) return NOTHING;
  return { type: first.type, quad: QUAD_OF[first.type], confidence: first.confidence, alternatives };
}
