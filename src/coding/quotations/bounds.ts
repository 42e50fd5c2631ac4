import { lift, type Page, sentenceAround, stretchIn, textOf } from "./page.ts";
import type { Saying } from "./saying.ts";
import { isUnder, type Range } from "./tree.ts";

const SPEAKING: ReadonlySet<string> = new Set(["say", "ask", "judge"]);

/** Whether the token is a verb that may itself be the cue of another saying. */
export const isSpeakingVerb = (page: Page, token: number): boolean =>
  page.analysis.upos[token] === "VERB" &&
  page.cues.cuesOf(page.analysis.lemma[token].toLowerCase(), "verb").some((cue) => SPEAKING.has(cue.class));

/** The token behind the last word of the sentence, within the saying's layer. */
export function sentenceLimit(page: Page, saying: Saying): number {
  let [, limit] = sentenceAround(page, saying.token);
  const isStop = (token: number) => page.analysis.upos[token] === "PUNCT" && !/^[)\]]$/.test(textOf(page, token));
  while (limit > saying.token && isStop(limit - 1) && page.layer[limit - 1] === saying.layer) limit--;
  return limit;
}

/** The first word at or behind `at` that is no adverb. */
export function skipAdverbs(page: Page, at: number, limit: number): number {
  let token = at;
  while (token < limit && /^(ADV|AUX|PART)$/.test(page.analysis.upos[token])) token++;
  return token;
}

/** The top of the words from `at` to the next comma: the first whose head lies outside of them. */
export function topOfSegment(page: Page, at: number, limit: number): number {
  const { analysis } = page;
  let end = at;
  while (end < limit && !(analysis.upos[end] === "PUNCT" && /^[,;—–]$/.test(textOf(page, end)))) end++;
  for (let token = at; token < end; token++) {
    const head = analysis.head[token];
    if ((head < at || head >= end) && analysis.upos[token] !== "PUNCT") return token;
  }
  return at;
}

/** Whether a verb is a cue of its own that is joined to this one: "said … and called …". */
const speaksOn = (page: Page, saying: Saying, token: number): boolean =>
  isSpeakingVerb(page, token) && isParallel(page, token, saying.token);

/** Whether the words behind a comma, dash or conjunction are the reporter's, and no more the speaker's. */
function leaves(page: Page, saying: Saying, at: number, content: number, limit: number): boolean {
  const { analysis } = page;
  const word = textOf(page, at).toLowerCase();
  if (word === "according" || textOf(page, at - 1) === ";") return true;
  if (analysis.upos[at] === "CCONJ")
    return (
      speaksOn(page, saying, skipAdverbs(page, at + 1, limit)) ||
      speaksOn(page, saying, topOfSegment(page, at + 1, limit))
    );
  const participle = skipAdverbs(page, at, limit);
  if (
    /VerbForm=(Part|Ger)/.test(analysis.features[participle] ?? "") &&
    textOf(page, participle).endsWith("ing") &&
    isSpeakingVerb(page, participle)
  )
    return true;
  const top = topOfSegment(page, at, limit);
  if (isUnder(analysis, saying.token, top)) return true;
  if (/^(while|though|although|whereas)$/.test(word) && speaksOn(page, saying, top)) return true;
  return !isUnder(analysis, top, content) && isUnder(analysis, top, saying.token) && analysis.relation[top] !== "ccomp";
}

export const isBreak = (page: Page, token: number): boolean =>
  /^(,|;|—|–|--|-)$/.test(textOf(page, token)) &&
  (textOf(page, token) !== "-" || page.analysis.end[token - 1] < page.analysis.start[token]);

/** Whether a stretch ends in a comma, as American printers set it: “… here,” he said. */
export const endsInComma = (page: Page, token: number): boolean =>
  /,\W{0,2}$/.test(page.analysis.text.slice(page.analysis.end[token] - 3, page.analysis.end[token]));

