import type { Analysis, Upos } from "../schema/index.ts";

/** Verbs of headlines that the tagger takes for nouns: of their subject, or of the object behind them. */
const VERBS = new Set(
  "accuse airdrop airlift arm back ban blacklist blame blast block bomb bombard boost boycott breach broker capture charge cheer close condemn counter court cut decree demand denounce deport detain dispatch donate drop evacuate exchange exempt expel extradite fault ferry free freeze grant greenlight hail halt hand harbour heighten hijack hinder host impose intercept jam jail kidnap lambast launch lease lift lob lodge loan monitor muster muzzle nab order oust pardon parachute pledge pound probe raid ram rebuke recall recapture recognise recognize reject release rename reopen repatriate rescue restore resume retake return sanction scrap seal sentence sever shell ship shoot shun sign silence slam slap snub spurn stage storm strike summon suspend swap target tear thank threaten throttle torpedo unveil urge veto violate vote vow welcome withhold".split(
    " ",
  ),
);
/** Verbs that are told by their particle. */
const PARTICLES: Readonly<Record<string, ReadonlySet<string>>> = {
  hand: new Set(["over", "back"]),
  shoot: new Set(["down"]),
  gun: new Set(["down"]),
  call: new Set(["off"]),
  cut: new Set(["off"]),
  break: new Set(["off"]),
};
/** What the names of a list do together, without an object: "Ost leader, West premier speak by phone". */
const TOGETHER = new Set("meet speak talk clash agree".split(" "));
/** Verbs behind which a noun may be read as the verb: "lodges protest". */
const LIGHT = new Set("lodge stage launch halt suspend end lift voice".split(" "));
const IRREGULAR: Readonly<Record<string, string>> = { summons: "summon", shot: "shoot", vetos: "veto", vetoes: "veto" };
const LONGEST = 26;
const FINITE = /^(?:VB[DPZ]|MD)$/;
const PRESENT = /^VB[PZ]?$/;
const NOMINAL = new Set<Upos>(["NOUN", "PROPN"]);
const BEFORE = new Set<Upos>(["NOUN", "PROPN", "ADJ", "NUM", "CCONJ"]);
const OBJECT = new Set<Upos>(["DET", "ADJ", "NUM", "PROPN", "PRON", "NOUN", "SYM"]);

/** An analysis whose trees and tags may be changed. */
interface Columns extends Analysis {
  readonly relation: string[];
  readonly lemma: string[];
  readonly upos: Upos[];
  readonly xpos: string[];
}

const copyOf = (parsed: Analysis): Columns => ({
  ...parsed,
  head: parsed.head.slice(),
  relation: [...parsed.relation],
  lemma: [...parsed.lemma],
  upos: [...parsed.upos],
  xpos: [...parsed.xpos],
});

interface Found {
  readonly verb: number;
  readonly lemma: string;
  /** The verb's particle, or -1. */
  readonly particle: number;
}

const formAt = ({ text, start, end }: Analysis, token: number): string =>
  text.slice(start[token], end[token]).toLowerCase();

/** The verb of which a form is the present tense, and whether its subject is one. */
const isKnown = (verb: string): boolean =>
  VERBS.has(verb) || LIGHT.has(verb) || TOGETHER.has(verb) || Object.hasOwn(PARTICLES, verb);

function presentOf(form: string): { lemma: string; single: boolean } | undefined {
  if (Object.hasOwn(IRREGULAR, form)) return { lemma: IRREGULAR[form], single: true };
  if (isKnown(form)) return { lemma: form, single: false };
  const stem = /^(.+?)(?:s|es)$/.exec(form)?.[1] ?? "";
  const lemma = [form.slice(0, -1), stem].find(isKnown);
  return lemma && form.endsWith("s") ? { lemma, single: true } : undefined;
}

/** Whether [from, verb) is a subject and nothing else, with a name or the adjective of one. */
function isSubject(columns: Analysis, from: number, verb: number): boolean {
  const { upos, text, start } = columns;
  let named = false;
  for (let token = from; token < verb; token += 1) {
    if (!BEFORE.has(upos[token]) && formAt(columns, token) !== ",") return false;
    if (/^\p{Lu}/u.test(text[start[token]]) && upos[token] !== "NOUN") named = true;
  }
  return named && NOMINAL.has(upos[verb - 1]) && !sharesNoun(columns, from, verb);
}

