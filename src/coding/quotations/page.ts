import type { Cues } from "../../knowledge/index.ts";
import type { Analysis } from "../../schema/index.ts";
import { type Quoted, quotedOf } from "./marks.ts";
import { type Range, type Tree, treeOf } from "./tree.ts";

/** What every step looks at: the tree, the stretches between marks, and in which of them each token stands. */
export interface Page extends Tree {
  readonly cues: Cues;
  readonly quoted: readonly Quoted[];
  /** Tokens of each stretch, marks included. */
  readonly ranges: readonly Range[];
  /** Index of the innermost stretch that holds the token, -1 outside of all. */
  readonly layer: Int32Array;
}

/** The first token that ends behind `offset`, by bisection. */
function tokenAt(analysis: Analysis, offset: number): number {
  let [low, high] = [0, analysis.start.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (analysis.end[middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function pageOf(analysis: Analysis, cues: Cues): Page {
  const quoted = quotedOf(analysis.text);
  const ranges = quoted.map(
    ({ span }): Range => [
      tokenAt(analysis, span[0]),
      Math.min(tokenAt(analysis, span[1] - 1) + 1, analysis.start.length),
    ],
  );
  const layer = new Int32Array(analysis.start.length).fill(-1);
  for (const [index, [from, to]] of ranges.entries()) layer.fill(index, from, to);
  return { ...treeOf(analysis), cues, quoted, ranges, layer };
}

/** The stretch directly in `layer` that holds the token; -1 where the token stands in `layer` itself, -2 outside. */
export function stretchIn(page: Page, token: number, layer: number): number {
  let at = page.layer[token];
  if (at === layer) return -1;
  while (at >= 0 && page.quoted[at].parent !== layer) at = page.quoted[at].parent;
  return at < 0 ? -2 : at;
}

/** The words of one token. */
export const textOf = (page: Page, token: number): string =>
  page.analysis.text.slice(page.analysis.start[token], page.analysis.end[token]);

export const isComma = (page: Page, token: number): boolean => textOf(page, token) === ",";

/** Titles whose stop ends no sentence. */
export const TITLE =
  /^(Sen|Sens|Gov|Rep|Reps|Lt|Gen|Col|Maj|Capt|Sgt|Adm|Cmdr|Dr|Mr|Mrs|Ms|Prof|Rev|Hon|St|Amb|Sec|Pres|Cpl|Messrs)\.$/;

/** A blank line, or a line break where the reader of sentences saw an end too: a line may also just be full. */
export function hasLineBreak({ analysis }: Page, token: number): boolean {
  const between = analysis.text.slice(analysis.end[token], analysis.start[token + 1]);
  if (!between.includes("\n")) return false;
  return /\n\s*\n/.test(between) || analysis.sentence[token] !== analysis.sentence[token + 1];
}

/** The stop of a title that stands as a token of its own: "Rep" ".". */
export const isTitleStop = (page: Page, token: number): boolean =>
  token > 0 && page.analysis.end[token - 1] === page.analysis.start[token] && TITLE.test(`${textOf(page, token - 1)}.`);

/** Whether a sentence of a layer ends behind one of its own tokens. */
function endsBehindToken(page: Page, token: number): boolean {
  const { sentence } = page.analysis;
  if (hasLineBreak(page, token)) return true;
  if (/^([.!?]+|…)$/.test(textOf(page, token))) return !isTitleStop(page, token);
  return sentence[token] !== sentence[token + 1] && !TITLE.test(textOf(page, token));
}

/** Whether a sentence of a layer ends behind a stretch inside of it: “… here.” He left. */
function endsBehindStretch(page: Page, token: number): boolean {
  const { text, end } = page.analysis;
  if (hasLineBreak(page, token)) return true;
  const stops = /[.?!]\W*$/u.test(text.slice(Math.max(0, end[token] - 4), end[token]));
  return stops && /^[\p{Lu}"“‘'`]/u.test(textOf(page, token + 1));
}

/** Tokens on either side beyond which nobody's sentence reaches; bounds the work on text without stops. */
const LONGEST_SENTENCE = 400;

/** The tokens of the sentence around a token in its layer: stops within marks end none, nor do those of titles. */
export function sentenceAround(page: Page, token: number): Range {
  const layer = page.layer[token];
  const [low, high] = rangeOfLayer(page, layer);
  const ends = (at: number): boolean => {
    if (page.layer[at] === layer) return endsBehindToken(page, at);
    return stretchIn(page, at, layer) !== stretchIn(page, at + 1, layer) && endsBehindStretch(page, at);
  };
  let from = token;
  while (from > Math.max(low, token - LONGEST_SENTENCE) && !ends(from - 1)) from--;
  let to = token + 1;
  while (to < Math.min(high, token + LONGEST_SENTENCE) && !ends(to - 1)) to++;
  return [from, to];
}

/** The tokens of a layer: the whole text for -1. */
export const rangeOfLayer = (page: Page, layer: number): Range =>
  layer < 0 ? [0, page.analysis.start.length] : page.ranges[layer];

/** Widens a range to whole stretches where it begins or ends in one, and cuts it to its layer. */
export function lift(page: Page, [from, to]: Range, layer: number): Range {
  const [low, high] = rangeOfLayer(page, layer);
  let [start, end] = [Math.max(from, low), Math.min(to, high)];
  if (start >= end) return [start, start];
  const first = stretchIn(page, start, layer);
  const last = stretchIn(page, end - 1, layer);
  if (first >= 0) start = page.ranges[first][0];
  if (last >= 0) end = page.ranges[last][1];
  return [start, end];
}

/** A title in marks, every long word of it with a capital, is a name and no words of a speaker. */
export function isTitle(page: Page, stretch: number): boolean {
  const { text } = page.analysis;
  const words = text.slice(...page.quoted[stretch].span).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  const long = words.filter((word) => word.length > 3);
  return (
    long.length > 0 &&
    words.length < 12 &&
    long.every((word) => /^[\p{Lu}\p{N}]/u.test(word)) &&
    (words.length < 6 || !/[.!?,]\W*$/.test(text.slice(...page.quoted[stretch].span))) &&
    !/[!?]\W*$/.test(text.slice(...page.quoted[stretch].span))
  );
}

const DATELINE = 14;

/** Where a sentence begins behind a dateline: "SEOUL, Aug. 22 (Yonhap) -- ". */
export function behindDateline(page: Page, from: number, to: number): number {
  for (let token = from + 1; token < Math.min(to - 1, from + DATELINE); token++)
    if (/^(—|–|--|-)$/.test(textOf(page, token)) && textOf(page, token - 1) === ")") return token + 1;
  return from;
}
