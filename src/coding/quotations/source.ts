import { isTitleStop, type Page, sentenceAround, TITLE, textOf } from "./page.ts";
import { type Range, relationOf } from "./tree.ts";

/** Verbs whose object speaks: "quoted him as saying". */
export const QUOTES_OTHERS: ReadonlySet<string> = new Set(["quote", "cite"]);

/** Verbs whose subject is what they tell of, and no source. */
const RAISING: ReadonlySet<string> = new Set(["seem", "appear"]);

const SUBJECT = /^(nsubj|csubj)(:outer)?$/;
const PASSIVE = /^(nsubj|aux|csubj):pass$/;
const DEPTH = 5;

/** The preposition of a nominal, or the subordinator of a clause: its first word; "" for none. */
export function caseOf(page: Page, token: number): string {
  const { relation, lemma } = page.analysis;
  const marker = page.children(token).find((child) => child < token && /^(case|mark)$/.test(relation[child]));
  return marker === undefined ? "" : lemma[marker].toLowerCase();
}

/** The person that a quoting verb quotes. */
const quotedBy = (page: Page, verb: number): number | undefined =>
  page.children(verb).find((child) => /^(obj|nsubj:pass)$/.test(page.analysis.relation[child]));

/** The one by whom a passive is done. */
function isAgent(page: Page, child: number, verb: number): boolean {
  if (page.analysis.relation[child] === "obl:agent") return true;
  return child > verb && relationOf(page.analysis, child) === "obl" && caseOf(page, child) === "by";
}

/** "…, saying": a participle behind a comma says something of the clause's subject, whatever noun it hangs on. */
function isLooseParticiple(page: Page, verb: number): boolean {
  const { analysis } = page;
  if (!analysis.relation[verb].startsWith("acl") || analysis.relation[verb] === "acl:relcl") return false;
  const before = page.first[verb] - 1;
  return before >= 0 && analysis.text.slice(analysis.start[before], analysis.end[before]) === ",";
}

/** The verb that governs a noun, through the phrases between. */
function verbAbove(page: Page, token: number): number {
  const { analysis } = page;
  let at = analysis.head[token];
  while (
    at >= 0 &&
    analysis.upos[at] !== "VERB" &&
    !page.children(at).some((child) => SUBJECT.test(analysis.relation[child]))
  )
    at = analysis.head[at];
  return at;
}

/** Who says it, as the word at the top of the phrase; undefined where the tree doesn't tell. */
export function speakerOf(page: Page, verb: number, depth = 0): number | undefined {
  const { analysis } = page;
  const children = page.children(verb);
  if (RAISING.has(analysis.lemma[verb])) return undefined;
  if (children.some((child) => PASSIVE.test(analysis.relation[child])))
    return children.find((child) => isAgent(page, child, verb));
  const own = children.find((child) => SUBJECT.test(analysis.relation[child]));
  const above = analysis.head[verb];
  if (own !== undefined || depth > DEPTH || above < 0) return own;
  const relation = analysis.relation[verb];
  if (QUOTES_OTHERS.has(analysis.lemma[above])) return quotedBy(page, above) ?? speakerOf(page, above, depth + 1);
  if (isLooseParticiple(page, verb)) {
    const governing = verbAbove(page, above);
    return governing < 0 ? undefined : speakerOf(page, governing, depth + 1);
  }
  if (relation.startsWith("acl")) return above;
  return /^(conj|xcomp|advcl|parataxis)/.test(relation) ? speakerOf(page, above, depth + 1) : undefined;
}

const isName = (page: Page, token: number): boolean => /^(PROPN|NOUN|ADJ|NUM|SYM)$/.test(page.analysis.upos[token]);

const sameLine = (page: Page, token: number): boolean =>
  !page.analysis.text.slice(page.analysis.end[token], page.analysis.start[token + 1]).includes("\n");

/** Words that the tree left out before a name: "[Texas Sen.] Ted Cruz", "[Reporter Jomana] Karadsheh". */
function extendBack(page: Page, from: number, floor: number): number {
  const { analysis } = page;
  let start = from;
  const joins = (token: number): boolean => {
    if (page.layer[token] !== page.layer[from] || !sameLine(page, token)) return false;
    const isCapital = /^\p{Lu}/u.test(textOf(page, token));
    const sameSentence = analysis.sentence[token] === analysis.sentence[start];
    if (TITLE.test(textOf(page, token)) || isTitleStop(page, token)) return true;
    if (!sameSentence && !(token + 1 < page.analysis.start.length && isTitleStop(page, token + 1))) return false;
    const isHyphenated = analysis.end[token] === analysis.start[token + 1];
    return isHyphenated
      ? analysis.upos[token] !== "PUNCT" || textOf(page, token) === "-"
      : isName(page, token) && isCapital;
  };
  if (!/^\p{Lu}/u.test(textOf(page, from)) && !(from > floor && analysis.end[from - 1] === analysis.start[from]))
    return from;
  while (start > floor && joins(start - 1)) start--;
  return start;
}

