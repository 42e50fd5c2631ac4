import { behindAddressee } from "./between.ts";
import { contentRange, opensWithParticiple } from "./content.ts";
import { behindDateline, type Page, sentenceAround, stretchIn, textOf } from "./page.ts";
import type { Saying } from "./saying.ts";
import { isUnder, type Range } from "./tree.ts";

const ASIDE_BREAK = /^(,|—|–|-|--|\(|…|\.\.\.)$/;
const CLAUSE_BREAK = /^(…|\.\.\.|;|—)$/;

/** Whether a verb has a tense; one in its bare form has unless "to" stands before it: "the plans, he says, make no sense". */
const hasTense = (page: Page, token: number): boolean =>
  /^_$|VerbForm=Fin/.test(page.analysis.features[token]) ||
  (/VerbForm=Inf/.test(page.analysis.features[token]) && token > 0 && textOf(page, token - 1) !== "to");

const hasVerb = (page: Page, [from, to]: Range): boolean => {
  const { upos } = page.analysis;
  for (let token = from; token < to; token++)
    if (/^(VERB|AUX)$/.test(upos[token]) && hasTense(page, token)) return true;
  return false;
};

/** The stretch of a sentence around a cue that no break parts from it, within its layer. */
function clauseAround(page: Page, saying: Saying): Range {
  const [first, high] = sentenceAround(page, saying.token);
  const low = behindDateline(page, first, saying.token);
  const isBreak = (token: number) => page.layer[token] === saying.layer && CLAUSE_BREAK.test(textOf(page, token));
  let from = saying.token;
  while (from > low && !(from < saying.token - 1 && isBreak(from - 1) && !isNextToCue(saying, from))) from--;
  let to = saying.token + 1;
  while (to < high && !isBreak(to)) to++;
  return [from, to];
}

const isNextToCue = (saying: Saying, from: number): boolean =>
  from >= Math.min(saying.cueRange[0], saying.source?.[0] ?? from);

/** The end of the cue's own clause: its source, and what hangs on it right behind ("he said on Monday"). */
function asideEnd(page: Page, saying: Saying, limit: number): number {
  let end = Math.max(saying.cueRange[1], saying.source?.[1] ?? 0);
  while (end < limit && !ASIDE_BREAK.test(textOf(page, end)) && isUnder(page.analysis, end, saying.token)) end++;
  return end;
}

/** "…, he said no": what a cue has right behind it is its content, and the words before are no aside's. */
function isFollowedByContent(page: Page, saying: Saying, high: number): boolean {
  const behind = Math.max(saying.cueRange[1], saying.source?.[1] ?? 0);
  const next = saying.cue.content.has("whom") ? behindAddressee(page, behind) : behind;
  return (
    next < high &&
    /^(NOUN|PROPN|PRON|DET|INTJ|ADJ|NUM|VERB|AUX|SCONJ)$/.test(page.analysis.upos[next]) &&
    !/day$|^(last|this|next|yesterday|today|earlier|late|early)/i.test(textOf(page, next))
  );
}

/** `The talks, he said, went well`: the sentence around a cue that stands in it as an aside. */
export function asideContent(page: Page, saying: Saying): Range[] {
  const { analysis } = page;
  if (saying.source === undefined) return [];
  const begin = Math.min(saying.cueRange[0], saying.source[0]);
  const as = begin > 0 && analysis.lemma[begin - 1].toLowerCase() === "as" ? 1 : 0;
  const isParted = begin > 0 && textOf(page, begin - 1) === "," && textOf(page, saying.cueRange[1]) === ",";
  if (as === 0 && !isParted && /^(acl|advcl|xcomp)/.test(analysis.relation[saying.token])) return [];
  const [low, high] = clauseAround(page, saying);
  const before = begin - as - 1;
  const end = asideEnd(page, saying, high);
  const opensSentence = as === 1 && before < low;
  if (
    !opensSentence &&
    (before <= low || !(ASIDE_BREAK.test(textOf(page, before)) || stretchIn(page, before, saying.layer) >= 0))
  )
    return [];
  if (!opensSentence && isFollowedByContent(page, saying, high)) return [];
  const head = opensSentence
    ? undefined
    : contentRange(page, low, before + (ASIDE_BREAK.test(textOf(page, before)) ? 0 : 1), saying.layer);
  const isBetween = end === saying.cueRange[1] && ASIDE_BREAK.test(textOf(page, before));
  const goesOn =
    end + 1 < high &&
    textOf(page, end) === "," &&
    !isParticiple(page, end + 1) &&
    (isBetween || !isUnder(analysis, topOf(page, end + 1, high), saying.token));
  const tail = goesOn || opensSentence ? contentRange(page, end, high, saying.layer) : undefined;
  const ranges = [head && opensWithParticiple(page, topOf(page, ...head)) ? undefined : head, tail].filter(
    (range): range is Range => range !== undefined && range[0] < range[1],
  );
  return ranges.some((range) => hasVerb(page, range)) ? ranges : [];
}

const isParticiple = (page: Page, token: number): boolean =>
  page.analysis.upos[token] === "VERB" && /ing$/.test(textOf(page, token));

/** The word of a range whose head lies outside of it. */
function topOf(page: Page, from: number, to: number): number {
  for (let token = from; token < to; token++) {
    const head = page.analysis.head[token];
    if ((head < from || head >= to) && page.analysis.upos[token] !== "PUNCT") return token;
  }
  return from;
}
