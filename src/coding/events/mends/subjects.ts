import { allHanging, attach, caseOf, FINITE, hanging, isSubject, type Mend, type Work } from "./work.ts";

const NAMES = new Set(["NOUN", "PROPN"]);

const hasSubject = (work: Work, verb: number): boolean =>
  allHanging(work, verb).some((child) => isSubject(work, child));

/** "Moscow, Beijing hold talks": nobody is addressed in a headline; whoever stands before the verb is its subject. */
export const mendVocative: Mend = (work, name) => {
  const verb = work.head[name];
  if (work.relation[name] === "vocative" && verb > name && !hasSubject(work, verb)) work.relation[name] = "nsubj";
};

/** "Ost summons the ambassador", where the name was joined to its verb as if both were one noun. */
export const mendJoinedName: Mend = (work, name) => {
  const { analysis, head, relation } = work;
  const verb = head[name];
  if (relation[name] !== "compound" || verb < name || !NAMES.has(analysis.upos[name])) return;
  if (analysis.upos[verb] !== "VERB" || !FINITE.has(analysis.xpos[verb]) || hasSubject(work, verb)) return;
  const left = hanging(work, verb, work.from, verb).filter((child) => relation[child] !== "punct");
  if (left.at(-1) !== name) return;
  for (const child of left) if (child < name && relation[child] !== "advmod") head[child] = name;
  relation[name] = "nsubj";
};

/** "Ost struck targets", where the name before the verb was joined to the object behind it. */
export const mendCrossed: Mend = (work, name) => {
  const { analysis, head, relation } = work;
  const noun = head[name];
  const verb = head[noun];
  if (relation[name] !== "compound" || analysis.upos[name] !== "PROPN" || verb <= name || verb >= noun) return;
  if (analysis.upos[verb] !== "VERB" || !FINITE.has(analysis.xpos[verb]) || hasSubject(work, verb)) return;
  const isDirect = hanging(work, verb, name, verb).every((child) => /^(aux|advmod|punct)/.test(relation[child]));
  if (isDirect) attach(work, name, verb, "nsubj");
};

const AFTER = new Set(["after", "before", "since", "until", "as", "while"]);

/** "thanked Ost after an attack killed ten", read as "after an attack": what stands before its verb is its subject. */
export const mendAfter: Mend = (work, verb) => {
  const { analysis, relation, head } = work;
  const above = head[verb];
  if (relation[verb] !== "advcl" || above < 0 || above > verb || analysis.upos[verb] !== "VERB") return;
  const before = hanging(work, verb, above, verb);
  const noun = hanging(work, above, above, verb)
    .concat(before)
    .findLast((child) => /^obl/.test(relation[child]));
  const word = noun === undefined ? -1 : caseOf(work, noun);
  if (noun === undefined || word < 0 || !AFTER.has(analysis.lemma[word].toLowerCase())) return;
  if (!before.every((child) => child === noun || /^(aux|advmod)/.test(relation[child]))) return;
  const finite = FINITE.has(analysis.xpos[verb]) || before.some((child) => relation[child].startsWith("aux"));
  // "struck their country", tagged as a participle: none of those has an object
  if (!finite && !allHanging(work, verb).some((child) => relation[child] === "obj" && child > verb)) return;
  for (let token = noun + 1; token < verb; token += 1) if (analysis.lemma[token] === ",") return;
  attach(work, noun, verb, before.some((child) => relation[child] === "aux:pass") ? "nsubj:pass" : "nsubj");
  attach(work, word, verb, "mark");
};

/** Verbs that take no object where one of the prepositions stands behind them. */
const INTRANSITIVE = new Set(["call", "vote", "appeal", "press", "push", "lobby", "campaign"]);
/** Verbs that take none at all: a passive subject of theirs is a slip. */
const OBJECTLESS = new Set(
  "confer clash agree respond retaliate protest march rally travel arrive consult negotiate cooperate collaborate talk speak react comply object sympathise sympathize mediate intervene abstain intercede barter compromise coordinate insist partner side haggle bargain interfere meddle retreat compete interact coexist skirmish feud quarrel team liaise converge concur differ apologise apologize relent balk yield capitulate".split(
    " ",
  ),
);
const CALLED_OFF = new Set(["call", "back"]);
const BEHIND = new Set(["for", "on", "upon", "against", "to"]);
/** Verbs whose subject is who will do what the infinitive behind them says. */
const RESOLVING = new Set(
  "threaten vow pledge promise agree refuse decline decide attempt seek try continue begin start fail hope intend plan want volunteer consent struggle hasten".split(
    " ",
  ),
);

