import { isPerson, type Search } from "./antecedents.ts";
import { beside, type Stance, stanceOf } from "./binding.ts";
import type { Draft, Scan } from "./drafts.ts";

export type Word = "he" | "she" | "it" | "they";

/** What one pronoun goes by. */
export interface Question {
  readonly search: Search;
  readonly draft: Draft;
  readonly word: Word;
  readonly stance: Stance;
  /** Who stands as the subject of the pronoun's verb, as its object, and as the one who says what it says. */
  readonly local?: Draft;
  readonly object?: Draft;
  readonly speaker?: Draft;
  /** Those beside the pronoun under its verb, who are not it. */
  readonly barred: readonly Draft[];
}

/** Whether both mean the same: the same actor, or a state and its government. */
export function areSame(one: Draft | undefined, other: Draft | undefined): boolean {
  if (!one?.actor || !other?.actor) return false;
  if (one.actor.id === other.actor.id) return true;
  const bodies = !one.person && !other.person && one.plural === other.plural;
  return bodies && one.actor.country !== null && one.actor.country === other.actor.country && isState(one, other);
}

const STATE = new Set(["GOV", "MIL"]);
const isState = (...drafts: readonly Draft[]): boolean => drafts.every(({ actor }) => STATE.has(actor?.sector ?? ""));

/** Whether the token stands below the verb, and not in a clause joined to it by "and". */
function hangsOn(analysis: Scan["analysis"], from: number, verb: number): boolean {
  for (let token = from, steps = 0; token >= 0 && steps < 40; token = analysis.head[token], steps += 1) {
    if (token === verb) return true;
    if (analysis.relation[token] === "conj" || analysis.relation[token] === "parataxis") return false;
  }
  return false;
}

/** "he is willing to work with Xi": who is named below the pronoun's verb can't be the pronoun. */
function namedBelow({ scan, named }: Search, draft: Draft, stance: Stance): Draft[] {
  const { analysis } = scan;
  const around = new Set(beside(scan, draft, stance));
  const inSentence = named.get(analysis.sentence[draft.from]) ?? [];
  const covers = (one: Draft): boolean => [...around].some((token) => token >= one.from && token < one.to);
  const below = (one: Draft): boolean =>
    stance.isSubject && isPerson(one) && one.start > draft.start && hangsOn(analysis, one.from, stance.verb);
  return inSentence.filter((one) => one !== draft && (covers(one) || below(one)));
}

export function questionOf(search: Search, draft: Draft, word: Word): Question {
  const { scan, memory } = search;
  const stance = stanceOf(scan, draft);
  const saidAt = (token: number): Draft | undefined => (token === draft.from ? undefined : memory.at(draft, token));
  const own = stance.isSubject ? undefined : saidAt(stance.subject);
  const besides = stance.possessive || stance.reflexive ? [] : beside(scan, draft, stance);
  const tokens = own && stance.isObject ? [...besides, stance.subject] : besides;
  const before = tokens.flatMap((token) => memory.at(draft, token) ?? []);
  return {
    search,
    draft,
    word,
    stance,
    local: own,
    object: saidAt(stance.object),
    speaker: saidAt(stance.speaker),
    barred: stance.possessive || stance.reflexive ? [] : [...before, ...namedBelow(search, draft, stance)],
  };
}
