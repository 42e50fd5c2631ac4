import { isComma, isTitleStop, type Page, sentenceAround, TITLE, textOf } from "./page.ts";
import { SUBJECT } from "./speaker.ts";
import type { Range } from "./tree.ts";

const isName = (page: Page, token: number): boolean => /^(PROPN|NOUN|ADJ|NUM|SYM)$/.test(page.analysis.upos[token]);

const sameLine = (page: Page, token: number): boolean =>
  !page.analysis.text.slice(page.analysis.end[token], page.analysis.start[token + 1]).includes("\n");

/** Words that the tree left out before a name: "[Texas Sen.] Ted Cruz", "[Reporter Jomana] Karadsheh". */
function extendBack(page: Page, from: number, floor: number): number {
  const { analysis } = page;
  let start = from;
  const joins = (token: number): boolean => {
    if (page.layer[token] !== page.layer[from] || !sameLine(page, token)) return false;
    const isCapital = /^\p{Lu}/u.test(textOf(page, token));
    const sameSentence = analysis.sentence[token] === analysis.sentence[start];
    if (TITLE.test(textOf(page, token)) || isTitleStop(page, token)) return true;
    if (!sameSentence && !(token + 1 < page.analysis.start.length && isTitleStop(page, token + 1))) return false;
    const isHyphenated = analysis.end[token] === analysis.start[token + 1];
    return isHyphenated
      ? analysis.upos[token] !== "PUNCT" || textOf(page, token) === "-"
      : isName(page, token) && (isCapital || OFFICES.has(analysis.lemma[token]));
  };
  if (!/^\p{Lu}/u.test(textOf(page, from)) && !(from > floor && analysis.end[from - 1] === analysis.start[from]))
    return from;
  while (start > floor && joins(start - 1)) start--;
  return start;
}

/** Words that stand before the name of whom they describe: "former", "press secretary". */
const OFFICES: ReadonlySet<string> = new Set(
  (
    "former then acting vice deputy senior chief head press campaign defence defense foreign prime interior finance state " +
    "secretary candidate spokesman spokeswoman spokesperson minister president senator director officer analyst strategist " +
    "adviser advisor leader manager professor editor reporter nominee official ambassador mogul governor mayor general " +
    "chairman chairwoman commander lawmaker lawyer attorney envoy researcher expert scholar ally aide businessman"
  ).split(" "),
);

const FARTHEST = 10;

/** Whether a token may stand between a name and its cue as a part of the phrase: anything but a verb or a stop. */
function mayBelong(page: Page, token: number, inParentheses: boolean): boolean {
  if (inParentheses || textOf(page, token) === "-") return true;
  return !/^(VERB|AUX|PUNCT|SCONJ|PART|ADV)$/.test(page.analysis.upos[token]);
}

/** Words between the phrase and its cue that the tree left out: "[Sen.] Sanders (I-Vt.) said", "[a source] close to him says". */
function extendForward(page: Page, to: number, ceiling: number): number {
  let [depth, names] = [0, to];
  for (let token = to; token < Math.min(ceiling, to + FARTHEST); token++) {
    const word = textOf(page, token);
    if (word === "(") depth++;
    const joins = mayBelong(page, token, depth > 0) || (word === "." && token === to);
    if (word === ")") depth--;
    if (!joins || page.layer[token] !== page.layer[to] || !sameLine(page, token - 1)) return names;
    if (page.analysis.upos[token] === "PROPN" && names === token) names = token + 1;
  }
  return ceiling - to <= FARTHEST ? Math.max(ceiling, to) : names;
}

const DATELINE_END = /^(—|–|--|-|:)$/;

