import { type Page, rangeOfLayer, textOf } from "./page.ts";
import type { Saying } from "./saying.ts";
import { CLOSES_SENTENCE, REACH, type SayingIndex, takesQuote } from "./stretch.ts";
import { isUnder } from "./tree.ts";

/** Tokens that a few words in marks may stand behind their cue without a comma or colon. */
const CLOSE_BY = 6;

/** Whether nothing but a few words without a comma stands between a cue and words in marks. */
function isCloseBy(page: Page, { cueRange }: Saying, start: number): boolean {
  for (let token = cueRange[1]; token < start; token++) if (textOf(page, token) === ",") return false;
  return start - cueRange[1] <= CLOSE_BY;
}

/** `He said: “…”`, `told reporters that “…”`: the saying whose clause ends right before the stretch. */
export function before(page: Page, index: SayingIndex, stretch: number): Saying | undefined {
  const { analysis } = page;
  const parent = page.quoted[stretch].parent;
  const [low] = rangeOfLayer(page, parent);
  const start = page.ranges[stretch][0];
  let last = start - 1;
  while (last >= low && /^([,:—–-]|that)$/.test(textOf(page, last)) && page.layer[last] === parent) last--;
  const isOpen = last === start - 1;
  for (let token = last; token >= Math.max(low, last - REACH); token--) {
    if (page.layer[token] !== parent || CLOSES_SENTENCE.test(textOf(page, token))) return undefined;
    const saying = index.get(token);
    if (!takesQuote(saying) || saying.cue.class === "think" || !isUnder(analysis, last, token)) continue;
    if (!isOpen || (isCloseBy(page, saying, start) && saying.form !== "quote")) return saying;
  }
  return undefined;
}