/** Where the next break stands at or behind a token, and the word behind it; `next` is -1 where none stands there. */
function breakAt(page: Page, saying: Saying, token: number): { at: number; next: number } {
  const stretch = stretchIn(page, token, saying.layer);
  if (stretch >= 0) {
    const end = page.ranges[stretch][1];
    return { at: end, next: endsInComma(page, end - 1) ? end : -1 };
  }
  if (isBreak(page, token)) return { at: token, next: token + 1 };
  return { at: token, next: page.analysis.upos[token] === "CCONJ" ? token : -1 };
}

/** "that while X, Y": a clause that begins with another goes on over the comma behind that. */
function opensFronted(page: Page, from: number): boolean {
  const first = textOf(page, from).toLowerCase() === "that" ? from + 1 : from;
  return /^(while|if|although|though|when|because|since|unless|despite|after|before)$/.test(
    textOf(page, first).toLowerCase(),
  );
}

/** "that the council, above all its head, | is to blame": a clause opened by "that" does not end before its verb. */
function awaitsVerb(page: Page, saying: Saying, from: number, next: number): boolean {
  const { analysis } = page;
  const hasTense = (token: number) =>
    page.layer[token] === saying.layer && /VerbForm=Fin/.test(analysis.features[token]);
  if (textOf(page, from) !== "that" || !hasTense(next) || page.layer[from] !== saying.layer) return false;
  for (let token = from; token < next; token++) if (hasTense(token)) return false;
  return true;
}

/** How far a clause that follows its cue reaches: to the end of the sentence, unless the reporter takes over before. */
export function clauseEnd(page: Page, saying: Saying, from: number, content: number): number {
  const limit = sentenceLimit(page, saying);
  let fronted = opensFronted(page, from);
  let token = from;
  while (token < limit) {
    const { at, next } = breakAt(page, saying, token);
    const turns =
      next > from &&
      next < limit &&
      leaves(page, saying, next, content, limit) &&
      !awaitsVerb(page, saying, from, next);
    if (turns && !fronted) return at;
    if (turns) fronted = false;
    token = Math.max(at, token + 1);
  }
  return limit;
}

