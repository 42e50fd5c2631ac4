import type { Span } from "../../schema/index.ts";

const ABBREVIATION =
  /(?:^|[\s("“])(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Adm|Sen|Rep|Gov|Sgt|St|No|vs|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|a\.m|p\.m|U\.S|U\.N|U\.K|i\.e|e\.g|Co|Inc|Ltd|Corp)\.$/;
const BOUNDARY = /[.!?]["”’')\]]*(?=\s+["“‘'([]?[\p{Lu}\d])|\n\s*\n/gu;

/** A place line at the head of a story: `MOSCOW (AP) -- `. */
const DATELINE =
  /^[\p{Lu}][\p{Lu}\s/.,-]{2,40}(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?\s*(?:\([^)]{1,30}\))?\s*(?:--|–|—|-)\s+/u;

/** One without a dash behind the agency: `New Delhi, Oct 22 (PTI) `. */
const AGENCY_LINE = /^\p{Lu}[\p{L} .-]{2,30}, [A-Z][a-z]{2,8}\.? \d{1,2} \(\p{Lu}{2,12}\):?\s+(?=\p{Lu})/u;

/** One of TASS: `MOSCOW, September 11. /TASS/. `. */
const SLASH_LINE = /^\p{Lu}[\p{Lu} .-]{2,40}, [A-Z][a-z]{2,8}\.? \d{1,2}\.? ?\/[A-Z]{2,12}\/\.?\s+/u;

/** The length of the place line at the head of a story, 0 where there is none. */
const datelineOf = (words: string): number =>
  [DATELINE, AGENCY_LINE, SLASH_LINE, DAY_LINE]
    .map((line) => words.match(line)?.[0].length ?? 0)
    .find((length) => length > 0) ?? 0;

/** A sentence without the place line before it. */
export const withoutDateline = (words: string): string => words.slice(datelineOf(words));

/** What is left of one where its place ends in a full stop: `Oct 22 (Interfax) - `. */
const DAY_LINE = /^(?:[A-Z][a-z]{2,8}\.? \d{1,2},? )?\(\p{Lu}[^)]{1,30}\)\s*(?:--|–|—|-)\s+/u;

/** Offsets at which sentences of a text begin; a paragraph ends one too, an abbreviation does not. */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(BOUNDARY)) {
    const end = match.index + match[0].length;
    if (!match[0].startsWith("\n") && ABBREVIATION.test(text.slice(Math.max(0, match.index - 8), match.index + 1)))
      continue;
    starts.push(end + (text.slice(end).match(/^\s*/)?.[0].length ?? 0));
  }
  return starts.filter((start, at) => start < text.length && start !== starts[at - 1]);
}

/** The sentences that a span lies in, without a place line before them and space around them. */
export function sentenceAround(text: string, [from, to]: Span, starts = sentenceStarts(text)): Span {
  const first = starts.findLast((start) => start <= from) ?? 0;
  const next = starts.find((start) => start >= to) ?? text.length;
  const words = text.slice(first, next);
  const dateline = datelineOf(words);
  const start = first + Math.min(dateline, Math.max(0, from - first));
  return [start, start + text.slice(start, next).trimEnd().length];
}