const FARTHEST = 10;

/** Whether a token may stand between a name and its cue as a part of the phrase: anything but a verb or a stop. */
function mayBelong(page: Page, token: number, inParentheses: boolean): boolean {
  if (inParentheses || textOf(page, token) === "-") return true;
  return !/^(VERB|AUX|PUNCT|SCONJ|PART|ADV)$/.test(page.analysis.upos[token]);
}

/** Words between the phrase and its cue that the tree left out: "[Sen.] Sanders (I-Vt.) said", "[a source] close to him says". */
function extendForward(page: Page, to: number, ceiling: number): number {
  let [depth, names] = [0, to];
  for (let token = to; token < Math.min(ceiling, to + FARTHEST); token++) {
    const word = textOf(page, token);
    if (word === "(") depth++;
    const joins = mayBelong(page, token, depth > 0) || (word === "." && token === to);
    if (word === ")") depth--;
    if (!joins || page.layer[token] !== page.layer[to] || !sameLine(page, token - 1)) return names;
    if (page.analysis.upos[token] === "PROPN" && names === token) names = token + 1;
  }
  return ceiling - to <= FARTHEST ? Math.max(ceiling, to) : names;
}

const DATELINE_END = /^(—|–|--|-|:)$/;

/** Where a phrase really begins behind a dateline ("MACAU (Reuters) – ") or a label ("The Latest: "). */
function skipDateline(page: Page, from: number, to: number): number {
  for (let token = Math.min(to, from + LONGEST) - 2; token > from; token--) {
    const isSpaced = page.analysis.end[token - 1] < page.analysis.start[token] || textOf(page, token) === ":";
    if (!DATELINE_END.test(textOf(page, token)) || !isSpaced) continue;
    const before = textOf(page, token - 1);
    if (before === ")" || textOf(page, token) === ":" || /^\p{Lu}{2,}$/u.test(before)) return token + 1;
  }
  return from;
}

/** "Friday, Bill Clinton": a day before the name is none of it. */
function skipDay(page: Page, from: number, to: number): number {
  return from + 2 < to && DAY.test(textOf(page, from)) && textOf(page, from + 1) === "," ? from + 2 : from;
}

/** "In eastern Syria, US-backed fighters": a phrase before the name and its comma is none of it. */
function skipPlace(page: Page, from: number, speaker: number): number {
  if (!/^(ADP|ADV|SCONJ)$/.test(page.analysis.upos[from]) && !isParticiple(page, from)) return from;
  for (let token = from + 1; token < speaker; token++) if (isComma(page, token)) return token + 1;
  return from;
}

const DAY = /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

const LONGEST = 40;

