import type { Document } from "../../schema/index.ts";
import type { Row } from "../store/database.ts";
import { labelKey, type UnitKind } from "./kinds.ts";
import { pairKey, type Term, termKey, termsOf } from "./terms.ts";
import type { Unit } from "./units.ts";

const MOST_TIMES = 255;
const LONGEST = 65_535;

/** The texts in which search sees a document. */
const textsOf = ({ title = "", text }: Document): string[] => [title, text];

/** How many terms a document has. */
export const lengthOf = (document: Document): number => lengthOfTexts(textsOf(document));

/** How many terms some texts have. */
export const lengthOfTexts = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + termsOf(text).length, 0);

/** Whether one term follows the other with nothing but signs between; in unspaced scripts terms overlap instead. */
const follows = (one: Term, other: Term): boolean => other.start >= one.stop;

function countKeys(texts: readonly string[], kind: UnitKind): Map<number, number> {
  const counts = new Map<number, number>();
  const count = (key: number): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const text of texts) {
    let last: Term | undefined;
    for (const term of termsOf(text)) {
      count(termKey(term.term, kind));
      if (last !== undefined && follows(last, term)) count(pairKey(last.term, term.term, kind));
      last = term;
    }
  }
  return counts;
}

/** Rows of a unit's words and pairs of neighbouring words: how often each stands in it, and how long it is. */
export function wordRows({ kind, texts }: Unit, number: number): Row[] {
  const length = Math.min(lengthOfTexts(texts), LONGEST);
  return [...countKeys(texts, kind)].map(([key, times]): Row => [key, number, Math.min(times, MOST_TIMES), length]);
}

/** Rows of what else a unit can be asked for. */
export const labelRows = (
  { kind, labels }: Unit,
  number: number,
  numberOf: (facet: string, value: string) => number,
): Row[] => labels.map(({ facet, value }): Row => [labelKey(kind, facet, numberOf(facet, value)), number, 1, 0]);
