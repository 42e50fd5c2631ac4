import type { Analysis } from "../../../schema/index.ts";
import { allHanging, attach, caseOf, hanging, isSubject, type Mend, type Work } from "./work.ts";

const PAST = new Set(["VBD", "VBN"]);
const SUBJECT_LIKE = new Set(["compound", "nmod", "nsubj", "nmod:poss", "amod"]);
const TELLING = new Set(["report", "say", "announce", "state", "confirm", "add", "claim", "tell"]);

const isFakeModifier = ({ analysis, relation }: Work, token: number): boolean =>
  relation[token] === "amod" && analysis.upos[token] === "VERB" && PAST.has(analysis.xpos[token]);

/** "has established relations", where the participle was taken for the noun's adjective: it is the predicate. */
function mendPerfect(work: Work, verb: number): boolean {
  const { analysis, head, relation } = work;
  const noun = head[verb];
  const have = head[noun];
  const between = verb - have;
  if (have < 0 || analysis.lemma[have] !== "have" || between < 1 || between > 2 || noun < verb) return false;
  if (relation[noun] !== "obj") return false;
  const others = allHanging(work, have).filter((child) => child !== noun);
  attach(work, verb, head[have], relation[have]);
  attach(work, have, verb, "aux");
  attach(work, noun, verb, "obj");
  for (const child of others) head[child] = verb;
  return true;
}

/** "has in return blamed Ost", where the participle was hung on the phrase before it: it is the predicate. */
export const mendParted: Mend = (work, verb) => {
  const { analysis, head, relation } = work;
  const noun = head[verb];
  const have = noun === verb - 1 ? head[noun] : -1;
  if (relation[verb] !== "acl" || analysis.xpos[verb] !== "VBN" || have < 0) return;
  const isBare = caseOf(work, noun) === have + 1 && relation[noun] === "obl";
  if (!isBare || analysis.lemma[have] !== "have") return;
  if (allHanging(work, have).some((child) => relation[child] === "obj")) return;
  const others = allHanging(work, have);
  attach(work, verb, head[have], relation[have]);
  attach(work, have, verb, "aux");
  for (const child of others) head[child] = verb;
};

/** "The United States imposed sanctions", read as one noun phrase: the sentence's only verb is its predicate. */
function mendOnly(work: Work, verb: number): boolean {
  const { analysis, head, relation } = work;
  const noun = head[verb];
  if (head[noun] >= 0 || noun < verb || analysis.upos[noun] !== "NOUN") return false;
  const left = hanging(work, noun, work.from, verb);
  const subject = left.findLast((child) => SUBJECT_LIKE.has(relation[child]));
  if (subject === undefined || analysis.upos[subject] === "ADJ" || analysis.upos[subject] === "VERB") return false;
  for (const child of left) if (child < subject && relation[child] !== "punct") head[child] = subject;
  attach(work, verb, -1, "root");
  attach(work, subject, verb, "nsubj");
  attach(work, noun, verb, "obj");
  for (const child of allHanging(work, noun)) if (relation[child] === "punct") head[child] = verb;
  return true;
}

/** "The presidents last held talks in May, the paper reported", where both subjects were given to the telling. */
function mendTold(work: Work, verb: number): boolean {
  const { analysis, head } = work;
  const noun = head[verb];
  const telling = noun < verb ? -1 : head[noun];
  if (telling < noun || !TELLING.has(analysis.lemma[telling])) return false;
  const subjects = allHanging(work, telling).filter((child) => isSubject(work, child));
  const first = subjects.find((child) => child < verb);
  if (first === undefined || !subjects.some((child) => child > noun)) return false;
  attach(work, verb, telling, "ccomp");
  attach(work, first, verb, "nsubj");
  attach(work, noun, verb, "obj");
  return true;
}

/** Past tenses that the parser took for adjectives of the noun behind them. */
export const mendPast: Mend = (work, token) => {
  if (isFakeModifier(work, token)) mendPerfect(work, token) || mendOnly(work, token) || mendTold(work, token);
};

