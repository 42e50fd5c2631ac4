import type { Span } from "../../schema/index.ts";
import { termsOf } from "./terms.ts";

/** Characters shown of a text around its matches. */
const SHOWN = 240;

/** A piece of a text with the matching words in it, all as spans of the whole text. */
export interface Passage {
  readonly span: Span;
  readonly marks: readonly Span[];
}

/** The first start within reach of a window's last match from which most marks are seen. */
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

/** The passage of a text in which most of the wanted terms stand; its beginning where none does (in the headline only). */
export function passageOf(text: string, wanted: ReadonlySet<string>): Passage {
  const marks = termsOf(text)
    .filter(({ term }) => wanted.has(term))
    .map(({ start, stop }): Span => [start, stop]);
  const first = marks[densest(marks)]?.[0] ?? 0;
  const start = wordStart(text, Math.max(0, first - SHOWN / 4));
  const cut = Math.min(text.length, start + SHOWN);
  const stop = cut === text.length ? cut : Math.max(wordStart(text, cut) - 1, start + 1);
  return { span: [start, stop], marks: marks.filter(([from, to]) => from >= start && to <= stop) };
}
