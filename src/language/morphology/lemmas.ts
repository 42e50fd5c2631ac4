import { applyEdit, type Edit, parseEdit } from "./edit.ts";
import { knownBase } from "./regular.ts";

const LONGEST_SUFFIX = 5;
/** The treebanks write "10,000" as 10000. */
const THOUSANDS = /^\d{1,3}(,\d{3})+(\.\d+)?$/;

/** How a form is written, as far as its lemma's case depends on it. */
const casing = (form: string): string => {
  const first = form.charAt(0);
  if (first === first.toLowerCase()) return "x";
  return form.length > 1 && form === form.toUpperCase() ? "XX" : "Xx";
};

/** Keys of the lemma rules for a form, most telling first: the whole form, then its suffixes. Tags are Penn's. */
export function lemmaKeys(form: string, xpos: string): string[] {
  const word = form.toLowerCase().replace(/[’‘]/g, "'");
  const tag = `${xpos}${casing(form)}`;
  const keys = [`${tag}=${word}`];
  for (let size = Math.min(LONGEST_SUFFIX, word.length); size >= 0; size--)
    keys.push(`${tag}-${word.slice(word.length - size)}`);
  return keys;
}

/** The lemmatiser: the edit of the most telling rule that is known. `words` are those that are known to be written. */
export class Lemmatiser {
  readonly #rules: ReadonlyMap<string, Edit>;
  readonly #words: ReadonlySet<string>;

  constructor(rules: ReadonlyMap<string, Edit>, words: ReadonlySet<string> = new Set()) {
    this.#rules = rules;
    this.#words = words;
  }

  lemma(form: string, xpos: string): string {
    if (THOUSANDS.test(form)) return form.replaceAll(",", "");
    const keys = lemmaKeys(form, xpos);
    const telling = keys.findIndex((key) => this.#rules.has(key));
    if (telling < 0) return form;
    const lemma = applyEdit(form, this.#rules.get(keys[telling]) as Edit) || form;
    return telling === 0 ? lemma : knownBase(form, xpos, lemma, (word) => this.#words.has(word));
  }

  /** One line an edit: the edit, a tab, its keys with tabs between them. */
  static parse(lines: readonly string[], words?: ReadonlySet<string>): Lemmatiser {
    const rules = new Map<string, Edit>();
    for (const line of lines) {
      const [text, ...keys] = line.split("\t");
      const edit = parseEdit(text);
      for (const key of keys) rules.set(key, edit);
    }
    return new Lemmatiser(rules, words);
  }
}
