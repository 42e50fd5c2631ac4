import { allHanging, attach, FINITE, hanging, type Mend, type Work } from "./work.ts";

/** Whether a verb is an infinitive: "would meet", "to meet". */
const isBare = (work: Work, verb: number): boolean =>
  work.analysis.xpos[verb] === "VB" &&
  hanging(work, verb, work.from, verb).some(
    (child) =>
      (work.relation[child] === "aux" && work.analysis.xpos[child] === "MD") ||
      (work.relation[child] === "mark" && work.analysis.lemma[child] === "to"),
  );

/** A past tense; or what the parser took for a participle, with no auxiliary of its own. */
const isPast = (work: Work, verb: number): boolean =>
  work.analysis.xpos[verb] === "VBD" ||
  (work.analysis.xpos[verb] === "VBN" && !allHanging(work, verb).some((child) => /^aux/.test(work.relation[child])));

/** "said it would talk and accused Mark": a past tense is not joined to an infinitive, but to the verb above it. */
export const mendJoinedPast: Mend = (work, verb) => {
  const { analysis, relation, head, upos } = work;
  if (relation[verb] !== "conj" || upos[verb] !== "VERB" || !isPast(work, verb)) return;
  if (head[verb] < 0 || head[verb] > verb || !isBare(work, head[verb])) return;
  for (
    let above = head[head[verb]], steps = 0;
    above >= 0 && above < verb && steps < 20;
    above = head[above], steps += 1
  )
    if (FINITE.has(analysis.xpos[above]) && upos[above] === "VERB") {
      attach(work, verb, above, "conj");
      return;
    }
};

const APPROACHING = new Set("approach contact telephone phone call lobby petition email message text visit".split(" "));

/** "approached Ost asking for help": whoever approaches asks, not whom he approaches. */
export const mendAsking: Mend = (work, verb) => {
  const { analysis, relation, head, lemma } = work;
  const above = head[verb];
  if (analysis.xpos[verb] !== "VBG" || above < 0 || above > verb || !APPROACHING.has(lemma[above])) return;
  if (allHanging(work, above).some((child) => relation[child] === "obj")) attach(work, verb, above, "advcl");
};

const TELLING = new Set("tell assure inform remind warn notify".split(" "));

/** "that" read as the object of a clause that has another: it only joins the clause to what is above. */
const isIdle = (work: Work, clause: number, that: number): boolean =>
  work.relation[that] === "obj" &&
  allHanging(work, clause).some((child) => child > clause && work.relation[child] === "obj");

/** "told reporters that Mark must leave", where what is told was hung on who is told it. */
export const mendTold: Mend = (work, clause) => {
  const { analysis, relation, head, lemma } = work;
  const hearer = head[clause];
  if (hearer < 0 || hearer > clause || !/^i?obj$/.test(relation[hearer]) || !TELLING.has(lemma[head[hearer]])) return;
  const that = hanging(work, clause, hearer, clause).find((child) => analysis.lemma[child] === "that") ?? -1;
  if (that < 0 || !(relation[that] === "mark" || isIdle(work, clause, that))) return;
  attach(work, clause, head[hearer], "ccomp");
  relation[that] = "mark";
};

/** "Not to be outdone, Ost met Mark", where the main verb was denied: what is not to be is the infinitive. */
export const mendNotTo: Mend = (work, not) => {
  const { analysis, relation, head } = work;
  const to = not + 1;
  if (analysis.lemma[not] !== "not" || to >= work.to || analysis.lemma[to] !== "to" || relation[to] !== "mark") return;
  if (head[to] > to && head[not] > head[to]) attach(work, not, head[to], "advmod");
};