/** Whether what is listed stands before one noun for all ("Indian, Chinese troops", "Ost, West envoys"). */
function sharesNoun(columns: Analysis, from: number, verb: number): boolean {
  const { upos, xpos } = columns;
  let comma = -1;
  for (let token = from + 1; token < verb; token += 1) {
    if (formAt(columns, token) !== ",") continue;
    comma = token;
    if (!NOMINAL.has(upos[token - 1])) return true;
  }
  return comma >= 0 && xpos[verb - 1] === "NNS" && verb - comma > 2 && upos[comma + 1] === "PROPN";
}

const isListed = (columns: Analysis, from: number, verb: number): boolean => {
  for (let token = from; token < verb; token += 1) if (/^(?:,|and|&)$/.test(formAt(columns, token))) return true;
  return false;
};

function particleAt(columns: Analysis, token: number, lemma: string, to: number): number {
  if (token >= to || !Object.hasOwn(PARTICLES, lemma)) return -1;
  return PARTICLES[lemma].has(formAt(columns, token)) ? token : -1;
}

/** Bare singular nouns behind it make one noun with it ("the hostages release deal"), a plural at their end does not. */
function isCompound({ upos, xpos }: Analysis, next: number): boolean {
  let last = next;
  while (upos[last + 1] === "NOUN" && xpos[last] === "NN") last += 1;
  return upos[last] === "NOUN" && xpos[last] === "NN" && upos[last + 1] !== "ADP" && upos[last + 1] !== "PART";
}

function agrees(columns: Analysis, from: number, verb: number, single: boolean, next: number): boolean {
  if (single) return true;
  if (isListed(columns, from, verb)) return true;
  return /^NNP?S$/.test(columns.xpos[verb - 1]) && !isCompound(columns, next);
}

/** Whether what stands behind the verb is what a verb has there. */
function isFollowed(columns: Analysis, from: number, verb: number, lemma: string, next: number): boolean {
  if (TOGETHER.has(lemma)) return columns.upos[next] === "ADP" && isListed(columns, from, verb);
  return OBJECT.has(columns.upos[next]) || (LIGHT.has(lemma) && columns.xpos[next] === "VBP");
}

function verbAt(columns: Analysis, from: number, to: number, token: number): Found | undefined {
  if (!NOMINAL.has(columns.upos[token])) return undefined;
  const present = presentOf(formAt(columns, token));
  if (!present || !isSubject(columns, from, token)) return undefined;
  const { lemma, single } = present;
  const particle = particleAt(columns, token + 1, lemma, to);
  if (!VERBS.has(lemma) && !TOGETHER.has(lemma) && !LIGHT.has(lemma) && particle < 0) return undefined;
  const next = particle < 0 ? token + 1 : particle + 1;
  if (next >= to || !isFollowed(columns, from, token, lemma, next)) return undefined;
  return agrees(columns, from, token, single, next) ? { verb: token, lemma, particle } : undefined;
}

const isComma = (columns: Analysis, token: number): boolean => formAt(columns, token) === ",";

/** A verb that was seen, but joined to its subject as if both were one noun, or parted from the first of a list. */
function looseVerb(columns: Analysis, from: number, to: number): Found | undefined {
  const { head, relation, upos, lemma } = columns;
  for (let token = from + 1; token < to - 1; token += 1) {
    if (head[token] >= 0) continue;
    if (upos[token] !== "VERB" || !PRESENT.test(columns.xpos[token]) || !isSubject(columns, from, token))
      return undefined;
    let [subject, comma] = [false, false];
    for (let left = from; left < token; left += 1) {
      if (head[left] === token && relation[left].startsWith("nsubj")) subject = true;
      if (isComma(columns, left)) comma = true;
    }
    return subject && !comma ? undefined : { verb: token, lemma: lemma[token], particle: -1 };
  }
  return undefined;
}

const isHeadline = (columns: Analysis, from: number, to: number): boolean =>
  to - from >= 3 && to - from <= LONGEST && !/^[.!?]$/.test(formAt(columns, to - 1));

/** The verb of a headline in which the parser saw none, or none with a subject. */
function findVerb(columns: Analysis, from: number, to: number): Found | undefined {
  if (!isHeadline(columns, from, to)) return undefined;
  for (let token = from + 1; token < to; token += 1) {
    const found = verbAt(columns, from, to, token);
    if (found) return isAlone(columns, from, to, found) ? found : undefined;
  }
  return looseVerb(columns, from, to);
}

