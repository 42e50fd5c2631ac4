import type { ConlluSentence, ConlluWord } from "../../src/language/conllu/read.ts";
import { editBetween, editText } from "../../src/language/morphology/edit.ts";
import { featureKeys } from "../../src/language/morphology/features.ts";
import { lemmaKeys } from "../../src/language/morphology/lemmas.ts";
import { tagOf } from "../data/lexicon.ts";

/** How often each answer was seen under each key. */
class Votes {
  readonly #votes = new Map<string, Map<string, number>>();

  add(key: string, answer: string): void {
    const own = this.#votes.get(key) ?? new Map<string, number>();
    own.set(answer, (own.get(answer) ?? 0) + 1);
    this.#votes.set(key, own);
  }

  /** The commonest answer and how often it and others were seen. */
  winner(key: string): { answer: string; count: number; total: number } {
    const own = [...(this.#votes.get(key) ?? [])];
    const total = own.reduce((sum, [, count]) => sum + count, 0);
    const [answer, count] = own.reduce((best, vote) => (vote[1] > best[1] ? vote : best), ["", 0] as [string, number]);
    return { answer, count, total };
  }

  keys(): string[] {
    return [...this.#votes.keys()];
  }
}

/** Lines "answer TAB key TAB key …". */
function groupLines(rules: ReadonlyMap<string, string>): string[] {
  const groups = new Map<string, string[]>();
  for (const [key, answer] of rules) {
    const keys = groups.get(answer) ?? [];
    keys.push(key);
    groups.set(answer, keys);
  }
  return [...groups].map(([answer, keys]) => [answer, ...keys].join("\t"));
}

const usable = ({ lemma, form }: ConlluWord): boolean => lemma !== "_" && !/[\t\n]/.test(form + lemma);

/** How many forms must end in a suffix for it to have a rule. */
const LEAST_TYPES = 3;

/**
 * Learns the lemma rules: one edit for each tag and suffix where it differs from what the shorter suffix says, and one
 * for each form seen `least` times where its suffixes are wrong.
 */
export function learnLemmas(sentences: readonly ConlluSentence[], least: number): string[] {
  const votes = new Votes();
  const forms = new Map<string, string[]>();
  for (const word of sentences.flatMap(({ words }) => words).filter(usable)) {
    const keys = lemmaKeys(word.form, word.xpos);
    const edit = editText(editBetween(word.form, word.lemma));
    votes.add(keys[0], edit);
    if (!forms.has(keys[0])) for (const key of keys.slice(1)) votes.add(key, edit);
    forms.set(keys[0], keys);
  }
  const rules = new Map<string, string>();
  const chains = [...forms.values()];
  const deepest = Math.max(...chains.map(({ length }) => length));
  for (let fromEnd = 1; fromEnd <= deepest; fromEnd++) {
    for (const keys of chains) {
      const at = keys.length - fromEnd;
      if (at < 0 || rules.has(keys[at])) continue;
      const { answer, count, total } = votes.winner(keys[at]);
      const general = keys
        .slice(at + 1)
        .map((key) => rules.get(key))
        .find((edit) => edit !== undefined);
      const reliable = at === 0 ? count >= least : total >= LEAST_TYPES && count > total / 2;
      if (answer !== general && reliable) rules.set(keys[at], answer);
    }
  }
  return groupLines(rules);
}

const LEAST_FEATURES = 2;

/** Learns the feature table: the commonest features of each tag, and of each form that differs. */
export function learnFeatures(sentences: readonly ConlluSentence[]): string[] {
  const votes = new Votes();
  for (const word of sentences.flatMap(({ words }) => words)) {
    for (const key of featureKeys(word.form, tagOf(word))) votes.add(key, word.features);
  }
  const rules = new Map<string, string>();
  const keys = votes.keys();
  for (const key of keys.filter((name) => !name.includes("="))) rules.set(key, votes.winner(key).answer);
  for (const key of keys.filter((name) => name.includes("="))) {
    const { answer, count } = votes.winner(key);
    if (count >= LEAST_FEATURES && answer !== rules.get(key.slice(0, key.indexOf("=")))) rules.set(key, answer);
  }
  return groupLines(rules);
}
