import {
  endsInComma,
  isBreak,
  isParallel,
  isSpeakingVerb,
  sentenceLimit,
  skipAdverbs,
  TEMPORAL,
  topOfSegment,
} from "./bounds.ts";
import { lift, type Page, stretchIn, textOf } from "./page.ts";
import type { Saying } from "./saying.ts";
import { isUnder, type Range } from "./tree.ts";

/** Words that begin a circumstance of the saying wherever they stand behind an object. */
const CIRCUMSTANCES: ReadonlySet<string> = new Set([
  "during",
  "after",
  "before",
  "when",
  "while",
  "until",
  "via",
  "amid",
]);
/** Prepositions that begin one only before the name of a time or of what was said it in. */
const PLACES: ReadonlySet<string> = new Set(["on", "in", "at", "by", "through", "to"]);
const VENUES: ReadonlySet<string> = new Set(
  (
    "statement tweet interview op-ed speech rally event letter post email release memo article column editorial appearance " +
    "conference briefing debate forum message report video remark comment television radio show program twitter facebook " +
    "telegram parliament court reporter journalist supporter"
  ).split(" "),
);

/** The noun of a short phrase behind a preposition. */
function nounOfPhrase(page: Page, from: number, limit: number): number {
  let token = from;
  while (token + 1 < limit && /^(DET|ADJ|PROPN|NOUN|NUM|PRON)$/.test(page.analysis.upos[token + 1])) token++;
  return token;
}

/** Whether the words from `token` on tell when, where or how it was said, and belong to no object. */
function isCircumstance(page: Page, token: number, limit: number): boolean {
  const { analysis } = page;
  const word = textOf(page, token).toLowerCase();
  if (TEMPORAL.test(word) && !/^(DET|ADJ|AUX)$/.test(analysis.upos[token])) return true;
  if (!/^(ADP|SCONJ|ADV)$/.test(analysis.upos[token])) return false;
  if (CIRCUMSTANCES.has(word)) return true;
  if (!PLACES.has(word)) return false;
  if (word === "by") return textOf(page, token + 1).endsWith("ing") && analysis.upos[token + 1] === "VERB";
  const noun = nounOfPhrase(page, token, limit);
  return (
    noun > token &&
    (VENUES.has(analysis.lemma[noun].toLowerCase()) || TEMPORAL.test(textOf(page, token + 1).toLowerCase()))
  );
}

/** Whether a finite verb stands between a token and the next break. */
function hasFiniteVerb(page: Page, saying: Saying, from: number, limit: number): boolean {
  for (let token = from; token < limit && !isBreak(page, token) && page.analysis.upos[token] !== "CCONJ"; token++)
    if (page.layer[token] === saying.layer && /VerbForm=Fin/.test(page.analysis.features[token])) return true;
  return false;
}

/** Whether what stands behind a conjunction or comma goes on with the object: "the ports, the roads and the bridges". */
function joinsObject(page: Page, saying: Saying, at: number, object: number, limit: number): boolean {
  const { analysis } = page;
  const next = /^(CCONJ|PUNCT)$/.test(analysis.upos[at]) ? skipAdverbs(page, at + 1, limit) : at;
  if (next >= limit || /^(who|which|whose)$/.test(textOf(page, next)) || /VerbForm=Fin/.test(analysis.features[next]))
    return false;
  const isLoose = isBreak(page, at - 1) && textOf(page, next).endsWith("ing");
  if (isSpeakingVerb(page, next) && (isLoose || isParallel(page, next, saying.token))) return false;
  if (isUnder(analysis, topOfSegment(page, next, limit), object)) return true;
  return analysis.upos[at] === "CCONJ" && !hasFiniteVerb(page, saying, next, limit);
}

/** How far an object reaches behind its cue: over all that is said of it, but not over when and where that was said. */
export function objectEnd(page: Page, saying: Saying, from: number, object: number): number {
  const limit = sentenceLimit(page, saying);
  let token = from;
  while (token < limit) {
    const stretch = stretchIn(page, token, saying.layer);
    if (stretch >= 0) {
      token = page.ranges[stretch][1];
      if (token < limit && endsInComma(page, token - 1) && isSpeakingVerb(page, token)) return token;
      continue;
    }
    if (token > Math.max(from, object) && isCircumstance(page, token, limit)) return token;
    const turns = isBreak(page, token) ? token + 1 : page.analysis.upos[token] === "CCONJ" ? token : -1;
    if (turns >= 0 && token > from && !joinsObject(page, saying, turns, object, limit)) return token;
    token++;
  }
  return limit;
}

/** An object or infinitive behind its cue, to where the sentence turns to something else. */
export function objectBounds(page: Page, saying: Saying, [from, to]: Range, object: number): Range {
  if (from < saying.cueRange[1]) return [from, to];
  const end = objectEnd(page, saying, from, object);
  return end > from ? lift(page, [from, end], saying.layer) : [from, to];
}
