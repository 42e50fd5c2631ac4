import type { EventType, Report, Span } from "../../schema/index.ts";
import type { Candidate } from "./candidate.ts";
import type { Ground } from "./ground.ts";
import { numberOf, numberStart } from "./numbers.ts";
import { childrenOf, type Tree } from "./tree.ts";

type Harm = "killed" | "wounded";

/** Words that tell who was harmed, and where the number of them stands. */
const VERBS: ReadonlyMap<string, Harm> = new Map([
  ...["kill", "slay", "massacre", "slaughter"].map((word) => [word, "killed"] as const),
  ...["wound", "injure", "hurt", "maim"].map((word) => [word, "wounded"] as const),
]);
const SUBJECT_HARMED: ReadonlySet<string> = new Set(["die", "perish"]);
const STATES: ReadonlyMap<string, Harm> = new Map([
  ["dead", "killed"],
  ["killed", "killed"],
  ["wounded", "wounded"],
  ["injured", "wounded"],
  ["hurt", "wounded"],
]);
const NOUNS: ReadonlyMap<string, Harm> = new Map([
  ["death", "killed"],
  ["fatality", "killed"],
  ["injury", "wounded"],
]);

/** Events in which people come to harm. */
const VIOLENT: ReadonlySet<EventType> = new Set(["ASSAULT", "PROTEST", "COERCE"]);

const LEAST = /\b(at least|more than|over|no fewer than|no less than|upwards of|a minimum of)( the)?\s*$/i;
const MOST = /\b(up to|as many as|fewer than|less than|at most|under)\s*$/i;
/** What is no count of people: "12 soldiers" is, "$12" and "12 of the dead's houses" are not. */
const NO_PEOPLE =
  /^(percent|per|%|day|week|month|year|hour|minute|kilometre|kilometer|mile|ton|tonne|house|home|building|vehicle|tank|aircraft|drone|missile|rocket|ship|time|attack|strike|km)s?$/i;

interface Count {
  readonly harm: Harm;
  readonly value: number;
  readonly least: boolean;
  /** Where the words that say so stand in the text. */
  readonly span: Span;
}

const isHarm = (tree: Tree, token: number): boolean =>
  VERBS.has(tree.lemma[token]) || STATES.has(tree.lemma[token]) || SUBJECT_HARMED.has(tree.lemma[token]);

/** A number before the noun, or the noun itself where it is a number: "12 people", "dozens" (none), "12 were killed". */
function numberTokenOf(tree: Tree, noun: number): number | undefined {
  if (numberOf(tree, noun) !== undefined) return noun;
  if (NO_PEOPLE.test(tree.lemma[noun])) return undefined;
  return childrenOf(tree, noun).find(
    (child) => tree.relation[child] === "nummod" && numberOf(tree, child) !== undefined,
  );
}

function countAt(tree: Tree, harm: Harm, token: number, word: number): Count | undefined {
  const { text, start, end, sentence, sentenceStart } = tree.analysis;
  const value = numberOf(tree, token) as number;
  const first = numberStart(tree, token);
  for (let at = token + 1; at < word; at += 1) if (isHarm(tree, at)) return undefined;
  const before = text.slice(start[sentenceStart[sentence[token]]], start[first]);
  if (MOST.test(before) || /([$€£]|\b[Nn]o)\s*$/.test(before)) return undefined;
  const least = LEAST.exec(before);
  const from = start[first] - (least?.[0].length ?? 0);
  const span: Span = [Math.min(from, start[word]), end[Math.max(token, word)]];
  return { harm, value, least: least !== null, span };
}

const isPassive = (tree: Tree, verb: number): boolean =>
  childrenOf(tree, verb).some((child) => tree.analysis.relation[child] === "nsubj:pass");

/** Those whom the verb harms: the object, the passive's subject, what a participle hangs on, the subject of "die". */
function harmedBy(tree: Tree, verb: number): number[] {
  const wanted = SUBJECT_HARMED.has(tree.lemma[verb]) ? "nsubj" : isPassive(tree, verb) ? "nsubj" : "obj";
  const direct = [...childrenOf(tree, verb)].filter((child) => tree.relation[child] === wanted);
  const head = tree.analysis.head[verb];
  const participle = tree.relation[verb] === "acl" && /VerbForm=Part/.test(tree.analysis.features[verb]) && head >= 0;
  if (direct.length === 0 && participle && /Tense=Past/.test(tree.analysis.features[verb])) return [head];
  if (direct.length === 0 && tree.relation[verb] === "conj") return sharedHarmed(tree, verb);
  return direct;
}

