import type { Sense } from "../../knowledge/index.ts";
import { tokenCount, tokenText } from "../../schema/index.ts";
import type { Scan } from "./drafts.ts";
import type { Hit } from "./hits.ts";

/** The sense of that kind, where the hit has one. */
export const senseOf = <Kind extends Sense["kind"]>(hit: Hit, kind: Kind): Extract<Sense, { kind: Kind }> | undefined =>
  hit.senses.find((sense): sense is Extract<Sense, { kind: Kind }> => sense.kind === kind);

/** The first hit on the token. */
export const hitAt = (scan: Scan, token: number): Hit | undefined => scan.hits[scan.hitOn[token]];

export const lower = (scan: Scan, token: number): string => tokenText(scan.analysis, token).toLowerCase();

export const isCapital = (scan: Scan, token: number): boolean => /^\p{Lu}/u.test(tokenText(scan.analysis, token));

/** The end of the token's sentence. */
export const sentenceEnd = (scan: Scan, token: number): number =>
  scan.analysis.sentenceStart[scan.analysis.sentence[token] + 1];

export const sentenceBegin = (scan: Scan, token: number): number =>
  scan.analysis.sentenceStart[scan.analysis.sentence[token]];

/** Whether both tokens exist and stand in one sentence. */
export const together = (scan: Scan, one: number, other: number): boolean =>
  one >= 0 &&
  other >= 0 &&
  one < tokenCount(scan.analysis) &&
  other < tokenCount(scan.analysis) &&
  scan.analysis.sentence[one] === scan.analysis.sentence[other];

const HYPHEN = /^[-\u2010-\u2013]$/;

/** Whether the token can stand inside a noun phrase before its head. */
export function isNominal(scan: Scan, token: number): boolean {
  const { upos, relation } = scan.analysis;
  switch (upos[token]) {
    case "ADJ":
    case "NOUN":
    case "PROPN":
    case "NUM":
    case "X":
      return true;
    case "VERB":
      return relation[token] === "amod" || relation[token] === "compound";
    case "PUNCT":
      return HYPHEN.test(tokenText(scan.analysis, token)) && isTight(scan, token);
    default:
      return false;
  }
}

/** A hyphen without blanks around it. */
const isTight = (scan: Scan, token: number): boolean => {
  const { start, end } = scan.analysis;
  return together(scan, token - 1, token + 1) && end[token - 1] === start[token] && end[token] === start[token + 1];
};

const CALENDAR = new Set(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday".split(
    " ",
  ),
);

/** "Monday", "March". */
export const isCalendar = (scan: Scan, token: number): boolean => CALENDAR.has(lower(scan, token));

/** Whether the token can be part of a person's name that no table has. */
export function isNamePart(scan: Scan, token: number): boolean {
  if (!isCapital(scan, token) || scan.analysis.upos[token] !== "PROPN" || isCalendar(scan, token)) return false;
  const hit = hitAt(scan, token);
  return (
    !hit || hit.senses.every((sense) => sense.kind === "short" || (sense.kind === "place" && hit.to - hit.from === 1))
  );
}

const PARTICLES = new Set([
  "al",
  "el",
  "bin",
  "ibn",
  "bint",
  "van",
  "von",
  "der",
  "den",
  "de",
  "da",
  "do",
  "dos",
  "del",
  "di",
  "du",
  "la",
  "le",
  "-",
  "ul",
  "ur",
]);
const LONGEST_NAME = 6;

/** The end of a name that no table has, from the token on ("Muqtada al-Sadr"); the token itself where none is. */
export function nameEnd(scan: Scan, from: number): number {
  if (from >= scan.taken.length) return from;
  const end = Math.min(sentenceEnd(scan, from), from + LONGEST_NAME);
  let to = from;
  for (let token = from; token < end && !scan.taken[token]; token += 1) {
    if (isNamePart(scan, token)) to = token + 1;
    else if (!PARTICLES.has(lower(scan, token))) return to;
  }
  return to;
}

/** Whether the token is an apostrophe-s (or a bare apostrophe after s). */
export const isPossessive = (scan: Scan, token: number): boolean =>
  /^['\u2019](s)?$/i.test(tokenText(scan.analysis, token));

const FORMER = new Set(["former", "ex", "late", "retired", "onetime", "then", "deposed", "ousted", "exiled"]);
const NEAR_OFFICE = new Set([
  "deputy",
  "vice",
  "assistant",
  "acting",
  "next",
  "new",
  "future",
  "incoming",
  "senior",
  "every",
  "any",
]);

const among = (scan: Scan, from: number, to: number, words: ReadonlySet<string>): boolean => {
  for (let token = from; token < to; token += 1) if (words.has(lower(scan, token))) return true;
  return false;
};

/** Whether the words, or the one before them, say that the office was held once. */
export const isFormer = (scan: Scan, from: number, to: number): boolean =>
  among(scan, Math.max(from - 1, sentenceBegin(scan, from)), to, FORMER);

/** Whether the words, or the one before them, say that somebody else than the holder of the office is meant. */
export const isNotHolder = (scan: Scan, from: number, to: number): boolean =>
  isFormer(scan, from, to) || among(scan, Math.max(from - 1, sentenceBegin(scan, from)), to, NEAR_OFFICE);

/** Most words of the sentence are capitalised and no full stop ends it: a headline, in which capitals mean nothing. */
export function isHeadline(scan: Scan, token: number): boolean {
  if (lower(scan, sentenceEnd(scan, token) - 1) === ".") return false;
  let [large, small] = [0, 0];
  for (let at = sentenceBegin(scan, token); at < sentenceEnd(scan, token); at += 1) {
    if (!/^\p{L}{4,}/u.test(scan.analysis.text.slice(scan.analysis.start[at], scan.analysis.end[at]))) continue;
    if (isCapital(scan, at)) large += 1;
    else small += 1;
  }
  return large >= 4 && small * 4 <= large;
}