/** Whether a mark opens something within the phrase: a parenthesis, or words in marks that close in it. */
const isOpening = (page: Page, token: number, to = token + 1): boolean =>
  /^[([]/.test(textOf(page, token)) ||
  (/^["“‘'`]/.test(textOf(page, token)) &&
    page.layer[token] >= 0 &&
    page.ranges[page.layer[token]][1] <= Math.max(to, token + 2));

/** Leaves out what hangs before the noun without belonging to its name: prepositions, conjunctions, stray marks. */
function phraseStart(page: Page, speaker: number): number {
  let from = page.first[speaker];
  for (const child of page.children(speaker))
    if (child < speaker && /^(case|mark|cc|punct)$/.test(page.analysis.relation[child]))
      from = Math.max(from, isOpening(page, child) ? from : page.last[child] + 1);
  return from;
}

/** The tokens of the source's phrase on one side of the cue, without its preposition, with names that the tree left out. */
export function sourceRange(page: Page, speaker: number, cue: Range): Range {
  const { analysis } = page;
  let [from, to] = [phraseStart(page, speaker), page.last[speaker] + 1];
  const isBefore = speaker < cue[0];
  if (isBefore) to = Math.min(to, cue[0]);
  else from = Math.max(from, cue[1]);
  if (to - from > LONGEST) [from, to] = [Math.max(from, speaker - LONGEST / 2), speaker + 1];
  from = extendBack(page, from, isBefore ? 0 : cue[1]);
  if (isBefore) to = extendForward(page, to, cue[0]);
  from = skipPlace(page, skipDay(page, skipDateline(page, from, to), to), speaker);
  while (from < to - 1 && analysis.upos[from] === "PUNCT" && !isOpening(page, from, to)) from++;
  while (
    to - 1 > speaker &&
    /^(PUNCT|CCONJ|SCONJ)$/.test(analysis.upos[to - 1]) &&
    !/^[)\]”"’%]$/.test(textOf(page, to - 1))
  )
    to--;
  return [from, to];
}

/** What follows a comma in a phrase that names somebody: "…, a spokesman for …", "…, who …". */
const APPOSES = /^(DET|NOUN|PROPN|ADJ|NUM)$|^(who|whose|which|whom)$/;

const apposes = (page: Page, token: number): boolean =>
  APPOSES.test(page.analysis.upos[token]) ? !isParticiple(page, token) : APPOSES.test(textOf(page, token));

const isParticiple = (page: Page, token: number): boolean =>
  /ing$/.test(textOf(page, token)) && /^(VERB|ADJ)$/.test(page.analysis.upos[token]);

const isComma = (page: Page, token: number): boolean => textOf(page, token) === ",";

/** The first comma of a range behind which nothing more of the name follows: "Mr. Trump[, in a brief interview]". */
function endOfName(page: Page, [from, to]: Range, speaker: number): number {
  for (let token = Math.max(from, speaker) + 1; token + 1 < to; token++) {
    const opens = isComma(page, token) && page.layer[token] === page.layer[speaker];
    if (page.analysis.upos[token] === "ADP" && DAY.test(textOf(page, token + 1))) return token;
    if (opens && (page.analysis.upos[token + 1] === "ADP" || isParticiple(page, token + 1))) return token;
  }
  return to;
}

/** "[Tad Devine], a senior adviser to Mr. Sanders, said": what stands between commas before the cue names him too. */
function withApposition(page: Page, [from, to]: Range, cue: number): Range {
  const isBetween = cue - to > 2 && cue - to < LONGEST && isComma(page, to) && isComma(page, cue - 1);
  if (!isBetween || !apposes(page, to + 1)) return [from, to];
  for (let token = to; token < cue; token++) if (page.layer[token] !== page.layer[from]) return [from, to];
  return [from, cue - 1];
}

/** Prepositions that tell when or where something was said rather than of whom it was. */
const WHEN_OR_WHERE: ReadonlySet<string> = new Set([
  "in",
  "on",
  "at",
  "during",
  "after",
  "before",
  "when",
  "as",
  "while",
  "by",
  "through",
]);

/** Whether a phrase behind its cue goes on with a token; `described` once a comma has opened a description. */
function goesOnWith(page: Page, token: number, limit: number, described: boolean): boolean {
  if (isComma(page, token)) return token + 1 < limit && apposes(page, token + 1);
  if (isTitleStop(page, token)) return true;
  if (/^(PUNCT|CCONJ|SCONJ)$/.test(page.analysis.upos[token])) return described && textOf(page, token) !== ";";
  return described || !(/^(VERB|AUX)$/.test(page.analysis.upos[token]) || WHEN_OR_WHERE.has(textOf(page, token)));
}

/** “…,” said [Jay Jacobs, a supporter who …]: a name behind its cue goes on over commas as long as it is described. */
function withDescription(page: Page, [from, to]: Range): Range {
  const [, limit] = sentenceAround(page, from);
  let end = to;
  let described = false;
  while (end < limit && page.layer[end] === page.layer[from]) {
    if (textOf(page, end) === "(") end = closingOf(page, end, limit);
    else if (!goesOnWith(page, end, limit, described)) break;
    described ||= isComma(page, end) || /^(who|whose)$/.test(textOf(page, end));
    end++;
  }
  end = Math.min(end, limit);
  while (end > to && page.analysis.upos[end - 1] === "PUNCT" && textOf(page, end - 1) !== ")") end--;
  return [from, end];
}

/** The parenthesis that closes behind one that opens, or the opening one itself. */
function closingOf(page: Page, opening: number, limit: number): number {
  for (let token = opening + 1; token < limit; token++) if (textOf(page, token) === ")") return token;
  return opening;
}

/** The verb beside which the source stands: another than the cue where it is the subject of both. */
function sharedCue(page: Page, speaker: number, cue: Range): Range {
  const verb = page.analysis.head[speaker];
  const isOther =
    SUBJECT.test(page.analysis.relation[speaker]) &&
    verb > speaker &&
    verb < cue[0] &&
    page.analysis.upos[verb] === "VERB";
  return isOther ? [verb, verb + 1] : cue;
}

/** The whole phrase of a source beside its cue, with what describes it. */
export function fullSource(page: Page, speaker: number, own: Range, followsWords: boolean): Range {
  const cue = sharedCue(page, speaker, own);
  const range = sourceRange(page, speaker, cue);
  const named: Range = [range[0], endOfName(page, range, speaker)];
  if (speaker < cue[0]) return withApposition(page, named, cue[0]);
  return followsWords ? withDescription(page, named) : named;
}

/** The parenthesis that opens before one that closes, or the closing one itself. */
function openingOf(page: Page, from: number, closing: number): number {
  for (let token = closing - 1; token >= from; token--) if (textOf(page, token) === "(") return token;
  return closing;
}

/** The last noun or pronoun of a phrase that ends at `to`, or undefined. */
function nounBefore(page: Page, from: number, to: number): number | undefined {
  for (let token = to - 1; token >= from && page.layer[token] === page.layer[to]; token--) {
    if (textOf(page, token) === ")") token = openingOf(page, from, token) - 1;
    if (token < from) return undefined;
    if (/^(NOUN|PROPN|PRON|NUM)$/.test(page.analysis.upos[token])) return token;
    if (!/^(ADV|PUNCT|AUX)$/.test(page.analysis.upos[token])) return undefined;
  }
  return undefined;
}

/** The noun that a phrase from `from` on has for its top, as long as nothing but nouns and what goes with them stands there. */
function nounBehind(page: Page, from: number, limit: number): number | undefined {
  let token = from;
  while (token < limit && /^(PROPN|NOUN|PRON|DET|ADJ|NUM)$/.test(page.analysis.upos[token])) token++;
  for (let at = from; at < token; at++) {
    const head = page.analysis.head[at];
    if ((head < from || head >= token) && /^(PROPN|NOUN|PRON)$/.test(page.analysis.upos[at])) return at;
  }
  return undefined;
}

/** The subject that stands nearest before a verb in its sentence; one of a main clause before one of a clause within. */
function subjectBefore(page: Page, verb: number, floor: number): number | undefined {
  const { analysis } = page;
  let within: number | undefined;
  for (let token = verb - 1; token >= floor; token--) {
    if (page.layer[token] !== page.layer[verb] || !SUBJECT.test(analysis.relation[token])) continue;
    const clause = analysis.relation[analysis.head[token]];
    if (!/^(acl|ccomp|advcl|csubj)/.test(clause)) return token;
    if (!clause.startsWith("acl")) within ??= token;
  }
  return within;
}

const hasTense = (page: Page, verb: number): boolean =>
  /VerbForm=Fin/.test(page.analysis.features[verb]) ||
  page.children(verb).some((child) => page.analysis.relation[child] === "aux");

/** Whether words in marks stand right before the cue. */
export function followsStretch(page: Page, cue: Range): boolean {
  const before = cue[0] > 0 && isComma(page, cue[0] - 1) ? cue[0] - 2 : cue[0] - 1;
  return before >= 0 && page.layer[before] !== page.layer[cue[0]];
}

/** The noun behind a cue, where a name or title begins right there: "said [Frank Coleman]". */
export function speakerBehind(page: Page, cue: Range): number | undefined {
  const [, limit] = sentenceAround(page, cue[0]);
  return cue[1] < limit && /^(PROPN|DET|PRON|NOUN|ADJ)$/.test(page.analysis.upos[cue[1]])
    ? nounBehind(page, cue[1], limit)
    : undefined;
}

/** Who speaks where the tree doesn't tell: the noun beside a finite verb, the subject before a participle. */
export function guessSpeaker(page: Page, verb: number, cue: Range): number | undefined {
  if (RAISING.has(page.analysis.lemma[verb])) return undefined;
  if (page.children(verb).some((child) => PASSIVE.test(page.analysis.relation[child]))) return undefined;
  const [floor, limit] = sentenceAround(page, verb);
  if (!hasTense(page, verb)) return subjectBefore(page, verb, floor) ?? nameBefore(page, floor, cue[0]);
  if (followsStretch(page, cue)) return nounBehind(page, cue[1], limit) ?? subjectBefore(page, verb, floor);
  return nounBefore(page, floor, cue[0]) ?? subjectBefore(page, verb, floor) ?? nameBefore(page, floor, cue[0]);
}

/** "Schen and Kaylan, in their book “…”, describe": the first of the names before a phrase between commas. */
function nameBefore(page: Page, floor: number, cue: number): number | undefined {
  const { upos } = page.analysis;
  for (let comma = cue - 2; comma > floor; comma--) {
    const opensPhrase = isComma(page, comma) && page.layer[comma] === page.layer[cue] && upos[comma + 1] === "ADP";
    if (!opensPhrase || !/^(PROPN|NOUN|PRON)$/.test(upos[comma - 1])) continue;
    let first = comma - 1;
    while (
      first > floor &&
      (upos[first - 1] === "PROPN" || (upos[first - 1] === "CCONJ" && upos[first - 2] === "PROPN"))
    )
      first--;
    return first;
  }
  return undefined;
}
