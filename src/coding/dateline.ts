/** "BAGHDAD/WASHINGTON (Reuters) - ", "TOKYO — ", "LIMA • ", "MOSCOW. Oct 22 (Interfax) - ": place and agency before the news. */
const DASHED =
  /^\p{Lu}[\p{Lu}\s.,/'\u2019]{2,40}(?:[,.][^\n()]{0,24})?(?:\([^)\n]{2,24}\)\s*)?(?:--?|\u2013|\u2014|\u2022|\u00b7)\s/gmu;
/** "MOSCOW, July 23. /TASS/. " */
const SLASHED = /^\p{Lu}[\p{Lu}\s.'\u2019-]{2,30}, \p{L}{3,9}\.? \d{1,2}\. ?\/[\p{Lu}-]{3,}\/\.?\s/gmu;

/** "New Delhi, Oct 22 (PTI) " */
const BRACKETED =
  /^\p{Lu}[\p{L}\s.'\u2019-]{2,30}, \p{Lu}\p{L}{2,8}\.? \d{1,2} \(\p{Lu}[\p{L}. ]{1,20}\)\s(?=\p{Lu})/gmu;

/** "LAHORE, (UrduPoint / Pakistan Point News - 3rd May, 2021 ) :" */
const POINTED =
  /^\p{Lu}[\p{L}\s.'\u2019-]{2,30},? (?:\p{Lu}\p{L}{2,8}\.? \d{1,2},? )?\([^()\n]{0,30}Point News[^()\n]{0,30}\) ?[:-] ?(?=\p{Lu})/gmu;

/** "KATHMANDU: ", "TUNIS, Tunisia: ", "Jammu, Dec 16 : "; what stands in capitals before a colon may be no place. */
const COLON =
  /^(?!(?:FACTBOX|UPDATE|BREAKING|EXCLUSIVE|WATCH|LIVE|ANALYSIS|OPINION|VIDEO|EXPLAINER|HAMAS|NATO|TALIBAN|HEZBOLLAH|UNICEF|UNHCR|ASEAN|ECOWAS)\b)(?:\p{Lu}{4,}(?:[ /]\p{Lu}{2,}){0,2}(?:, \p{Lu}\p{L}+)?|\p{Lu}[\p{L} ]{2,24}, \p{Lu}\p{L}{2,8}\.? \d{1,2}) ?:\s(?=[\p{Lu}\d"\u201c])/gmu;
/** "ISLAMABAD, May 22 (APP):", "COLOMBO, (UrduPoint - 23rd Feb, 2021 ) :" */
const AGENCY_COLON = /^\p{Lu}{4,}[^\n():]{0,24}\((?![^)\n]*Point News)[^)\n]{2,60}\) ?: ?(?=\p{Lu})/gmu;

/** Where datelines stand in a text, as [start, end) with the blank behind them. */
export const datelinesOf = (text: string): [number, number][] =>
  [DASHED, SLASHED, BRACKETED, POINTED, COLON, AGENCY_COLON]
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
