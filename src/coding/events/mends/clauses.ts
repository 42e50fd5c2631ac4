import { allHanging, attach, caseOf, hanging, type Mend, type Work } from "./work.ts";

const CLAUSES = new Set(["advcl", "xcomp", "acl", "conj"]);
const PREPOSITIONS = new Set(
  "with to by for against from of on at in into near toward towards across over between".split(" "),
);
/** Verbs done to a guest: "meets visiting Minister Kono". */
const RECEIVING = new Set("meet receive host welcome greet see brief thank congratulate embrace".split(" "));

const NOUNS = new Set(["NOUN", "PROPN"]);
const DESCRIBING = new Set(["visit", "neighbour", "neighbor"]);

/** "talks with visiting Minister Kono", where the participle was taken for a clause: it is the noun's. */
export const mendVisiting: Mend = (work, verb) => {
  const { analysis, relation, head } = work;
  if (!DESCRIBING.has(analysis.lemma[verb]) || analysis.xpos[verb] !== "VBG" || !CLAUSES.has(relation[verb])) return;
  const before = verb - 1;
  if (before < work.from) return;
  const joined = PREPOSITIONS.has(analysis.lemma[before].toLowerCase()) && head[before] === verb;
  const coordinated = relation[verb] === "conj" && head[before] === verb && relation[before] === "cc";
  const isNext = analysis.lemma[verb] !== "visit" || RECEIVING.has(analysis.lemma[before]);
  const received = before === head[verb] && isNext;
  const noun = hanging(work, verb, verb, work.to).find((child) => relation[child] === "obj");
  if ((!joined && !received && !coordinated) || noun === undefined) return;
  for (const child of allHanging(work, verb))
    if (child !== noun) head[child] = /^(advcl|xcomp)$/.test(relation[child]) ? head[verb] : noun;
  // "the governments of Ost and neighbouring Mark"
  const beside = coordinated && analysis.upos[head[verb]] === "VERB" && NOUNS.has(analysis.upos[before - 1]);
  const above = beside && before - 1 > head[verb] ? before - 1 : head[verb];
  const below = NOUNS.has(analysis.upos[above]) ? "nmod" : "obl";
  attach(work, noun, above, coordinated ? "conj" : received ? "obj" : below);
  if (joined) attach(work, before, noun, "case");
  attach(work, verb, noun, "amod");
};

const TRIES = new Set(["attempt", "effort", "bid", "move", "push", "plan", "proposal", "demand", "refusal"]);

/** "rejected the attempt of A to restore …", where the infinitive was hung on the verb: it says what A attempts. */
export const mendAttempt: Mend = (work, infinitive) => {
  const { analysis, relation, head } = work;
  if (!/^(advcl|xcomp)$/.test(relation[infinitive])) return;
  const verb = head[infinitive];
  const isTo = hanging(work, infinitive, work.from, infinitive).some((child) => analysis.lemma[child] === "to");
  if (verb < 0 || verb > infinitive || !isTo) return;
  const noun = hanging(work, verb, verb, work.to).find(
    (child) => relation[child] === "obj" && child < infinitive && TRIES.has(analysis.lemma[child]),
  );
  if (noun !== undefined) attach(work, infinitive, noun, "acl");
};

/** "for test-firing a missile", where the first half of the word was taken for a phrase of its own. */
export const mendHyphened: Mend = (work, noun) => {
  const { analysis, relation, head } = work;
  const verb = noun + 2;
  if (verb >= work.to || head[noun] !== verb || analysis.lemma[noun + 1] !== "-" || relation[noun] !== "obl") return;
  const preposition = caseOf(work, noun);
  if (analysis.xpos[verb] !== "VBG" || preposition < 0) return;
  attach(work, preposition, verb, "mark");
  attach(work, noun, verb, "compound");
};

const isAbove = ({ head }: Work, above: number, token: number): boolean => {
  for (let at = head[token], steps = 0; at >= 0 && steps < 50; at = head[at], steps += 1) if (at === above) return true;
  return false;
};

const POSTNOMINAL = new Set("opposed loyal allied linked tied close hostile sympathetic affiliated".split(" "));

/** "rebels opposed to the king", "troops stationed in Ost": what stands right behind a participle is the participle's. */
export const mendParticiple: Mend = (work, noun) => {
  const { analysis, relation, head } = work;
  const preposition = /^(obl|nmod)$/.test(relation[noun]) ? caseOf(work, noun) : -1;
  const participle = preposition - 1;
  if (participle < work.from || head[noun] === participle || head[noun] > participle) return;
  const isParticiple = analysis.xpos[participle] === "VBN" && relation[participle] === "acl";
  const isLoose =
    POSTNOMINAL.has(analysis.lemma[participle].toLowerCase()) && /^(acl|amod)$/.test(relation[participle]);
  if (!isParticiple && !isLoose) return;
  if (hanging(work, participle, participle, work.to).length > 0 || !isAbove(work, head[noun], participle)) return;
  attach(work, noun, participle, "obl");
};

const HYPHEN = /^[-\u2010\u2011]$/;
const NOMINAL = new Set(["NOUN", "PROPN"]);

/** "a network for Ost-backed rebels", where the participle was taken for a verb: it is the noun's behind it. */
export const mendBacked: Mend = (work, verb) => {
  const { analysis, relation, head } = work;
  const name = verb - 2;
  if (analysis.upos[verb] !== "VERB" || name <= work.from || !HYPHEN.test(analysis.lemma[verb - 1])) return;
  if (!/^VB[ND]$/.test(analysis.xpos[verb]) || analysis.end[verb - 1] !== analysis.start[verb]) return;
  const noun = hanging(work, verb, verb, work.to).find((child) => relation[child] === "obj");
  const before = [...hanging(work, name, work.from, name), ...hanging(work, verb, work.from, name)];
  const preposition = before.find((child) => /^(case|mark)$/.test(relation[child]));
  if (noun === undefined || preposition === undefined || preposition <= work.from) return;
  const above = preposition - 1;
  const onNoun = NOMINAL.has(analysis.upos[above]) && above !== head[verb];
  attach(work, noun, onNoun ? above : head[verb], onNoun ? "nmod" : "obl");
  attach(work, preposition, noun, "case");
  attach(work, verb, noun, "amod");
  attach(work, name, verb, "compound");
};
