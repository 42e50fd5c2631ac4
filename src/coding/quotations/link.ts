import { introducedBy } from "./introduce.ts";
import { isTitle, type Page, rangeOfLayer, stretchIn } from "./page.ts";
import type { Saying } from "./saying.ts";
import { isUnder, type Range } from "./tree.ts";

const REACH = 16;
const CLOSES_SENTENCE = /^[.!?;]$|^…$/;

/** The sayings of a text by the token of their cue. */
export type SayingIndex = ReadonlyMap<number, Saying>;

const text = (page: Page, token: number): string =>
  page.analysis.text.slice(page.analysis.start[token], page.analysis.end[token]);

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

/** Without a source in the tree, the words between the stretch and its cue, or those behind the cue, are the source. */
function guessSource(page: Page, saying: Saying, from: number): void {
  if (saying.source !== undefined) return;
  const { analysis } = page;
  if (saying.cueRange[0] > from) {
    saying.source = [from, saying.cueRange[0]];
    return;
  }
  const start = saying.cueRange[1];
  let end = start;
  const last = analysis.sentenceStart[analysis.sentence[saying.token] + 1];
  while (end < last && /^(PROPN|NOUN|PRON|DET|ADJ|NUM)$/.test(analysis.upos[end]) && page.layer[end] === saying.layer)
    end++;
  if (end > start) saying.source = [start, end];
}

/** `“…,” he said`: the saying whose clause begins right behind the stretch. */
function behind(page: Page, index: SayingIndex, stretch: number): Saying | undefined {
  const { analysis } = page;
  const parent = page.quoted[stretch].parent;
  const [, high] = rangeOfLayer(page, parent);
  let from = page.ranges[stretch][1];
  const comma = text(page, from) === ",";
  if (comma) from++;
  if (!comma && !/[,?!…—–-]/.test(lastInside(page, stretch))) return undefined;
  for (let token = from; token < Math.min(high, from + REACH); token++) {
    if (page.layer[token] !== parent || CLOSES_SENTENCE.test(text(page, token))) return undefined;
    const saying = index.get(token);
    if (
      !takesQuote(saying) ||
      analysis.relation[token].startsWith("acl") ||
      analysis.relation[token].startsWith("amod")
    )
      continue;
    if (saying.source === undefined ? token - from < 8 : standsAtOnce(page, saying, from)) {
      guessSource(page, saying, from);
      return saying;
    }
  }
  return undefined;
}

/** `He said: “…”`, `told reporters that “…”`: the saying whose clause ends right before the stretch. */
function before(page: Page, index: SayingIndex, stretch: number): Saying | undefined {
  const { analysis } = page;
  const parent = page.quoted[stretch].parent;
  const [low] = rangeOfLayer(page, parent);
  let last = page.ranges[stretch][0] - 1;
  while (last >= low && /^([,:—–-]|that)$/.test(text(page, last)) && page.layer[last] === parent) last--;
  for (let token = last; token >= Math.max(low, last - REACH); token--) {
    if (page.layer[token] !== parent || CLOSES_SENTENCE.test(text(page, token))) return undefined;
    const saying = index.get(token);
    if (takesQuote(saying) && isUnder(analysis, last, token) && saying.cue.class !== "think") return saying;
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
  const end = analysis.sentenceStart[analysis.sentence[previous.token] + 1];
  return start >= end && start <= end + 1 && isSentence(page, stretch) && previous.cue.class !== "think";
}

const covers = (range: Range, [from, to]: Range): boolean => range[0] <= from && to <= range[1];

/** Marks the stretches that stand in the content of a saying of their own layer. */
function takenStretches(page: Page, sayings: readonly Saying[]): Uint8Array {
  const taken = new Uint8Array(page.quoted.length);
  for (const { layer, content } of sayings)
    for (const [from, to] of content)
      for (let token = from; token < to; token++) {
        const stretch = page.layer[token] === layer ? -1 : stretchIn(page, token, layer);
        if (stretch >= 0) taken[stretch] = 1;
      }
  return taken;
}

/** The last saying with content in each layer, as the stretches are gone through in the order of the text. */
class Latest {
  readonly #sayings: readonly Saying[];
  readonly #byLayer = new Map<number, Saying>();
  #next = 0;

  constructor(sayings: readonly Saying[]) {
    this.#sayings = sayings;
  }

  note(saying: Saying): void {
    const known = this.#byLayer.get(saying.layer);
    if (known === undefined || known.token <= saying.token) this.#byLayer.set(saying.layer, saying);
  }

  before(token: number, layer: number): Saying | undefined {
    for (; this.#next < this.#sayings.length && this.#sayings[this.#next].token < token; this.#next++)
      if (this.#sayings[this.#next].content.length > 0) this.note(this.#sayings[this.#next]);
    return this.#byLayer.get(layer);
  }
}

/** Words between a content and a stretch that is the end of it. */
const NEAR = 2;

/**
 * Puts a stretch into the content of a saying, in the order of the text; what it swallows goes.
 * A few words in marks right behind a clause belong to the clause; a sentence in marks stands for itself.
 */
function give(page: Page, saying: Saying, stretch: number): void {
  const range = page.ranges[stretch];
  const open = saying.content.at(-1);
  const isTail = open !== undefined && saying.form !== "quote" && open[1] <= range[0] && range[0] - open[1] <= NEAR;
  if (isTail && !isSentence(page, stretch)) {
    saying.content = [...saying.content.slice(0, -1), [open[0], range[1]]];
    return;
  }
  const others = saying.content.filter((other) => !covers(range, other));
  const isQuoted = (other: Range) => stretchIn(page, other[0], saying.layer) >= 0;
  saying.content = [...others.filter(isQuoted), range].sort((a, b) => a[0] - b[0]);
  saying.form = "quote";
}

/**
 * Finds the cue of each stretch between quotation marks that no clause holds; changes the sayings' content.
 * Gives the sayings with those that were made for a stretch added.
 */
export function linkQuoted(page: Page, sayings: readonly Saying[]): Saying[] {
  const index = new Map(sayings.map((saying) => [saying.token, saying]));
  const taken = takenStretches(page, sayings);
  const latest = new Latest(sayings);
  const made: Saying[] = [];
  for (let stretch = 0; stretch < page.quoted.length; stretch++) {
    if (taken[stretch] || isTitle(page, stretch)) continue;
    const previous = latest.before(page.ranges[stretch][0], page.quoted[stretch].parent);
    const saying =
      behind(page, index, stretch) ??
      before(page, index, stretch) ??
      (previous && continues(page, previous, stretch) ? previous : undefined);
    if (saying) give(page, saying, stretch);
    const introduced = saying ? undefined : introducedBy(page, stretch);
    if (introduced) made.push(introduced);
    for (const used of [saying, introduced]) if (used) latest.note(used);
  }
  return [...sayings, ...made];
}
