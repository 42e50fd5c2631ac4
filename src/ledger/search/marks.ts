import type { Span } from "../../schema/index.ts";
import { termsOf } from "./terms.ts";
import type { Wanted } from "./words.ts";

/** Characters shown of a text around its matches. */
const SHOWN = 260;

/** A piece of a text with the matching words in it, all as spans of the whole text. */
export interface Passage {
  readonly span: Span;
  readonly marks: readonly Span[];
}

/** The wanted words and phrases in a text; the words of a phrase count only where they stand beside each other. */
export function marksIn(text: string, { terms, phrases }: Pick<Wanted, "terms" | "phrases">): Span[] {
  const phrased = new Set(phrases.flat());
  const single = new Set(terms.filter((term) => !phrased.has(term)));
  const found = termsOf(text);
  const marks: Span[] = [];
  for (let at = 0; at < found.length; at += 1) {
    const phrase = phrases.find((each) => each.every((term, step) => found[at + step]?.term === term));
    if (phrase) {
      marks.push([found[at].start, found[at + phrase.length - 1].stop]);
      at += phrase.length - 1;
    } else if (single.has(found[at].term)) marks.push([found[at].start, found[at].stop]);
  }
  return marks;
}

/** The first of the marks within reach of each other that are most. */
function densest(marks: readonly Span[]): number {
  let [best, most] = [0, 0];
  for (let from = 0, to = 0; from < marks.length; from += 1) {
    while (to < marks.length && marks[to][1] - marks[from][0] <= SHOWN) to += 1;
    if (to - from > most) [best, most] = [from, to - from];
  }
  return best;
}

/** Moves an index back to a space, so that no word is cut. */
const wordStart = (text: string, at: number): number => (at <= 0 ? 0 : text.lastIndexOf(" ", at) + 1);

/** The passage of a text in which most of the marks stand; its beginning where there is none (they are in the headline). */
export function passageOf(text: string, marks: readonly Span[]): Passage {
  const first = marks[densest(marks)] ?? [0, 0];
  const start = wordStart(text, Math.max(0, first[0] - SHOWN / 4));
  const cut = Math.min(text.length, Math.max(start + SHOWN, first[1]));
  const stop = cut === text.length ? cut : Math.max(wordStart(text, cut) - 1, first[1], start + 1);
  return { span: [start, stop], marks: marks.filter(([from, to]) => from >= start && to <= stop) };
}