/** Whether no other word is the sentence's finite verb. */
function isAlone(columns: Analysis, from: number, to: number, { verb, lemma }: Found): boolean {
  for (let token = from; token < to; token += 1) {
    if (token === verb + 1 && LIGHT.has(lemma)) continue;
    if (FINITE.test(columns.xpos[token]) && !isAside(columns, token)) return false;
  }
  return true;
}

/** Within a clause that only goes with the news ("as", "after", ", says"), or read for the object's noun. */
function isAside({ relation, head }: Analysis, token: number): boolean {
  for (let at = token, steps = 0; at >= 0 && steps < LONGEST; at = head[at], steps += 1)
    if (/^(?:advcl|acl|parataxis)/.test(relation[at])) return true;
  return false;
}

/** Each listed one with a head of its own, the first the subject, the others joined to it. */
function hangSubject(columns: Columns, from: number, verb: number): void {
  const { head, relation } = columns;
  let [first, group] = [-1, from];
  for (let token = from; token <= verb; token += 1) {
    if (token < verb && !/^(?:,|and|&)$/.test(formAt(columns, token))) continue;
    const last = token - 1;
    for (let inner = group; inner < last; inner += 1)
      if (head[inner] < group || head[inner] > last) [head[inner], relation[inner]] = [last, partOf(columns, inner)];
    if (last >= group) {
      [head[last], relation[last]] = first < 0 ? [verb, "nsubj"] : [first, "conj"];
      if (first < 0) first = last;
    }
    if (token < verb) {
      head[token] = token + 1;
      relation[token] = formAt(columns, token) === "," ? "punct" : "cc";
    }
    group = token + 1;
  }
}

const partOf = ({ upos }: Analysis, token: number): string => (upos[token] === "ADJ" ? "amod" : "compound");

function hasCase({ head, relation }: Analysis, token: number, from: number): boolean {
  for (let child = from; child < token; child += 1)
    if (head[child] === token && relation[child] === "case") return true;
  return false;
}

/** What stood in the hands of the subject or of the verb read as a noun now hangs on the verb, the first the object. */
function hangRest(columns: Columns, { verb, particle }: Found, to: number): void {
  const { head, relation, upos } = columns;
  let object = -1;
  for (let token = verb + 1; token < to; token += 1) {
    if (token === particle || head[token] > verb) continue;
    head[token] = verb;
    if (relation[token] === "punct" || !NOMINAL.has(upos[token])) {
      if (upos[token] === "VERB") relation[token] = "advcl";
      continue;
    }
    if (hasCase(columns, token, verb + 1)) relation[token] = "obl";
    else if (object < 0) [object, relation[token]] = [token, "obj"];
    else if (object === token - 1) {
      [head[object], relation[object], relation[token]] = [token, "compound", "obj"];
      object = token;
    } else [head[token], relation[token]] = [object, "appos"];
  }
}

/** The object that was read as the verb; what was done with somebody by it is done by the verb. */
function asNoun({ upos, xpos, head, relation }: Columns, noun: number, to: number): void {
  upos[noun] = "NOUN";
  xpos[noun] = "NN";
  for (let token = noun + 1; token < to; token += 1)
    if (head[token] === noun && relation[token].startsWith("obl")) head[token] = noun - 1;
}

function mend(columns: Columns, found: Found, from: number, to: number): void {
  const { head, relation, upos, xpos, lemma } = columns;
  const { verb, particle } = found;
  if (particle >= 0) [head[particle], relation[particle]] = [verb, "compound:prt"];
  head[verb] = -1;
  relation[verb] = "root";
  upos[verb] = "VERB";
  xpos[verb] = "VBZ";
  if (upos[verb + 1] === "VERB" && LIGHT.has(found.lemma)) asNoun(columns, verb + 1, to);
  lemma[verb] = found.lemma;
  hangSubject(columns, from, verb);
  hangRest(columns, found, to);
}

/**
 * The analysis with the verb found in headlines where the parser saw none: "Turkey summons Danish envoy", "Armenia,
 * Azerbaijan exchange bodies", read as one long noun. A name or its adjective must begin the sentence, the verb be one
 * of headlines', an object stand behind it, and no full stop end it.
 */
export function withHeadlineVerbs(parsed: Analysis): Analysis {
  let columns: Columns | undefined;
  for (let sentence = 0; sentence < parsed.sentenceStart.length - 1; sentence += 1) {
    const [from, to] = [parsed.sentenceStart[sentence], parsed.sentenceStart[sentence + 1]];
    const found = findVerb(parsed, from, to);
    if (!found) continue;
    columns ??= copyOf(parsed);
    mend(columns, found, from, to);
  }
  return columns ?? parsed;
}