/** Where a phrase really begins behind a dateline ("MACAU (Reuters) – ") or a label ("The Latest: "). */
function skipDateline(page: Page, from: number, to: number): number {
  for (let token = Math.min(to, from + LONGEST) - 2; token > from; token--) {
    const isSpaced = page.analysis.end[token - 1] < page.analysis.start[token] || textOf(page, token) === ":";
    if (!DATELINE_END.test(textOf(page, token)) || !isSpaced) continue;
    const before = textOf(page, token - 1);
    if (before === ")" || textOf(page, token) === ":" || /^\p{Lu}{2,}$/u.test(before)) return token + 1;
  }
  return from;
}

/** "Friday, Bill Clinton": a day before the name is none of it. */
function skipDay(page: Page, from: number, to: number): number {
  return from + 2 < to && DAY.test(textOf(page, from)) && textOf(page, from + 1) === "," ? from + 2 : from;
}

/** "In eastern Syria, US-backed fighters": a phrase before the name and its comma is none of it. */
function skipPlace(page: Page, from: number, speaker: number): number {
  if (!/^(ADP|ADV|SCONJ)$/.test(page.analysis.upos[from]) && !isParticiple(page, from)) return from;
  for (let token = from + 1; token < speaker; token++) if (isComma(page, token)) return token + 1;
  return from;
}

const DAY = /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

const LONGEST = 40;

