import { affixKeys, wordKey } from "./form.ts";

/** Row of the artificial root before each sentence. */
export const ROOT_ROW = 0;
/** Row of a word that the table doesn't know. */
export const UNKNOWN_ROW = 1;
/** Row of the first affix; the words' rows follow the affixes'. */
export const FIRST_ROW = 2;

/** Which rows of the embedding table a form adds up. Rows: root, unknown, the affixes, the words. */
export class Vocabulary {
  readonly #words: ReadonlyMap<string, number>;
  readonly #affixes: ReadonlyMap<string, number>;
  readonly size: number;

  constructor(words: readonly string[], affixes: readonly string[]) {
    this.#words = new Map(words.map((word, index) => [word, FIRST_ROW + affixes.length + index]));
    this.#affixes = new Map(affixes.map((affix, index) => [affix, FIRST_ROW + index]));
    this.size = FIRST_ROW + words.length + affixes.length;
  }

  /** The word's own row first, then those of its affixes. */
  rows(form: string): Int32Array {
    const rows = [this.#words.get(wordKey(form)) ?? UNKNOWN_ROW];
    for (const key of affixKeys(form)) {
      const row = this.#affixes.get(key);
      if (row !== undefined) rows.push(row);
    }
    return Int32Array.from(rows);
  }
}
