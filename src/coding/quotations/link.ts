import { before } from "./cue-before.ts";
import { behind } from "./cue-behind.ts";
import { give } from "./give.ts";
import { introducedBy } from "./introduce.ts";
import { Latest } from "./latest.ts";
import { hasLineBreak, isTitle, type Page, sentenceAround, stretchIn, textOf } from "./page.ts";
import type { Saying } from "./saying.ts";
import { QUOTES_OTHERS } from "./speaker.ts";
import { isSentence, lastInside, type SayingIndex, takesQuote } from "./stretch.ts";

const LONGEST_SIGNATURE = 8;

/** `“… here.” Faramir said.`: a sentence behind a stop in marks that holds nothing but a name and its cue. */
function signedBy(page: Page, index: SayingIndex, stretch: number): Saying | undefined {
  const { analysis } = page;
  const { parent } = page.quoted[stretch];
  const [, from] = page.ranges[stretch];
  if (hasLineBreak(page, from - 1)) return undefined;
  let last = from;
  while (last < analysis.start.length && last - from < LONGEST_SIGNATURE && !index.has(last)) {
    if (page.layer[last] !== parent || !/^(PROPN|PRON|DET|NOUN|ADJ)$/.test(analysis.upos[last])) return undefined;
    last++;
  }
  const saying = index.get(last);
  const isBare = takesQuote(saying) && saying.form === undefined && last > from && saying.cueRange[0] === last;
  return isBare && /VerbForm=Fin/.test(analysis.features[last]) && textOf(page, last + 1) === "." ? saying : undefined;
}

/** Whether only blanks stand between two offsets. */
const onlyBlanks = (page: Page, from: number, to: number): boolean => /^\s*$/.test(page.analysis.text.slice(from, to));

/** `… he said. “More.”`: whether a stretch follows the sentence of a saying, or directly what was quoted of it. */
function continues(page: Page, previous: Saying, stretch: number): boolean {
  const { analysis } = page;
  const [start] = page.ranges[stretch];
  const content = previous.content.at(-1)!;
  if (content[1] <= start && onlyBlanks(page, analysis.end[content[1] - 1], analysis.start[start])) return true;
  const [, end] = sentenceAround(page, previous.token);
  return start >= end && start <= end + 1 && isSentence(page, stretch) && previous.cue.class !== "think";
}

/** Marks the stretches that stand in the content of a saying of their own layer. */
function takenStretches(page: Page, sayings: readonly Saying[]): Uint8Array {
  const taken = new Uint8Array(page.quoted.length);
  const owns = ({ token, cue }: Saying) => cue.pos !== "noun" && !QUOTES_OTHERS.has(page.analysis.lemma[token]);
  for (const { layer, content } of sayings.filter(owns))
    for (const [from, to] of content)
      for (let token = from; token < to; token++) {
        const stretch = page.layer[token] === layer ? -1 : stretchIn(page, token, layer);
        if (stretch >= 0) taken[stretch] = 1;
      }
  return taken;
}

/** The words of the reporter that begin the sentence of a stretch: `The plan “will fail,” he said`. */
function leadIn(page: Page, index: SayingIndex, stretch: number): number {
  const [start] = page.ranges[stretch];
  const before = start - 1;
  if (before < 0 || page.layer[before] !== page.quoted[stretch].parent || /^[.!?:;,]$/.test(textOf(page, before)))
    return start;
  if (page.analysis.text.slice(page.analysis.end[before], page.analysis.start[start]).includes("\n")) return start;
  const [from] = sentenceAround(page, before);
  for (let token = from; token < start; token++)
    if (index.has(token) || page.layer[token] !== page.layer[before]) return start;
  return from;
}

/** Where the words given begin: with the sentence of the stretch, or with the "that" before it. */
function startOf(page: Page, index: SayingIndex, stretch: number, isBehind: boolean): number {
  const [start] = page.ranges[stretch];
  if (isBehind) return leadIn(page, index, stretch);
  return start > 0 && textOf(page, start - 1) === "that" ? start - 1 : start;
}

/** Tokens between an answer and its cue. */
const CLOSEST = 3;

/** `“Never,” he said`: a word or two with capitals that somebody says, and no title. */
function isAnswer(page: Page, index: SayingIndex, stretch: number): boolean {
  const [, end] = page.ranges[stretch];
  if (!/[,!?]/.test(lastInside(page, stretch))) return false;
  const saying = behind(page, index, stretch);
  return saying !== undefined && saying.content.length === 0 && saying.cueRange[0] - end <= CLOSEST;
}

/**
 * Finds the cue of each stretch between quotation marks that no clause holds; changes the sayings' content.
 * Gives the sayings with those that were made for a stretch added.
 */
export function linkQuoted(page: Page, sayings: readonly Saying[]): Saying[] {
  const index = new Map(sayings.map((saying) => [saying.token, saying]));
  const taken = takenStretches(page, sayings);
  const latest = new Latest(page, sayings);
  const made: Saying[] = [];
  for (let stretch = 0; stretch < page.quoted.length; stretch++) {
    if (taken[stretch]) continue;
    if (isTitle(page, stretch) && !isAnswer(page, index, stretch)) continue;
    const previous = latest.before(page.ranges[stretch][0], page.quoted[stretch].parent);
    const closing = behind(page, index, stretch);
    const saying =
      closing ??
      before(page, index, stretch) ??
      (previous && continues(page, previous, stretch) ? previous : signedBy(page, index, stretch));
    if (saying) give(page, saying, stretch, startOf(page, index, stretch, closing !== undefined));
    const introduced = saying ? undefined : introducedBy(page, stretch);
    if (introduced) made.push(introduced);
    for (const used of [saying, introduced]) if (used) latest.note(used);
  }
  return [...sayings, ...made];
}