/** Whether a mark opens something within the phrase: a parenthesis, or words in marks that close in it. */
const isOpening = (page: Page, token: number, to = token + 1): boolean =>
  /^[([]/.test(textOf(page, token)) ||
  (page.layer[token] >= 0 &&
    page.ranges[page.layer[token]][0] === token &&
    page.ranges[page.layer[token]][1] <= Math.max(to, token + 2));

/** Leaves out what hangs before the noun without belonging to its name: prepositions, conjunctions, stray marks. */
function phraseStart(page: Page, speaker: number): number {
  let from = page.first[speaker];
  for (const child of page.children(speaker))
    if (child < speaker && /^(case|mark|cc|punct)$/.test(page.analysis.relation[child]))
      from = Math.max(from, isOpening(page, child) ? from : page.last[child] + 1);
  return from;
}

/** The tokens of the source's phrase on one side of the cue, without its preposition, with names that the tree left out. */
export function sourceRange(page: Page, speaker: number, cue: Range): Range {
  const { analysis } = page;
  let [from, to] = [phraseStart(page, speaker), page.last[speaker] + 1];
  const isBefore = speaker < cue[0];
  if (isBefore) to = Math.min(to, cue[0]);
  else from = Math.max(from, cue[1]);
  if (to - from > LONGEST) [from, to] = [Math.max(from, speaker - LONGEST / 2), speaker + 1];
  from = extendBack(page, from, isBefore ? 0 : cue[1]);
  if (isBefore) to = extendForward(page, to, cue[0]);
  from = skipPlace(page, skipDay(page, skipDateline(page, from, to), to), speaker);
  while (from < to - 1 && analysis.upos[from] === "PUNCT" && !isOpening(page, from, to)) from++;
  while (
    to - 1 > speaker &&
    /^(PUNCT|CCONJ|SCONJ)$/.test(analysis.upos[to - 1]) &&
    !/^[)\]”"’%]$/.test(textOf(page, to - 1))
  )
    to--;
  return [from, to];
}

/** What follows a comma in a phrase that names somebody: "…, a spokesman for …", "…, who …". */
const APPOSES = /^(DET|NOUN|PROPN|ADJ|NUM)$|^(who|whose|which|whom|including|of)$/;

const apposes = (page: Page, token: number): boolean =>
  APPOSES.test(textOf(page, token)) || (APPOSES.test(page.analysis.upos[token]) && !isParticiple(page, token));

const isParticiple = (page: Page, token: number): boolean =>
  /ing$/.test(textOf(page, token)) && /^(VERB|ADJ)$/.test(page.analysis.upos[token]);

/** The first comma of a range behind which nothing more of the name follows: "Mr. Trump[, in a brief interview]". */
function endOfName(page: Page, [from, to]: Range, speaker: number): number {
  for (let token = Math.max(from, speaker) + 1; token + 1 < to; token++) {
    const opens = isComma(page, token) && page.layer[token] === page.layer[speaker];
    if (page.analysis.upos[token] === "ADP" && DAY.test(textOf(page, token + 1))) return token;
    if (opens && !apposes(page, token + 1) && /^(ADP|VERB)$/.test(page.analysis.upos[token + 1])) return token;
  }
  return to;
}

/** "[Tad Devine], a senior adviser to Mr. Sanders, said": what stands between commas before the cue names him too. */
function withApposition(page: Page, [from, to]: Range, cue: number): Range {
  const isBetween = cue - to > 2 && cue - to < LONGEST && isComma(page, to) && isComma(page, cue - 1);
  if (!isBetween || !apposes(page, to + 1)) return [from, to];
  for (let token = to; token < cue; token++) if (page.layer[token] !== page.layer[from]) return [from, to];
  return [from, cue - 1];
}

/** Prepositions that tell when or where something was said rather than of whom it was. */
const WHEN_OR_WHERE: ReadonlySet<string> = new Set([
  "in",
  "on",
  "at",
  "during",
  "after",
  "before",
  "when",
  "as",
  "while",
  "by",
  "through",
]);

/** Whether a phrase behind its cue goes on with a token; `described` once a comma has opened a description. */
function goesOnWith(page: Page, token: number, limit: number, described: boolean): boolean {
  if (isComma(page, token)) return token + 1 < limit && apposes(page, token + 1);
  if (isTitleStop(page, token)) return true;
  if (/^(PUNCT|CCONJ|SCONJ)$/.test(page.analysis.upos[token])) return described && textOf(page, token) !== ";";
  return described || !(/^(VERB|AUX)$/.test(page.analysis.upos[token]) || WHEN_OR_WHERE.has(textOf(page, token)));
}

const hasComma = (page: Page, from: number, to: number): boolean => {
  for (let token = from; token < to; token++) if (isComma(page, token)) return true;
  return false;
};

/** “…,” said [Jay Jacobs, a supporter who …]: a name behind its cue goes on over commas as long as it is described. */
function withDescription(page: Page, [from, to]: Range): Range {
  const [, limit] = sentenceAround(page, from);
  let end = to;
  let described = hasComma(page, from, to);
  while (end < limit && page.layer[end] === page.layer[from]) {
    if (textOf(page, end) === "(") end = closingOf(page, end, limit);
    else if (!goesOnWith(page, end, limit, described)) break;
    described ||= isComma(page, end) || /^(who|whose)$/.test(textOf(page, end));
    end++;
  }
  end = Math.min(end, limit);
  while (end > to && page.analysis.upos[end - 1] === "PUNCT" && textOf(page, end - 1) !== ")") end--;
  return [from, end];
}

/** The parenthesis that closes behind one that opens, or the opening one itself. */
function closingOf(page: Page, opening: number, limit: number): number {
  for (let token = opening + 1; token < limit; token++) if (textOf(page, token) === ")") return token;
  return opening;
}

/** The verb beside which the source stands: another than the cue where it is the subject of both. */
function sharedCue(page: Page, speaker: number, cue: Range): Range {
  const verb = page.analysis.head[speaker];
  const isOther =
    SUBJECT.test(page.analysis.relation[speaker]) &&
    verb > speaker &&
    verb < cue[0] &&
    page.analysis.upos[verb] === "VERB";
  return isOther ? [verb, verb + 1] : cue;
}

/** The whole phrase of a source beside its cue, with what describes it. */
export function fullSource(page: Page, speaker: number, own: Range, followsWords: boolean): Range {
  const cue = sharedCue(page, speaker, own);
  const range = sourceRange(page, speaker, cue);
  const named: Range = [range[0], endOfName(page, range, speaker)];
  if (speaker < cue[0]) return withApposition(page, named, cue[0]);
  return followsWords ? withDescription(page, named) : named;
}