/** "12 people were killed and wounded" shares its subject; "12 were killed and 30 wounded" does not. */
function sharedHarmed(tree: Tree, verb: number): number[] {
  const before = verb - 1;
  const behind = numberBehind(tree, verb);
  if (behind !== undefined) return [behind];
  return before >= 0 && numberOf(tree, before) !== undefined ? [before] : [];
}

function byVerb(tree: Tree, token: number): Count | undefined {
  const lemma = tree.lemma[token];
  const harm = SUBJECT_HARMED.has(lemma) ? "killed" : VERBS.get(lemma);
  if (!harm || tree.analysis.upos[token] !== "VERB") return undefined;
  for (const harmed of harmedBy(tree, token)) {
    const number = numberTokenOf(tree, harmed);
    if (number !== undefined) return countAt(tree, harm, number, token);
    const single = singlePerson(tree, harm, harmed, token);
    if (single) return single;
  }
  return undefined;
}

const PERSONS: ReadonlySet<string> = new Set(
  (
    "man woman person child boy girl teenager baby civilian soldier serviceman officer policeman fighter militant " +
    "insurgent rebel guard sailor pilot contractor worker journalist doctor nurse driver farmer fisherman resident " +
    "villager protester demonstrator citizen student teacher general commander diplomat pensioner"
  ).split(" "),
);

/** "killed a man": one person without a number; undefined where others are named with them. */
function singlePerson(tree: Tree, harm: Harm, noun: number, verb: number): Count | undefined {
  if (!PERSONS.has(tree.lemma[noun])) return undefined;
  const children = [...childrenOf(tree, noun)];
  const article = children.find((child) => tree.relation[child] === "det" && /^an?$/.test(tree.lemma[child]));
  if (article === undefined || children.some((child) => tree.relation[child] === "conj")) return undefined;
  const { start, end } = tree.analysis;
  const span: Span = [start[Math.min(article, verb)], end[Math.max(noun, verb)]];
  return { harm, value: 1, least: false, span };
}

const HEDGES = /^(at|least|more|than|over|about|around|some|another|nearly|almost|up|to|as|many)$/;

/** The number of those whom a participle names that the tree takes for their attribute: "and injured 21 others". */
function numberBehind(tree: Tree, token: number): number | undefined {
  const { upos, sentence } = tree.analysis;
  if (!/^(amod|conj)$/.test(tree.relation[token]) || upos[token - 1] !== "CCONJ") return undefined;
  let at = token + 1;
  while (at < upos.length && sentence[at] === sentence[token] && HEDGES.test(tree.lemma[at])) at += 1;
  while (at < upos.length && sentence[at] === sentence[token] && /^(NUM|PUNCT)$/.test(upos[at])) {
    if (numberOf(tree, at) !== undefined) return NO_PEOPLE.test(tree.lemma[at + 1] ?? "") ? undefined : at;
    at += 1;
  }
  return undefined;
}

/** "left 12 people dead", "12 dead", "and 30 others wounded": the number stands right before the state. */
function byState(tree: Tree, token: number): Count | undefined {
  const { text, start, end, sentence, upos } = tree.analysis;
  const harm = STATES.get(text.slice(start[token], end[token]).toLowerCase());
  if (!harm) return undefined;
  const behind = numberBehind(tree, token);
  if (behind !== undefined) return countAt(tree, harm, behind, token);
  for (let at = token - 1; at >= Math.max(0, token - 3) && sentence[at] === sentence[token]; at -= 1) {
    if (numberOf(tree, at) !== undefined) return countAt(tree, harm, at, token);
    if (!/^(NOUN|ADJ|AUX|DET|PRON)$/.test(upos[at]) || NO_PEOPLE.test(tree.lemma[at])) return undefined;
  }
  return undefined;
}

const TAKES: ReadonlySet<string> = new Set(["claim", "cost", "take"]);

/** "claimed 12 lives". */
const isLifeTaken = (tree: Tree, token: number): boolean =>
  tree.lemma[token] === "life" && tree.relation[token] === "obj" && TAKES.has(tree.lemma[tree.analysis.head[token]]);

const MOUNTS: ReadonlySet<string> = new Set(["rise", "climb", "reach", "stand", "hit", "pass", "top", "mount", "jump"]);

