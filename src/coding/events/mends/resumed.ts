import { allHanging, attach, caseOf, hanging, isSubject, type Mend, type Work } from "./work.ts";

const PAST = new Set(["VBD", "VBN"]);
const ASIDES = new Set(["acl:relcl", "appos", "acl"]);
const NAMES = new Set(["NOUN", "PROPN"]);
const SKIPPED = new Set(["ADV", "AUX"]);

const DASH = /^[-\u2013\u2014]+$/;
const parts = (mark: string): boolean => mark === "," || DASH.test(mark);

/** The verb right behind the comma or dash that ends an aside after the noun, or -1. */
function resuming({ analysis, to }: Work, aside: number): number {
  for (let comma = aside + 1; comma < to - 2; comma += 1) {
    if (!parts(analysis.lemma[comma])) continue;
    let at = comma + 1;
    while (at < to - 1 && SKIPPED.has(analysis.upos[at])) at += 1;
    if (analysis.upos[at] === "VERB" && PAST.has(analysis.xpos[at])) return at;
  }
  return -1;
}

/** Makes a verb the predicate of the sentence, with the noun that headed it as its subject. */
function predicate(work: Work, verb: number, subject: number): void {
  const { head, relation } = work;
  for (const child of allHanging(work, subject)) if (child > verb || relation[child] === "punct") head[child] = verb;
  attach(work, verb, -1, "root");
  attach(work, subject, verb, "nsubj");
}

/** "Ost, which lies inland, freed prisoners", where the verb was taken for the adjective of the noun behind it. */
function mendModifier(work: Work, noun: number, aside: number): boolean {
  const verb = resuming(work, aside);
  const object = verb < 0 ? -1 : work.head[verb];
  if (object <= verb || work.relation[verb] !== "amod" || caseOf(work, object) >= 0) return false;
  predicate(work, verb, noun);
  attach(work, object, verb, "obj");
  return true;
}

/** "Ost, which lies inland, and West held talks", where the verb was joined to that of the aside. */
function mendConjunct(work: Work, noun: number, aside: number): void {
  const { analysis, head, relation } = work;
  const verb = hanging(work, aside, aside, work.to).find(
    (child) => relation[child] === "conj" && analysis.upos[child] === "VERB",
  );
  const other = verb === undefined ? undefined : allHanging(work, verb).find((child) => isSubject(work, child));
  if (verb === undefined || other === undefined || other > verb) return;
  const and = hanging(work, other, aside, other).concat(hanging(work, verb, aside, other));
  const joins = and.some((child) => analysis.lemma[child] === "and" && parts(analysis.lemma[child - 1]));
  if (!joins || !NAMES.has(analysis.upos[other])) return;
  predicate(work, verb, noun);
  attach(work, other, noun, "conj");
  for (const child of and) if (relation[child] === "cc") head[child] = other;
}

const BESIDE = new Set(["parataxis", "acl", "conj", "ccomp"]);

/** "Ost — long a critic of the plan — rejected it", where the verb was set beside the noun or the aside. */
function mendBeside(work: Work, noun: number, aside: number): boolean {
  const { analysis, head, relation } = work;
  const verb = resuming(work, aside);
  if (verb < 0 || !BESIDE.has(relation[verb]) || (head[verb] !== noun && head[verb] !== aside)) return false;
  const children = allHanging(work, verb);
  const isActive = analysis.xpos[verb] === "VBD" || children.some((child) => relation[child] === "obj" && child > verb);
  if (!isActive || children.some((child) => isSubject(work, child))) return false;
  predicate(work, verb, noun);
  return true;
}

/** A sentence read as one noun with an aside, though a verb resumes it behind the aside. */
export const mendResumed: Mend = (work, noun) => {
  const { analysis, relation } = work;
  if (!NAMES.has(analysis.upos[noun]) || caseOf(work, noun) >= 0 || noun - work.from > 8) return;
  const isAdverb = analysis.upos[noun + 2] === "ADV" && parts(analysis.lemma[noun + 3] ?? "");
  const aside = isAdverb
    ? noun + 2
    : hanging(work, noun, noun + 1, work.to).find((child) => ASIDES.has(relation[child]));
  if (aside === undefined || !analysis.lemma.slice(noun + 1, aside).some(parts)) return;
  if (!mendModifier(work, noun, aside) && !mendBeside(work, noun, aside)) mendConjunct(work, noun, aside);
};

const TELLING = new Set(["report", "say", "announce", "state", "confirm", "add", "claim", "tell"]);

/** "Ostish jets violated the airspace, the agency said", where both subjects were given to the telling. */
export const mendTwoSubjects: Mend = (work, verb) => {
  const { analysis, head, relation } = work;
  const noun = head[verb];
  const telling = noun < 0 || noun > verb || !isSubject(work, noun) ? -1 : head[noun];
  if (telling < verb || !TELLING.has(analysis.lemma[telling]) || !PAST.has(analysis.xpos[verb])) return;
  const isTeller = (child: number): boolean => child > verb && isSubject(work, child);
  const hasObject = allHanging(work, verb).some((child) => relation[child] === "obj" && child > verb);
  if (!hasObject || !hanging(work, telling, verb, telling).some(isTeller)) return;
  attach(work, verb, telling, "ccomp");
  attach(work, noun, verb, "nsubj");
};

/** "Ost forced down a plane, officials said", where both subjects were given to the telling over the other verb. */
export const mendSaid: Mend = (work, verb) => {
  const { analysis, head } = work;
  const telling = head[verb];
  if (telling < verb || !TELLING.has(analysis.lemma[telling]) || !PAST.has(analysis.xpos[verb])) return;
  if (allHanging(work, verb).some((child) => isSubject(work, child))) return;
  const subjects = allHanging(work, telling).filter((child) => isSubject(work, child));
  const [subject] = subjects;
  if (subject === undefined || subject > verb || !subjects.some((child) => child > verb)) return;
  attach(work, subject, verb, "nsubj");
  attach(work, verb, telling, "ccomp");
};

const OFF = new Set(
  "call write cut lay fend break ward sell seal brush put stave fight hold pay kick rip lead".split(" "),
);

/** "called off the blockade", "wrote off the debt", where the particle was taken for a preposition. */
export const mendOff: Mend = (work, token) => {
  const { analysis, head, relation } = work;
  const noun = head[token];
  const verb = token - 1;
  if (analysis.lemma[token] !== "off" || verb < work.from || head[noun] !== verb || !OFF.has(analysis.lemma[verb]))
    return;
  if (!relation[noun].startsWith("obl")) return;
  attach(work, token, verb, "compound:prt");
  attach(work, noun, verb, "obj");
};

/** "ruled out neighbouring Ost", where the participle was taken for a preposition. */
export const mendNeighbouring: Mend = (work, token) => {
  const { analysis, head, relation } = work;
  const noun = head[token];
  if (!/^neighbou?r/.test(analysis.lemma[token]) || noun < token) return;
  relation[token] = "amod";
  if (caseOf(work, noun) < 0 && relation[noun].startsWith("obl")) relation[noun] = "obj";
};