export const TEMPORAL =
  /day$|^(today|yesterday|tomorrow|week|month|year|morning|night|evening|afternoon|recently|earlier|later|last|this|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** Where a clause begins: right behind the cue, unless an addressee, a place or a time stands between. */
export function clauseStart(page: Page, saying: Saying, from: number): number {
  const behind = saying.cueRange[1];
  if (from <= behind) return from;
  for (let token = behind; token < from; token++)
    if (textOf(page, token) === "that" && page.layer[token] === saying.layer) return token;
  return startsBehind(page, saying, from) ? behind : from;
}

/** Words that begin a noun phrase though they are no part of one: "at least five", "about a dozen". */
const QUANTIFIES = /^(at|about|around|nearly|almost|more|less|fewer|up|over|some|only|not|roughly)$/;

/** Whether the words between a cue and the clause of the tree are its first: no addressee, no place, no time, no source. */
function startsBehind(page: Page, saying: Saying, from: number): boolean {
  const { analysis } = page;
  const [, behind] = saying.cueRange;
  const isName = !/^(ADP|PUNCT|ADV|PART|SCONJ)$/.test(analysis.upos[behind]);
  const isCounted = QUANTIFIES.test(textOf(page, behind).toLowerCase()) && analysis.upos[from - 1] !== "ADP";
  const isInverted = saying.speaker !== undefined && saying.speaker >= behind;
  if (saying.cue.content.has("whom") || isInverted || !(isName || isCounted)) return false;
  for (let token = behind; token < from; token++) {
    const parts = analysis.upos[token] === "PUNCT" && !/^[,()-]$/.test(textOf(page, token));
    if (parts || page.layer[token] !== saying.layer || TEMPORAL.test(textOf(page, token).toLowerCase())) return false;
  }
  return true;
}

/** "said Friday the talks would end": a day between a cue and a clause that begins anew is the cue's. */
const behindDay = (page: Page, start: number, cueEnd: number): number =>
  start === cueEnd &&
  /^\p{Lu}\w+day$/u.test(textOf(page, start)) &&
  /^(DET|PRON|SCONJ)$/.test(page.analysis.upos[start + 1])
    ? start + 1
    : start;

/** A clause behind its cue, from its first word to where the reporter takes over. */
export function clauseBounds(page: Page, saying: Saying, [from, to]: Range, content: number): Range {
  if (from < saying.cueRange[1]) return [from, to];
  const start = clauseStart(page, saying, from);
  const isAfterColon = textOf(page, saying.cueRange[1]) === ":";
  const end = isAfterColon ? sentenceLimit(page, saying) : clauseEnd(page, saying, start, content);
  const first = behindDay(page, start, saying.cueRange[1]);
  return end > first ? lift(page, [first, end], saying.layer) : [from, to];
}

/** Whether a verb stands in the same form as the cue, as one does that is joined to it by "and". */
export function isParallel(page: Page, token: number, cue: number): boolean {
  const formOf = (at: number) => /VerbForm=\w+/.exec(page.analysis.features[at] ?? "")?.[0];
  return formOf(token) === formOf(cue) || /VerbForm=Fin/.test(page.analysis.features[token] ?? "");
}

const OPENS_CLAUSE: ReadonlySet<string> = new Set(["that", "if", "whether", "how", "why"]);
const LONGEST_ADDRESS = 20;

/** "that" before a clause of its own: not "that year", nor the subject of the verb behind it. */
function opensClause(page: Page, token: number): boolean {
  const { upos, head } = page.analysis;
  if (!OPENS_CLAUSE.has(textOf(page, token))) return false;
  if (textOf(page, token) !== "that") return /^(SCONJ|ADV)$/.test(upos[token]) && head[token] > token;
  const isSubject = /^(VERB|AUX)$/.test(upos[token + 1]);
  return !isSubject && (upos[token] === "SCONJ" || head[token] !== token + 1);
}

/** The word that opens the clause of a cue behind an addressee, a place or a time: "told reporters on Monday that"; -1 for none. */
export function clauseOpener(page: Page, saying: Saying): number {
  const { analysis } = page;
  const limit = Math.min(sentenceLimit(page, saying), saying.cueRange[1] + LONGEST_ADDRESS);
  for (let token = saying.cueRange[1]; token < limit; token++) {
    const isVerb = /^(VERB|AUX)$/.test(analysis.upos[token]) && analysis.relation[token] !== "amod";
    if (page.layer[token] !== saying.layer || isVerb || analysis.upos[token] === "CCONJ") return -1;
    if (opensClause(page, token)) return token;
    if (/^[;:—–]$/.test(textOf(page, token))) return -1;
  }
  return -1;
}

/** Whether a finite verb follows the noun that the tree takes for the object: "says [the talks] will fail". */
export function isFollowedByVerb(page: Page, saying: Saying, end: number): boolean {
  const limit = sentenceLimit(page, saying);
  const next = skipWhile(page, end, limit, "ADV");
  return next < limit && page.layer[next] === saying.layer && /VerbForm=Fin/.test(page.analysis.features[next]);
}

function skipWhile(page: Page, from: number, limit: number, upos: string): number {
  let token = from;
  while (token < limit && page.analysis.upos[token] === upos) token++;
  return token;
}

/** From `start` to the end of the clause that begins there. */
export function clauseFrom(page: Page, saying: Saying, start: number, top: number): Range {
  return lift(page, [start, Math.max(start + 1, clauseEnd(page, saying, start, top))], saying.layer);
}

/**
 * The words behind a finite cue of speech for which the tree gives no content: a clause if a finite verb is among them.
 * undefined where the cue's sentence ends, or a stop or a circumstance stands right behind it.
 */
export function clauseBehind(page: Page, saying: Saying): Range | undefined {
  const { analysis } = page;
  const from = saying.cueRange[1];
  const limit = sentenceLimit(page, saying);
  if (from >= limit || !/VerbForm=Fin/.test(analysis.features[saying.token])) return undefined;
  if (/^(PUNCT|ADP|ADV|CCONJ|PART)$/.test(analysis.upos[from]) || TEMPORAL.test(textOf(page, from).toLowerCase()))
    return undefined;
  const end = clauseEnd(page, saying, from, saying.token);
  for (let token = from; token < end; token++)
    if (page.layer[token] === saying.layer && /VerbForm=Fin/.test(analysis.features[token]))
      return lift(page, [from, end], saying.layer);
  return undefined;
}