/** "Ostish jets struck rebels", read as a noun with an adjective behind it that has an object: it is the predicate. */
export const mendBehindSubject: Mend = (work, verb) => {
  const { head, relation } = work;
  const noun = head[verb];
  if (!isFakeModifier(work, verb) || noun !== verb - 1 || relation[noun] !== "root") return;
  if (!allHanging(work, verb).some((child) => relation[child] === "obj" && child > verb)) return;
  attach(work, verb, -1, "root");
  for (const child of allHanging(work, noun)) if (child > verb) head[child] = verb;
  attach(work, noun, verb, "nsubj");
};

/** Participles that say what somebody is like or in what state; behind "was" they stand before a noun. */
const QUALITIES = new Set(
  "lead work live grow rise remain exist rule warr fight neighbour neighbor oppose surround visit outgo develop promise exciting interest follow last run stand serve act participate host sit".split(
    " ",
  ),
);

/** "was severing ties", "is imposing bans", taken for the adjective of what somebody is: it is the predicate. */
export const mendProgressive: Mend = (work, verb) => {
  const { analysis, head, relation } = work;
  const noun = head[verb];
  const be = noun > verb ? (allHanging(work, noun).find((child) => relation[child] === "cop") ?? -1) : -1;
  const isVerb = analysis.xpos[verb] === "VBG" && analysis.upos[verb] === "VERB";
  const imposing = analysis.lemma[verb] === "imposing" && analysis.upos[verb] === "ADJ";
  if (be < 0 || be > verb || verb - be > 3 || !(imposing || (isVerb && !QUALITIES.has(analysis.lemma[verb])))) return;
  const left = allHanging(work, noun).filter((child) => child < verb);
  // "is a grieving mother", "are Ostian fighting units": what somebody is
  if (left.some((child) => child > be && !/^(advmod|punct|aux)$/.test(relation[child])) || caseOf(work, noun) >= 0)
    return;
  attach(work, verb, head[noun], relation[noun]);
  attach(work, noun, verb, "obj");
  relation[be] = "aux";
  for (const child of left) head[child] = verb;
  for (const child of allHanging(work, noun))
    if (relation[child] === "punct" || /^(advcl|ccomp|conj)$/.test(relation[child])) head[child] = verb;
  work.lemma[verb] = imposing ? "impose" : work.lemma[verb];
  work.upos[verb] = "VERB";
};

/** Participles that stand before an infinitive as part of the predicate, with the verb that they are of. */
const BEFORE_INFINITIVE = new Map([
  ["threatening", "threaten"],
  ["set", "set"],
  ["slated", "slate"],
  ["expected", "expect"],
  ["scheduled", "schedule"],
]);

/** "is threatening to cut the aid", "are set to hold talks", where the participle was taken for an adjective. */
function mendPoised({ analysis, lemma, relation, upos }: Work, word: number, be: number): void {
  const verb = BEFORE_INFINITIVE.get(analysis.lemma[word]) ?? BEFORE_INFINITIVE.get(formOf(analysis, word));
  if (verb === undefined || upos[word] !== "ADJ") return;
  lemma[word] = verb;
  upos[word] = "VERB";
  if (relation[be] === "cop") relation[be] = "aux";
}

const formOf = ({ text, start, end }: Analysis, token: number): string =>
  text.slice(start[token], end[token]).toLowerCase();

/** What stands before "to" and an infinitive: "is going to attack" is to come, "is threatening to" threatens. */
export const mendBeforeInfinitive: Mend = (work, infinitive) => {
  const { analysis, head, lemma, relation } = work;
  const word = head[infinitive];
  const to = infinitive - 1;
  if (word < work.from || word !== to - 1 || lemma[to] !== "to" || relation[to] !== "mark") return;
  const be = hanging(work, word, work.from, word).find((child) => lemma[child] === "be");
  if (be === undefined) return;
  if (lemma[word] === "go" && analysis.xpos[word] === "VBG") lemma[word] = "plan";
  else mendPoised(work, word, be);
};
