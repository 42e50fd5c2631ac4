import type { Cue } from "../../knowledge/index.ts";
import { contentRange } from "./content.ts";
import { behindDateline, type Page, sentenceAround, textOf } from "./page.ts";
import type { Saying } from "./saying.ts";
import { type Range, trim } from "./tree.ts";

/** The phrase cue ("according to") whose words begin at a token. */
export function phraseAt(page: Page, token: number): Cue | undefined {
  const { analysis, cues } = page;
  const word = (at: number) => analysis.text.slice(analysis.start[at], analysis.end[at]).toLowerCase();
  return cues
    .cuesOf(word(token), "phrase")
    .find(({ words }) => words.every((expected, index) => word(token + index) === expected));
}

/** The phrase's noun: what the cue marks or governs in the tree, else the first noun behind it that hangs on the sentence. */
function nounBehind(page: Page, token: number, from: number, last: number): number {
  const above = page.analysis.head[token];
  if (above >= from && above < last && page.analysis.relation[token] === "case") return above;
  const below = page
    .children(token)
    .find((child) => child >= from && /^(obl|obj|nmod)/.test(page.analysis.relation[child]));
  if (below !== undefined) return below;
  for (let token = from; token < last; token++) {
    const head = page.analysis.head[token];
    if (/^(NOUN|PROPN|PRON|NUM)$/.test(page.analysis.upos[token]) && (head < from || head > page.last[token]))
      return token;
  }
  return from;
}

const isComma = (page: Page, token: number, layer: number): boolean =>
  textOf(page, token) === "," && page.layer[token] === layer;

/** Where the name behind the cue ends: with its tree or at the next comma, whatever reaches farther without crossing one. */
function endOfSource(page: Page, from: number, limit: number, layer: number): number {
  let end = from;
  while (end < limit && !isComma(page, end, layer) && !/^([;:—–]|and|but)$/.test(textOf(page, end))) end++;
  return end;
}

const OPENERS = /^(ADV|CCONJ|SCONJ)$/;

/** Where a sentence says something, behind an opening "Still," or "Even so,". */
function behindOpener(page: Page, from: number, to: number): number {
  let token = from;
  while (token < to && OPENERS.test(page.analysis.upos[token])) token++;
  return token > from && textOf(page, token) === "," ? token + 1 : from;
}

/** `According to the ministry, …` and `…, according to the ministry`: the rest of the sentence is the content. */
export function accordingTo(page: Page, token: number, cue: Cue): Saying | undefined {
  const behind = token + cue.words.length;
  const layer = page.layer[token];
  const [start, last] = sentenceAround(page, token);
  const first = behindDateline(page, start, token);
  if (behind >= last) return undefined;
  const noun = nounBehind(page, token, behind, last);
  const source = trim(page.analysis, [behind, Math.max(noun + 1, endOfSource(page, behind, last, layer))]);
  const clause: Range = [token - first > 1 ? behindOpener(page, first, token) : first, last];
  const ranges = around(clause, [token, source[1]])
    .map(([from, to]) => contentRange(page, from, to, layer))
    .filter(([from, to]) => to > from);
  const leads = ranges[0]?.[1] <= token ? ranges.slice(0, 1) : ranges;
  if (leads.length === 0) return undefined;
  return { cue, token, cueRange: [token, behind], source, speaker: noun, content: leads, layer, form: "rest" };
}

/** What a range leaves before and behind a hole in it. */
const around = ([from, to]: Range, [open, close]: Range): Range[] => [
  [from, Math.min(to, open)],
  [Math.max(from, close), to],
];
