import type { Page } from "./page.ts";
import type { Saying } from "./saying.ts";

/** The sayings of a text by the token of their cue. */
export type SayingIndex = ReadonlyMap<number, Saying>;

/** Whether a cue can have words in marks for its content. */
export const takesQuote = (saying: Saying | undefined): saying is Saying => saying?.cue.content.has("quote") === true;

/** The last character inside the marks of a stretch. */
export function lastInside(page: Page, stretch: number): string {
  const { span, closed } = page.quoted[stretch];
  const words = page.analysis.text.slice(span[0], span[1]);
  return (closed ? words.replace(/['"”’»]+$/, "") : words).trimEnd().at(-1) ?? "";
}

/** Whether the stretch is a sentence of its own, and so more than a word in marks. */
export function isSentence(page: Page, stretch: number): boolean {
  const { text: all } = page.analysis;
  const { span } = page.quoted[stretch];
  const first = /[\p{L}\p{N}[(]/u.exec(all.slice(...span))?.[0] ?? "";
  return (
    first === first.toUpperCase() &&
    /[.!?…—–-]/.test(lastInside(page, stretch)) &&
    page.ranges[stretch][1] - page.ranges[stretch][0] > 4
  );
}

/** How many tokens a cue may stand from its stretch. */
export const REACH = 16;

/** What closes the sentence of a cue. */
export const CLOSES_SENTENCE = /^[.!?;]$|^…$/;
