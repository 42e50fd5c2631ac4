import { type EventType, QUAD_OF } from "../../../schema/index.ts";
import type { TokenMention } from "../../types.ts";
import { type Candidate, candidateAt, impliedAt } from "../candidate.ts";
import { isOperative } from "../chain.ts";
import type { Ground } from "../ground.ts";
import type { Party } from "../parties/party.ts";
import { isBelow, sentenceOf } from "../tree.ts";
import { type Spoken, spokenAt } from "./speech.ts";
import { ACTOR, RECIPIENT } from "./told.ts";

const names = (parties: readonly Party[], id: string): boolean => parties.some((party) => party.identity.id === id);

/** Rows for told pairs name common words, which tell less than a row that makes an event by itself. */
function toldWeight({ told, trigger }: Candidate["row"]): number {
  if (!told) return 1;
  const bare = !trigger.objects && !trigger.particle && !trigger.prepositions && !trigger.transitive;
  return bare ? 0.56 : 0.7;
}

/** How much the kind of row tells of the type. */
function kindWeight({ row, chain }: Candidate): number {
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

/** The type as the answer for a pair gives it, which has no status: what is denied is REJECT, promised yielding AGREE. */
function answerType({ meaning }: Candidate): EventType {
  const { type, status } = meaning;
  if (status === "planned" && (type === "RETREAT" || type === "CONCEDE")) return "AGREE";
  return status === "denied" && type !== "ACCUSE" && type !== "REQUEST" ? "REJECT" : type;
}

/** A denied deed of force says less of the two than denied help does. */
function statusWeight({ meaning }: Candidate): number {
  if (meaning.status === "hypothetical") return 0.7;
  return meaning.status === "denied" && QUAD_OF[meaning.type] > 2 ? 0.5 : 1;
}

function scoredCandidates(ground: Ground, actor: TokenMention, recipient: TokenMention | undefined): Spoken[] {
  const { analysis } = ground.sight;
  const sentences = new Set([analysis.sentence[actor.head]]);
  if (recipient) sentences.add(analysis.sentence[recipient.head]);
  const found: Spoken[] = [];
  for (const sentence of sentences) {
    const [from, to] = sentenceOf(ground.tree, sentence);
    for (let token = from; token < to; token += 1) {
      const spoken = spokenAt(ground, token, actor.head, recipient?.head ?? -1);
      if (spoken) found.push(spoken);
      const candidate = candidateAt(ground, token) ?? impliedAt(ground, token);
      if (!candidate || "rejected" in candidate.chain.outcome) continue;
      const place = placeWeight(ground, candidate, actor.head, recipient?.head ?? -1);
      const score = kindWeight(candidate) * toldWeight(candidate.row) * place * statusWeight(candidate);
      found.push({ type: answerType(candidate), score });
    }
  }
  return found;
}

/** What the rules say for one type. */
export interface RuleScore {
  /** How well its best candidate fits: 0 to about 5. */
  readonly weight: number;
}

/** What the rules say of each type that one of them gives; empty where none fires. */
export function ruleScores(
  ground: Ground,
  actor: TokenMention,
  recipient: TokenMention | undefined,
): Map<EventType, RuleScore> {
  const best = new Map<EventType, RuleScore>();
  for (const { type, score } of scoredCandidates(ground, actor, recipient))
    if (score > (best.get(type)?.weight ?? 0)) best.set(type, { weight: score });
  return best;
}
