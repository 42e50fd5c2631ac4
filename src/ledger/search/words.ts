import { termsOf } from "./terms.ts";

/** What the words of a search ask for. */
export interface Wanted {
  /** All of them must be there; those of the phrases too. */
  readonly terms: readonly string[];
  /** Runs of two or more terms that must stand beside each other. */
  readonly phrases: readonly (readonly string[])[];
  /** Terms, and runs of terms, none of which may be there. */
  readonly excluded: readonly (readonly string[])[];
  /** Words that are too many to be looked for. */
  readonly ignored: readonly string[];
}

/** A word or a phrase in quotation marks of any style, with a minus where it is excluded. An open mark ends with the words. */
const PART =
  /(?<minus>(?<![^\s(])[-\u2212\u2013])?(?:["\u201c\u201d\u201e\u00ab\u00bb](?<phrase>[^"\u201c\u201d\u201e\u00ab\u00bb]*)["\u201c\u201d\u201e\u00ab\u00bb]?|(?<word>[^\s"\u201c\u201d\u201e\u00ab\u00bb]+))/gu;
const MOST_TERMS = 12;

interface Part {
  readonly excluded: boolean;
  readonly quoted: boolean;
  readonly terms: readonly string[];
}

function partsOf(words: string): Part[] {
  return [...words.matchAll(PART)]
    .map(({ groups = {} }) => ({
      excluded: groups.minus !== undefined,
      quoted: groups.phrase !== undefined,
      terms: termsOf(groups.phrase ?? groups.word ?? "").map(({ term }) => term),
    }))
    .filter(({ terms }) => terms.length > 0);
}

/**
 * Understands the words of a search: `joint patrol` both words, `"joint patrol"` the phrase, `-naval` without the word.
 * A word that falls into several terms (`Tu-95`) is a phrase. Anything else, AND and OR too, is a word.
 */
export function wantedOf(words: string): Wanted {
  const parts = partsOf(words);
  const asked = parts.filter(({ excluded }) => !excluded);
  const terms = [...new Set(asked.flatMap((part) => part.terms))];
  return {
    terms: terms.slice(0, MOST_TERMS),
    ignored: terms.slice(MOST_TERMS),
    phrases: asked.filter((part) => part.terms.length > 1).map((part) => part.terms.slice(0, MOST_TERMS)),
    excluded: parts
      .filter(({ excluded }) => excluded)
      .map((part) => part.terms.slice(0, MOST_TERMS))
      .slice(0, MOST_TERMS),
  };
}
