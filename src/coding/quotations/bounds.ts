import { lift, type Page, rangeOfLayer, stretchIn } from "./page.ts";
import type { Saying } from "./saying.ts";
import { isUnder, type Range } from "./tree.ts";

const SPEAKING: ReadonlySet<string> = new Set(["say", "ask", "judge"]);

/** Whether the token is a verb that may itself be the cue of another saying. */
const isSpeakingVerb = (page: Page, token: number): boolean =>
  page.analysis.upos[token] === "VERB" &&
  page.cues.cuesOf(page.analysis.lemma[token].toLowerCase(), "verb").some((cue) => SPEAKING.has(cue.class));

const textOf = (page: Page, token: number): string =>
  page.analysis.text.slice(page.analysis.start[token], page.analysis.end[token]);

/** The token behind the last word of the sentence, within the saying's layer. */
function sentenceLimit(page: Page, saying: Saying): number {
  const { analysis } = page;
  const [, high] = rangeOfLayer(page, saying.layer);
  let limit = Math.min(high, analysis.sentenceStart[analysis.sentence[saying.token] + 1]);
  while (limit > saying.token && analysis.upos[limit - 1] === "PUNCT" && page.layer[limit - 1] === saying.layer)
    limit--;
  return limit;
}

/** The first word at or behind `at` that is no adverb. */
function skipAdverbs(page: Page, at: number, limit: number): number {
  let token = at;
  while (token < limit && /^(ADV|AUX|PART)$/.test(page.analysis.upos[token])) token++;
  return token;
}

/** The top of the words from `at` to the next comma: the first whose head lies outside of them. */
function topOfSegment(page: Page, at: number, limit: number): number {
  const { analysis } = page;
  let end = at;
  while (end < limit && !(analysis.upos[end] === "PUNCT" && /^[,;—–]$/.test(textOf(page, end)))) end++;
  for (let token = at; token < end; token++) {
    const head = analysis.head[token];
    if ((head < at || head >= end) && analysis.upos[token] !== "PUNCT") return token;
  }
  return at;
}

/** Whether the words behind a comma, dash or conjunction are the reporter's, and no more the speaker's. */
function leaves(page: Page, saying: Saying, at: number, content: number, limit: number): boolean {
  const { analysis } = page;
  const word = textOf(page, at).toLowerCase();
  if (word === "according") return true;
  if (analysis.upos[at] === "CCONJ") return isSpeakingVerb(page, skipAdverbs(page, at + 1, limit));
  const participle = skipAdverbs(page, at, limit);
  if (
    /VerbForm=(Part|Ger)/.test(analysis.features[participle] ?? "") &&
    textOf(page, participle).endsWith("ing") &&
    isSpeakingVerb(page, participle)
  )
    return true;
  const top = topOfSegment(page, at, limit);
  return !isUnder(analysis, top, content) && isUnder(analysis, top, saying.token) && analysis.relation[top] !== "ccomp";
}

const isBreak = (page: Page, token: number): boolean =>
  /^(,|;|—|–|--|-)$/.test(textOf(page, token)) &&
  (textOf(page, token) !== "-" || page.analysis.end[token - 1] < page.analysis.start[token]);

/** How far a clause that follows its cue reaches: to the end of the sentence, unless the reporter takes over before. */
export function clauseEnd(page: Page, saying: Saying, from: number, content: number): number {
  const limit = sentenceLimit(page, saying);
  let token = from;
  while (token < limit) {
    const stretch = stretchIn(page, token, saying.layer);
    if (stretch >= 0) {
      token = page.ranges[stretch][1];
      continue;
    }
    const next = isBreak(page, token) ? token + 1 : token;
    const mayTurn = next > token || page.analysis.upos[token] === "CCONJ";
    if (mayTurn && token > from && next < limit && leaves(page, saying, next, content, limit)) return token;
    token++;
  }
  return Math.max(limit, Math.min(token, limit));
}

const TEMPORAL =
  /day$|^(today|yesterday|tomorrow|week|month|year|morning|night|evening|afternoon|recently|earlier|later|last|this|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** Where a clause begins: right behind the cue, unless an addressee, a place or a time stands between. */
export function clauseStart(page: Page, saying: Saying, from: number): number {
  const { analysis } = page;
  const behind = saying.cueRange[1];
  if (from <= behind) return from;
  for (let token = behind; token < from; token++)
    if (textOf(page, token) === "that" && page.layer[token] === saying.layer) return token;
  const first = analysis.upos[behind];
  const isOther = saying.cue.content.has("whom") || /^(ADP|PUNCT|ADV|PART|SCONJ)$/.test(first);
  for (let token = behind; token < from; token++)
    if (
      isOther ||
      page.layer[token] !== saying.layer ||
      analysis.upos[token] === "PUNCT" ||
      TEMPORAL.test(textOf(page, token).toLowerCase())
    )
      return from;
  return behind;
}

/** A clause behind its cue, from its first word to where the reporter takes over. */
export function clauseBounds(page: Page, saying: Saying, [from, to]: Range, content: number): Range {
  if (from < saying.cueRange[1]) return [from, to];
  const start = clauseStart(page, saying, from);
  const end = clauseEnd(page, saying, start, content);
  return end > start ? lift(page, [start, end], saying.layer) : [from, to];
}
