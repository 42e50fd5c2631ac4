import { hasLineBreak, isTitleStop, type Page, rangeOfLayer, textOf } from "./page.ts";
import type { Saying } from "./saying.ts";
import { fullSource } from "./source.ts";
import { guessSpeaker, speakerBehind } from "./speaker.ts";
import { CLOSES_SENTENCE, lastInside, REACH, type SayingIndex, takesQuote } from "./stretch.ts";

const FAR_REACH = 45;

/** Whether everything between two tokens is adverb or part of the source that the cue has. */
function standsAtOnce(page: Page, saying: Saying, from: number): boolean {
  const beginning = Math.min(saying.cueRange[0], saying.source?.[0] ?? Number.POSITIVE_INFINITY);
  for (let token = from; token < beginning; token++)
    if (!/^(ADV|CCONJ|PUNCT)$/.test(page.analysis.upos[token])) return false;
  return saying.source === undefined || saying.source[0] >= from;
}

/** `“…,” Blackwell, the committee's head, told us`: a name between the stretch and its cue that commas describe. */
function isDescribedName(page: Page, saying: Saying, from: number): boolean {
  const { analysis } = page;
  const last = saying.cueRange[0] - 1;
  const ends = textOf(page, last) === "," && /^(PROPN|DET|NOUN|ADJ)$/.test(analysis.upos[from]);
  const speaks =
    saying.cue.class === "say" && /VerbForm=Fin/.test(analysis.features[saying.token]) && saying.form !== "clause";
  if (!ends || !speaks) return false;
  for (let token = from; token < last; token++) {
    const isMain = /VerbForm=Fin/.test(analysis.features[token]) && !/^(acl|aux|cop)/.test(analysis.relation[token]);
    if (isMain || page.layer[token] !== page.layer[from]) return false;
  }
  saying.source = [from, last];
  saying.speaker = undefined;
  return true;
}

/** Without a source in the tree, the words beside the cue are the source. */
function guessSource(page: Page, saying: Saying, from: number): void {
  if (saying.source !== undefined) return;
  const speaker = guessSpeaker(page, saying.token, saying.cueRange);
  if (speaker !== undefined && page.layer[speaker] === saying.layer) {
    saying.speaker = speaker;
    saying.source = fullSource(page, speaker, saying.cueRange, true);
  } else if (saying.cueRange[0] > from) saying.source = [from, saying.cueRange[0]];
}

/** `“…,” said Frank Coleman`: right behind a stretch the cue's source is the name behind it, whatever the tree says. */
function isInverted(page: Page, saying: Saying): boolean {
  const speaker = speakerBehind(page, saying.cueRange);
  if (speaker === undefined || saying.cue.class !== "say") return false;
  saying.speaker = speaker;
  saying.source = fullSource(page, speaker, saying.cueRange, true);
  return true;
}

/** `“Why?” She said that …`: what has a clause behind it is no cue of the question before. */
const hasOwnClause = ({ form, content, cueRange }: Saying): boolean =>
  form === "clause" && content.every(([from]) => from >= cueRange[1]);

/** `The king, citing “a need,” said the council must go`: what has its source before the stretch and a clause behind it. */
const spokenBefore = (page: Page, saying: Saying, stretch: number): boolean =>
  saying.speaker !== undefined && saying.speaker < page.ranges[stretch][0] && hasOwnClause(saying);

const LONGEST_PARENTHESIS = 10;

/** The parenthesis that closes near one that opens, or the opening one itself. */
function closingParenthesis(page: Page, opening: number, limit: number): number {
  for (let token = opening + 1; token < Math.min(limit, opening + LONGEST_PARENTHESIS); token++)
    if (textOf(page, token) === ")") return token;
  return opening;
}

/** Tokens of a name before its cue that the tree does not tell. */
const LONGEST_NAME = 12;

/** Whether a saying's clause begins at `from`; gives it its source then. */
function saysBefore(page: Page, saying: Saying, from: number): boolean {
  const distance = saying.token - from;
  if ((distance === 0 && isInverted(page, saying)) || isDescribedName(page, saying, from)) return true;
  const isNear =
    distance < REACH && (saying.source === undefined ? distance < LONGEST_NAME : standsAtOnce(page, saying, from));
  if (isNear) guessSource(page, saying, from);
  return isNear;
}

/** `“…,” he said`: the saying whose clause begins right behind the stretch. */
export function behind(page: Page, index: SayingIndex, stretch: number): Saying | undefined {
  const { relation } = page.analysis;
  const parent = page.quoted[stretch].parent;
  const [, high] = rangeOfLayer(page, parent);
  let from = page.ranges[stretch][1];
  const comma = textOf(page, from) === ",";
  if (comma) from++;
  if (hasLineBreak(page, from - 1) || (!comma && !/[,?!…—–-]/.test(lastInside(page, stretch)))) return undefined;
  for (let token = from; token < Math.min(high, from + FAR_REACH); token++) {
    if (textOf(page, token) === "(") token = closingParenthesis(page, token, high);
    const closes = CLOSES_SENTENCE.test(textOf(page, token)) && !isTitleStop(page, token);
    if (page.layer[token] !== parent || closes) return undefined;
    const saying = index.get(token);
    if (!takesQuote(saying) || /^(acl|amod)/.test(relation[token])) continue;
    if (!comma && hasOwnClause(saying) && /[?!…]/.test(lastInside(page, stretch))) return undefined;
    if (token === from && spokenBefore(page, saying, stretch)) return undefined;
    if (saysBefore(page, saying, from)) return saying;
  }
  return undefined;
}
