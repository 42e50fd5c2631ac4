/** Words as search compares them: without case and diacritics, English plurals as singulars; Chinese, Japanese and Thai in pairs. */

import { UNITS, type UnitKind } from "./kinds.ts";

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const MARKS = /\p{M}+/gu;
const LONGEST = 40;

/** A term and where it stands in the text. */
export interface Term {
  readonly term: string;
  readonly start: number;
  readonly stop: number;
}

/** The S stemmer (Harman 1991, "How effective is suffixing?"): only plurals. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s")) return word;
  if (/[^ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:[^aeo]es)$/.test(word) || /[^us]s$/.test(word)) return word.slice(0, -1);
  return word;
}

const folded = (word: string): string => word.normalize("NFKD").replace(MARKS, "").toLowerCase();

function pairsOf(word: string, start: number): Term[] {
  if (word.length === 1) return [{ term: word, start, stop: start + 1 }];
  return Array.from({ length: word.length - 1 }, (_, index) => ({
    term: word.slice(index, index + 2),
    start: start + index,
    stop: start + index + 2,
  }));
}

/** The terms of a text in reading order. */
export function termsOf(text: string): Term[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    if (UNSPACED.test(word)) return pairsOf(word, index);
    return word.length > LONGEST ? [] : [{ term: singular(folded(word)), start: index, stop: index + word.length }];
  });
}

/** FNV-1a of a term of a kind of unit, as a number of 31 bits, as the table of postings keeps it. */
export function termKey(term: string, kind: UnitKind): number {
  let hash = 0x811c9dc5 ^ UNITS[kind];
  for (let index = 0; index < term.length; index += 1) hash = Math.imul(hash ^ term.charCodeAt(index), 0x01000193);
  return hash & 0x7fffffff;
}

/** The key of two words that stand beside each other: by it a phrase is found. */
export const pairKey = (one: string, other: string, kind: UnitKind): number => termKey(`${one} ${other}`, kind);
