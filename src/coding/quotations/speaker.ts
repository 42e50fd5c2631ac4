import { isComma, isTitle, type Page, sentenceAround, stretchIn, textOf } from "./page.ts";
import { type Range, relationOf } from "./tree.ts";

/** Verbs whose object speaks: "quoted him as saying". */
export const QUOTES_OTHERS: ReadonlySet<string> = new Set(["quote", "cite"]);

/** Verbs whose subject is what they tell of, and no source. */
const RAISING: ReadonlySet<string> = new Set(["seem", "appear"]);

export const SUBJECT = /^(nsubj|csubj)(:outer)?$/;
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

const FARTHEST_AGENT = 12;

/** `was called “a trap” by the steward`: the agent that the tree hangs on a word in marks. */
function agentBehindMarks(page: Page, verb: number): number | undefined {
  const { analysis } = page;
  const limit = Math.min(sentenceAround(page, verb)[1], verb + FARTHEST_AGENT);
  for (let token = verb + 2; token < limit; token++) {
    const follows = stretchIn(page, token - 1, page.layer[verb]) >= 0 && page.layer[token] === page.layer[verb];
    if (follows && textOf(page, token) === "by" && analysis.head[token] > token) return analysis.head[token];
  }
  return undefined;
}

/** Whether a comma stands right before the clause of a verb. */
const followsComma = (page: Page, verb: number): boolean => page.first[verb] > 0 && isComma(page, page.first[verb] - 1);

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

/** Whether a verb is passive: one that has a subject but no auxiliary is not, whatever the tree says ("The king called on them"). */
export function isPassive(page: Page, verb: number): boolean {
  const { relation } = page.analysis;
  const children = page.children(verb);
  const isBare = !relation[verb].startsWith("acl") && !children.some((child) => relation[child].startsWith("aux"));
  return children.some((child) => PASSIVE.test(relation[child]) && !(isBare && relation[child] === "nsubj:pass"));
}

/** The subject of a verb; of two the name behind a comma: "Fielding questions, Mr. Hurin said". */
function ownSubject(page: Page, verb: number): number | undefined {
  const { relation, upos } = page.analysis;
  const [first, ...others] = page.children(verb).filter((child) => SUBJECT.test(relation[child].replace(":pass", "")));
  const named = others.find(
    (child) => child < verb && /^(PROPN|PRON)$/.test(upos[child]) && isComma(page, page.first[child] - 1),
  );
  return named ?? first;
}

/** Who says it, as the word at the top of the phrase; undefined where the tree doesn't tell. */
export function speakerOf(page: Page, verb: number, depth = 0): number | undefined {
  const { analysis } = page;
  const children = page.children(verb);
  if (RAISING.has(analysis.lemma[verb])) return undefined;
  if (isPassive(page, verb))
    return children.find((child) => isAgent(page, child, verb)) ?? agentBehindMarks(page, verb);
  const own = ownSubject(page, verb);
  const above = analysis.head[verb];
  if (own !== undefined || depth > DEPTH || above < 0) return own;
  const relation = analysis.relation[verb];
  if (QUOTES_OTHERS.has(analysis.lemma[above])) return quotedBy(page, above) ?? speakerOf(page, above, depth + 1);
  if (isLooseParticiple(page, verb)) {
    const governing = verbAbove(page, above);
    return governing < 0 ? undefined : speakerOf(page, governing, depth + 1);
  }
  if (
    relation === "advcl" &&
    analysis.relation[above] === "ccomp" &&
    followsComma(page, verb) &&
    analysis.head[above] >= 0
  )
    return speakerOf(page, analysis.head[above], depth + 1);
  if (relation.startsWith("acl")) return above;
  return /^(conj|xcomp|advcl|parataxis)/.test(relation) ? speakerOf(page, above, depth + 1) : undefined;
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
  if (before < 0) return false;
  const stretch = stretchIn(page, before, page.layer[cue[0]]);
  return stretch >= 0 && !isTitle(page, stretch);
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
  if (isPassive(page, verb)) return undefined;
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
