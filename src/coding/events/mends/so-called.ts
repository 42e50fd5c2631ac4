import { allHanging, attach, caseOf, isSubject, type Mend, type Work } from "./work.ts";

const SAYING = new Set("say claim believe allege think suspect insist assume".split(" "));
const NAMING = new Set("call term describe dub label brand identify".split(" "));
/** Of a breach the words behind it say what is broken, not by whom. */
const BREACHES = new Set(["breach", "violation", "infringement"]);
const NAMED = new Set("obj obl ccomp xcomp acl iobj acl:relcl".split(" "));

/** The noun by which a clause names a thing: "it said was a raid", "he called a raid", "they described as a raid"; or -1. */
function namedBy(work: Work, clause: number, what: number): number {
  const { analysis, lemma, relation, upos } = work;
  const isCopula = (child: number): boolean => relation[child] === "cop";
  const fits = (noun: number): boolean => {
    if (noun <= clause || BREACHES.has(lemma[noun]) || !NAMED.has(relation[noun]) || !/^(NOUN|PROPN)$/.test(upos[noun]))
      return false;
    if (SAYING.has(lemma[clause])) return allHanging(work, noun).some(isCopula);
    const word = caseOf(work, noun);
    return word < 0 || analysis.lemma[word] === "as";
  };
  return [...allHanging(work, clause), ...allHanging(work, what)].find(fits) ?? -1;
}

/** "attacked what they said were two ships": the thing stands where "what" does, and who names it so beside it. */
export const mendSoCalled: Mend = (work, what) => {
  const { analysis, head, lemma, relation } = work;
  if (analysis.lemma[what].toLowerCase() !== "what" || head[what] < 0 || head[what] > what) return;
  const clause = allHanging(work, what).find((child) => SAYING.has(lemma[child]) || NAMING.has(lemma[child])) ?? -1;
  if (clause < what || !allHanging(work, clause).some((child) => isSubject(work, child) && child > what)) return;
  const noun = namedBy(work, clause, what);
  if (noun < 0) return;
  for (const child of allHanging(work, noun))
    if (child < noun && /^(cop|case|mark|aux)$/.test(relation[child])) attach(work, child, clause, "advmod");
  const preposition = caseOf(work, what);
  attach(work, noun, head[what], relation[what]);
  if (preposition >= 0) head[preposition] = noun;
  attach(work, clause, noun, "parataxis");
  attach(work, what, clause, "obj");
};
