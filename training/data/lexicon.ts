import type { ConlluSentence } from "../../src/language/conllu/read.ts";
import { affixKeys, wordKey } from "../../src/language/words/form.ts";

/** What the network knows by name: words and affixes with a row of their own, tags, relations. */
export interface Lexicon {
  readonly words: readonly string[];
  readonly affixes: readonly string[];
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  /** How often each word key occurs. */
  readonly counts: ReadonlyMap<string, number>;
}

/** How often words and affixes must occur to have a row. */
export interface LexiconLimits {
  readonly word: number;
  readonly affix: number;
  /** An affix of one form alone. */
  readonly affixOfOneForm: number;
}

function tally<T>(items: Iterable<T>, counts = new Map<T, number>()): Map<T, number> {
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Affixes seen often enough, and in more than one form, to be worth a row. */
function collectAffixes(forms: ReadonlyMap<string, number>, limits: LexiconLimits): string[] {
  const counts = new Map<string, number>();
  const types = new Map<string, number>();
  for (const [form, count] of forms) {
    for (const key of affixKeys(form)) {
      counts.set(key, (counts.get(key) ?? 0) + count);
      types.set(key, (types.get(key) ?? 0) + 1);
    }
  }
  const kept = ([key, count]: [string, number]) =>
    count >= ((types.get(key) ?? 0) > 1 ? limits.affix : limits.affixOfOneForm);
  return [...counts]
    .filter(kept)
    .map(([key]) => key)
    .sort();
}

/** The joint tag that the network predicts: "PROPN|NNP". */
export const tagOf = (word: { upos: string; xpos: string }): string => `${word.upos}|${word.xpos}`;

export function collectLexicon(sentences: readonly ConlluSentence[], limits: LexiconLimits): Lexicon {
  const words = sentences.flatMap((sentence) => sentence.words);
  const counts = tally(words.map(({ form }) => wordKey(form)));
  return {
    words: [...counts]
      .filter(([, count]) => count >= limits.word)
      .map(([word]) => word)
      .sort(),
    affixes: collectAffixes(tally(words.map(({ form }) => form)), limits),
    tags: [...tally(words.map(tagOf)).keys()].sort(),
    relations: [...tally(words.map(({ relation }) => relation)).keys()].sort(),
    counts,
  };
}
