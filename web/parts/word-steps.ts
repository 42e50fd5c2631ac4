import type { Span } from "../../src/schema/index.ts";

/** The words of a text, by their places. */
export const wordsOf = (text: string): Span[] =>
  [...text.matchAll(/\S+/g)].map((match): Span => [match.index, match.index + match[0].length]);

/** Whether a sentence begins with this word: the one before ends one, or a line lies between. */
const begins = (text: string, words: readonly Span[], at: number): boolean =>
  at === 0 ||
  /[.!?…]["'”’»)\]]*$/.test(text.slice(...words[at - 1])) ||
  text.slice(words[at - 1][1], words[at][0]).includes("\n");

/** The first word of the next sentence (1), or of this or the one before (-1). */
export function sentenceFrom(text: string, words: readonly Span[], from: number, by: -1 | 1): number {
  let at = from + by;
  while (at > 0 && at < words.length && !begins(text, words, at)) at += by;
  return Math.max(0, Math.min(words.length - 1, at));
}

/** The first word of the paragraph, or its last. */
export function edgeFrom(text: string, words: readonly Span[], from: number, by: -1 | 1): number {
  const breaks = (one: number, other: number): boolean => text.slice(words[one][1], words[other][0]).includes("\n");
  let at = from;
  while (at + by >= 0 && at + by < words.length && !breaks(Math.min(at, at + by), Math.max(at, at + by))) at += by;
  return at;
}

/** The range of the page that shows a span of the text in a box. The signs between its words hold no text of their own. */
export function rangeOf(box: Element, [start, end]: Span): Range {
  const range = document.createRange();
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const upTo = passed + node.data.length;
    if (start >= passed && start < upTo) range.setStart(node, start - passed);
    if (end > passed && end <= upTo) {
      range.setEnd(node, end - passed);
      break;
    }
    passed = upTo;
  }
  return range;
}

const FAR = 120;

/** The word above or below: on the next line of the page that way, the nearest to where this one begins. */
export function lineFrom(box: Element, words: readonly Span[], from: number, by: -1 | 1): number {
  const place = (at: number): DOMRect => rangeOf(box, words[at]).getBoundingClientRect();
  const { left, top, height } = place(from);
  let best = from;
  let line: number | undefined;
  for (let at = from + by; at >= 0 && at < words.length && Math.abs(at - from) < FAR; at += by) {
    const rect = place(at);
    if (Math.abs(rect.top - top) < height / 2) continue;
    line ??= rect.top;
    if (Math.abs(rect.top - line) >= height / 2) break;
    if (best === from || Math.abs(rect.left - left) < Math.abs(place(best).left - left)) best = at;
  }
  return best;
}
