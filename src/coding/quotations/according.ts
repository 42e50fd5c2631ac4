import type { Cue } from "../../knowledge/index.ts";
import { contentRange } from "./content.ts";
import { type Page, rangeOfLayer } from "./page.ts";
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

const isPredicate = (page: Page, token: number): boolean =>
  /^(VERB|AUX)$/.test(page.analysis.upos[token]) ||
  page.analysis.head[token] < 0 ||
  page.children(token).some((child) => page.analysis.relation[child] === "cop");

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

/** `According to the ministry, …` and `…, according to the ministry`: the clause that the phrase hangs on is the content. */
export function accordingTo(page: Page, token: number, cue: Cue): Saying | undefined {
  const { analysis } = page;
  const behind = token + cue.words.length;
  const layer = page.layer[token];
  const [low, high] = rangeOfLayer(page, layer);
  const sentence = analysis.sentence[token];
  const last = Math.min(high, analysis.sentenceStart[sentence + 1]);
  if (behind >= last) return undefined;
  const noun = nounBehind(page, token, behind, last);
  const source = trim(analysis, [behind, Math.max(noun, Math.min(page.last[noun], last - 1)) + 1]);
  const predicate = predicateOf(page, noun, token, source[1]);
  const clause: Range =
    predicate === undefined
      ? [analysis.sentenceStart[sentence], last]
      : [page.first[predicate], page.last[predicate] + 1];
  const ranges = around([Math.max(low, clause[0]), Math.min(last, clause[1])], [token, source[1]])
    .map(([from, to]) => contentRange(page, from, to, layer))
    .filter(([from, to]) => to > from);
  if (ranges.length === 0) return undefined;
  return { cue, token, cueRange: [token, behind], source, speaker: noun, content: ranges, layer, form: "rest" };
}

function predicateOf(page: Page, noun: number, from: number, to: number): number | undefined {
  let at = page.analysis.head[noun];
  while (at >= 0 && ((at >= from && at < to) || !isPredicate(page, at))) at = page.analysis.head[at];
  return at < 0 ? undefined : at;
}

/** What a range leaves before and behind a hole in it. */
const around = ([from, to]: Range, [open, close]: Range): Range[] => [
  [from, Math.min(to, open)],
  [Math.max(from, close), to],
];
