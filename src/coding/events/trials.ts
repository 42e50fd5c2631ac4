import type { Ground } from "./ground.ts";
import { isMet, kindsAt } from "./match.ts";
import { sentenceOf } from "./tree.ts";

/** A rule whose word stands in the sentence. */
export interface Trial {
  readonly rule: string;
  readonly word: string;
  /** Whether particle, preposition, object and modifier were found too. */
  readonly met: boolean;
}

/** The event rules that have a word in the sentence, in the order in which they are tried. */
export function trialsOf(ground: Ground, sentence: number): Trial[] {
  const { tree, rules } = ground;
  const { text, start, end } = tree.analysis;
  const [from, to] = sentenceOf(tree, sentence);
  const trials: Trial[] = [];
  for (let token = from; token < to; token += 1) {
    const kind = kindsAt(tree, token);
    for (const row of (kind && rules.events[kind].get(tree.lemma[token])) ?? [])
      trials.push({ rule: row.name, word: text.slice(start[token], end[token]), met: isMet(tree, token, row.trigger) });
  }
  return trials;
}