const ON = new Set(["on", "upon"]);

/** "called on the minister": without anything that is asked of him, he is visited. */
const isCallingIn = (work: Work, verb: number): boolean =>
  ON.has(work.analysis.lemma[verb + 1]) &&
  !allHanging(work, verb).some((child) => child > verb && /^(advcl|xcomp|ccomp)$/.test(work.relation[child]));

const hasInfinitive = (work: Work, verb: number): boolean =>
  allHanging(work, verb).some((child) => child > verb && work.relation[child] === "xcomp");

/** "Ost is prepared to talk", taken for a passive of what is an adjective: it is what somebody is. */
export const mendState: Mend = (work, subject) => {
  const { relation, head, upos } = work;
  const state = head[subject];
  if (relation[subject] !== "nsubj:pass" || state < 0 || upos[state] !== "ADJ") return;
  relation[subject] = "nsubj";
  for (const child of allHanging(work, state)) if (relation[child] === "aux:pass") relation[child] = "cop";
};

/** "Ost called for talks", taken for a passive: without an auxiliary the subject is who calls. */
export const mendCalled: Mend = (work, subject) => {
  const { analysis, relation, head } = work;
  const verb = head[subject];
  if (relation[subject] !== "nsubj:pass" || verb < subject) return;
  const calls = INTRANSITIVE.has(analysis.lemma[verb]) && BEHIND.has(analysis.lemma[verb + 1]);
  const ends = CALLED_OFF.has(analysis.lemma[verb]) && analysis.lemma[verb + 1] === "off";
  const resolves = RESOLVING.has(analysis.lemma[verb]) && hasInfinitive(work, verb);
  if (!OBJECTLESS.has(analysis.lemma[verb]) && !resolves && !ends && (!calls || isCallingIn(work, verb))) return;
  if (!allHanging(work, verb).some((child) => relation[child].startsWith("aux"))) relation[subject] = "nsubj";
};

/** "called on the minister to discuss the crisis": nothing is asked of him. */
const TALKING = new Set(["discuss", "congratulate", "brief", "review", "exchange", "apprise"]);

/** "A panel led by a senator called on Ost to …", read as what the noun is like: the sentence's only verb is its predicate. */
export const mendCaller: Mend = (work, verb) => {
  const { analysis, head, from, to } = work;
  if (!INTRANSITIVE.has(analysis.lemma[verb]) || !BEHIND.has(analysis.lemma[verb + 1])) return;
  if (ON.has(analysis.lemma[verb + 1]) && allHanging(work, verb).some((child) => TALKING.has(analysis.lemma[child])))
    return;
  if (!/^VB[DN]$/.test(analysis.xpos[verb]) || isSubject(work, verb)) return;
  let top = head[verb];
  while (top >= 0 && head[top] >= 0) top = head[top];
  if (top < from || top > verb || !/^(NOUN|PROPN)$/.test(analysis.upos[top]) || caseOf(work, top) >= 0) return;
  for (let token = from; token < to; token += 1)
    if (token !== verb && (FINITE.has(analysis.xpos[token]) || analysis.xpos[token] === "MD")) return;
  for (const child of allHanging(work, top)) if (child > verb) head[child] = verb;
  attach(work, verb, -1, "root");
  attach(work, top, verb, "nsubj");
};

/** Those to whom something is done or brought, no deeds: what "by" names behind them is the passive's agent. */
const PERSONS = new Set(
  "ambassador diplomat minister ministry embassy government official president leader envoy side authority country side attache consul counterpart".split(
    " ",
  ),
);

/** "was handed to the ambassador by the ministry", where the agent was hung on the ambassador. */
export const mendAgent: Mend = (work, agent) => {
  const { analysis, relation, head } = work;
  const by = relation[agent] === "nmod" ? caseOf(work, agent) : -1;
  if (by < 0 || analysis.lemma[by] !== "by") return;
  const noun = head[agent];
  const verb = head[noun];
  const isPerson = analysis.upos[noun] === "PROPN" || PERSONS.has(analysis.lemma[noun]);
  if (verb < 0 || !isPerson || !/^(obl|iobj|obj)/.test(relation[noun])) return;
  if (allHanging(work, verb).some((child) => relation[child] === "aux:pass")) attach(work, agent, verb, "obl");
};