/** "the death toll rose to 12": the number that a toll has reached. */
const totalAfter = (tree: Tree, verb: number): number | undefined =>
  verb >= 0 && MOUNTS.has(tree.lemma[verb])
    ? childrenOf(tree, verb).find((child) => child > verb && numberTokenOf(tree, child) === child)
    : undefined;

/** "12 deaths", "a death toll of 12", "claimed 12 lives". */
function byNoun(tree: Tree, token: number): Count | undefined {
  const harm = isLifeTaken(tree, token) ? "killed" : NOUNS.get(tree.lemma[token]);
  if (!harm || tree.analysis.upos[token] !== "NOUN") return undefined;
  const number = numberTokenOf(tree, token);
  if (number !== undefined) return countAt(tree, harm, number, token);
  const toll = tree.analysis.head[token];
  if (toll < 0 || tree.lemma[toll] !== "toll") return undefined;
  const total =
    childrenOf(tree, toll).find((child) => numberOf(tree, child) !== undefined) ??
    totalAfter(tree, tree.analysis.head[toll]);
  return total === undefined ? undefined : countAt(tree, harm, total, token);
}

/** Whether one of the two tokens stands above the other. */
function related(tree: Tree, one: number, other: number): boolean {
  const above = (from: number, top: number): boolean => {
    for (let token = from, steps = 0; token >= 0 && steps < 12; token = tree.analysis.head[token], steps += 1)
      if (token === top) return true;
    return false;
  };
  return above(one, other) || above(other, one);
}

/** The predicate whose subject, object or circumstance the token is; the token itself where it is none of these. */
function predicateOf(tree: Tree, base: number): number {
  const head = tree.analysis.head[base];
  return head >= 0 && /^(nsubj|obj|obl)$/.test(tree.relation[base]) ? head : base;
}

/** The toll that a death stands before: "the death toll from the attack"; else the token itself. */
function tollAbove(tree: Tree, token: number): number {
  const head = tree.analysis.head[token];
  return head >= 0 && tree.lemma[head] === "toll" ? head : token;
}

const VIOLENCE: ReadonlySet<string> = new Set(
  (
    "attack bombing war strike airstrike shooting massacre blast explosion raid assault clash offensive invasion conflict " +
    "battle ambush siege crash earthquake flood coup uprising riot"
  ).split(" "),
);

/** "after the attack that killed 3,000, …": the harm that a relative clause tells of another event. */
function isOfAnother(tree: Tree, token: number, base: number): boolean {
  const { head, relation } = tree.analysis;
  for (let at = token, steps = 0; at >= 0 && at !== base && steps < 12; at = head[at], steps += 1)
    if (relation[at] === "acl:relcl" && head[at] !== base && VIOLENCE.has(tree.lemma[head[at]])) return true;
  return false;
}

function countsOf(tree: Tree, base: number): Count[] {
  const sentence = tree.analysis.sentence[base];
  const predicate = predicateOf(tree, base);
  const counts: Count[] = [];
  for (
    let token = tree.analysis.sentenceStart[sentence];
    token < tree.analysis.sentenceStart[sentence + 1];
    token += 1
  ) {
    const count = byVerb(tree, token) ?? byState(tree, token) ?? byNoun(tree, token);
    if (count && related(tree, tollAbove(tree, token), predicate) && !isOfAnother(tree, token, base))
      counts.push(count);
  }
  return counts;
}

const spanOver = (counts: readonly Count[]): Span => [
  Math.min(...counts.map(({ span }) => span[0])),
  Math.max(...counts.map(({ span }) => span[1])),
];

/**
 * The dead and wounded that the event's sentence counts, the first number of each; undefined where it gives no number
 * ("dozens", "up to 12"). Only of violent events that are told as having happened.
 */
export function casualtiesOf(
  { tree }: Ground,
  { chain, meaning }: Candidate,
  status: Report["status"],
): Report["casualties"] {
  if (!VIOLENT.has(meaning.type) || (status !== "happened" && status !== "historical")) return undefined;
  const all = countsOf(tree, chain.base);
  const firsts = (["killed", "wounded"] as const).flatMap((harm) => all.find((count) => count.harm === harm) ?? []);
  if (firsts.length === 0) return undefined;
  return {
    ...Object.fromEntries(firsts.map(({ harm, value }) => [harm, value])),
    ...(firsts.some(({ least }) => least) && { atLeast: true }),
    span: spanOver(firsts),
  };
}
