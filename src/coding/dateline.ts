/** "BAGHDAD/WASHINGTON (Reuters) - ", "TOKYO — ", "MOSCOW. Oct 22 (Interfax) - ": place and agency before the news. */
const DASHED =
  /^\p{Lu}[\p{Lu}\s.,/'\u2019]{2,40}(?:[,.][^\n()]{0,24})?(?:\([^)\n]{2,24}\)\s*)?(?:--?|\u2013|\u2014)\s/gmu;
/** "MOSCOW, July 23. /TASS/. " */
const SLASHED = /^\p{Lu}[\p{Lu}\s.'\u2019-]{2,30}, \p{L}{3,9}\.? \d{1,2}\. ?\/[\p{Lu}-]{3,}\/\.?\s/gmu;

/** "New Delhi, Oct 22 (PTI) " */
const BRACKETED =
  /^\p{Lu}[\p{L}\s.'\u2019-]{2,30}, \p{Lu}\p{L}{2,8}\.? \d{1,2} \(\p{Lu}[\p{L}. ]{1,20}\)\s(?=\p{Lu})/gmu;

/** Where datelines stand in a text, as [start, end) with the blank behind them. */
export const datelinesOf = (text: string): [number, number][] =>
  [DASHED, SLASHED, BRACKETED]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match) => [match.index, match.index + match[0].length]);

/**
 * The text with a break of paragraph in place of the last mark and blank of each dateline, so that the first sentence
 * of the news stands alone. As long as the text itself: every offset holds for both.
 */
export function withoutDatelines(text: string): string {
  let broken = text;
  for (const [, end] of datelinesOf(text)) broken = `${broken.slice(0, end - 2)}\n\n${broken.slice(end)}`;
  return broken;
}
