import { clauseBounds } from "./bounds.ts";
import { introducedBy } from "./introduce.ts";
import {
  hasLineBreak,
  isTitle,
  isTitleStop,
  type Page,
  rangeOfLayer,
  sentenceAround,
  stretchIn,
  textOf,
} from "./page.ts";
import type { Saying } from "./saying.ts";
import { fullSource } from "./source.ts";
import { guessSpeaker, QUOTES_OTHERS, speakerBehind } from "./speaker.ts";
import { isUnder, type Range } from "./tree.ts";

const REACH = 16;
const FAR_REACH = 45;
const CLOSES_SENTENCE = /^[.!?;]$|^…$/;

/** The sayings of a text by the token of their cue. */
export type SayingIndex = ReadonlyMap<number, Saying>;

const takesQuote = (saying: Saying | undefined): saying is Saying => saying?.cue.content.has("quote") === true;

/** The last character inside the marks of a stretch. */
function lastInside(page: Page, stretch: number): string {
  const { span, closed } = page.quoted[stretch];
  const words = page.analysis.text.slice(span[0], span[1]);
  return (closed ? words.replace(/['"”’»]+$/, "") : words).trimEnd().at(-1) ?? "";
}

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

/** `“…,” he said`: the saying whose clause begins right behind the stretch. */
function behind(page: Page, index: SayingIndex, stretch: number): Saying | undefined {
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

/** Whether a saying's clause begins at `from`; gives it its source then. */
function saysBefore(page: Page, saying: Saying, from: number): boolean {
  const distance = saying.token - from;
  if ((distance === 0 && isInverted(page, saying)) || isDescribedName(page, saying, from)) return true;
  const isNear =
    distance < REACH && (saying.source === undefined ? distance < LONGEST_NAME : standsAtOnce(page, saying, from));
  if (isNear) guessSource(page, saying, from);
  return isNear;
}

/** Tokens between an answer and its cue. */
const CLOSEST = 3;

/** Tokens that a few words in marks may stand behind their cue without a comma or colon. */
const CLOSE_BY = 6;

/** Whether nothing but a few words without a comma stands between a cue and words in marks. */
function isCloseBy(page: Page, { cueRange }: Saying, start: number): boolean {
  for (let token = cueRange[1]; token < start; token++) if (textOf(page, token) === ",") return false;
  return start - cueRange[1] <= CLOSE_BY;
}

/** `He said: “…”`, `told reporters that “…”`: the saying whose clause ends right before the stretch. */
function before(page: Page, index: SayingIndex, stretch: number): Saying | undefined {
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

/** Whether only blanks stand between two offsets. */
const onlyBlanks = (page: Page, from: number, to: number): boolean => /^\s*$/.test(page.analysis.text.slice(from, to));

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

/** `… he said. “More.”`: whether a stretch follows the sentence of a saying, or directly what was quoted of it. */
function continues(page: Page, previous: Saying, stretch: number): boolean {
  const { analysis } = page;
  const [start] = page.ranges[stretch];
  const content = previous.content.at(-1)!;
  if (content[1] <= start && onlyBlanks(page, analysis.end[content[1] - 1], analysis.start[start])) return true;
  const [, end] = sentenceAround(page, previous.token);
  return start >= end && start <= end + 1 && isSentence(page, stretch) && previous.cue.class !== "think";
}

const covers = (range: Range, [from, to]: Range): boolean => range[0] <= from && to <= range[1];

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

/** The last saying with content in each layer, as the stretches are gone through in the order of the text. */
class Latest {
  readonly #page: Page;
  readonly #sayings: readonly Saying[];
  readonly #byLayer = new Map<number, Saying>();
  #next = 0;

  constructor(page: Page, sayings: readonly Saying[]) {
    this.#page = page;
    this.#sayings = sayings;
  }

  note(saying: Saying): void {
    const known = this.#byLayer.get(saying.layer);
    const isAside = known !== undefined && saying.form !== "quote" && this.#givesWordsBefore(known, saying);
    if (known === undefined || (known.token <= saying.token && !isAside)) this.#byLayer.set(saying.layer, saying);
  }

  /** What else is said in the sentence of quoted words does not go on behind it: “…,” he said of what many call a war. */
  #givesWordsBefore(known: Saying, saying: Saying): boolean {
    const [from] = known.content[0];
    const isQuoted = from < known.token && stretchIn(this.#page, from, known.layer) >= 0;
    return (known.form === "quote" || isQuoted) && saying.token < sentenceAround(this.#page, known.token)[1];
  }

  before(token: number, layer: number): Saying | undefined {
    for (; this.#next < this.#sayings.length && this.#sayings[this.#next].token < token; this.#next++)
      if (this.#sayings[this.#next].content.length > 0) this.note(this.#sayings[this.#next]);
    return this.#byLayer.get(layer);
  }
}

/** Words between a content and a stretch that is the end of it. */
const NEAR = 2;

/** A clause that holds a few words in marks, where the tree did not find it: "noting he has “done nothing” for us". */
function clauseAroundStretch(page: Page, saying: Saying, stretch: number): Range | undefined {
  const [start, end] = page.ranges[stretch];
  const from = saying.cueRange[1];
  const isPlain = from < start && saying.content.length === 0 && saying.cue.content.has("that");
  if (!isPlain || isSentence(page, stretch)) return undefined;
  for (let token = from; token < start; token++) if (/^[,:]$/.test(textOf(page, token))) return undefined;
  return clauseBounds(page, saying, [start, end], start);
}

/** "He said that he would stay. “Nobody leaves.”": a clause stays beside the sentence in marks that goes on behind it. */
const goesOn = (page: Page, { form, cueRange, token }: Saying, [from, to]: Range, start: number): boolean =>
  form === "clause" && from >= cueRange[1] && to <= start && start >= sentenceAround(page, token)[1];

/** "[The plan] was called “a trap”": the subject of a passive, of which the words in marks are said. */
const isNamed = ({ form, cueRange }: Saying, [, to]: Range): boolean => form === "object" && to <= cueRange[0];

/**
 * Puts a stretch into the content of a saying, in the order of the text; what it swallows goes.
 * A few words in marks right behind a clause belong to the clause; a sentence in marks stands for itself.
 */
function give(page: Page, saying: Saying, stretch: number, from: number): void {
  const clause = clauseAroundStretch(page, saying, stretch);
  if (clause) {
    saying.content = [clause];
    saying.form = "clause";
    return;
  }
  const range: Range = [from, page.ranges[stretch][1]];
  const open = saying.content.at(-1);
  const isApart = open !== undefined && open[1] <= saying.cueRange[0] && saying.cueRange[1] <= range[0];
  const isTail =
    open !== undefined && !isApart && saying.form !== "quote" && open[1] <= range[0] && range[0] - open[1] <= NEAR;
  if (isTail && !isSentence(page, stretch)) {
    saying.content = [...saying.content.slice(0, -1), [open[0], range[1]]];
    return;
  }
  const others = saying.content.filter((other) => !covers(range, other));
  const isKept = (other: Range) =>
    stretchIn(page, other[0], saying.layer) >= 0 || goesOn(page, saying, other, from) || isNamed(saying, other);
  const kept = saying.form === "quote" ? others : others.filter(isKept);
  saying.content = [...kept, range].sort((a, b) => a[0] - b[0]);
  saying.form = "quote";
}

/** Where the words given begin: with the sentence of the stretch, or with the "that" before it. */
function startOf(page: Page, index: SayingIndex, stretch: number, isBehind: boolean): number {
  const [start] = page.ranges[stretch];
  if (isBehind) return leadIn(page, index, stretch);
  return start > 0 && textOf(page, start - 1) === "that" ? start - 1 : start;
}

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
