import { allHanging, attach, caseOf, type Mend, type Work } from "./work.ts";

/** Whether "and" opens the phrase of a word: all that stands between it and the word hangs there. */
function isJoined({ head, relation }: Work, from: number, to: number): boolean {
  const isInside = (token: number): boolean => {
    let at = token;
    for (let steps = 0; at > from && at < to && steps < 6; steps += 1) at = head[at];
    return at === to;
  };
  let first = to;
  while (first - 1 > from && isInside(first - 1)) first -= 1;
  return relation[first] === "cc";
}

/** "Smith and the Danish prime minister Ida Brown", where the second was read as what the first is: "and" joins two. */
export const mendSecondName: Mend = (work, name) => {
  const { relation, head, upos } = work;
  const first = head[name];
  if (relation[name] !== "appos" || first < work.from || first > name || upos[name] !== "PROPN") return;
  if (isJoined(work, first, name)) relation[name] = "conj";
};

const OFFICES = new Set("president minister king queen chancellor premier leader emperor sultan emir ruler".split(" "));

/** "President of Ost John Doe and President of West Ida Brown", where the second was joined to the first one's name. */
export const mendSecondHolder: Mend = (work, office) => {
  const { relation, head, lemma } = work;
  const name = head[office];
  const first = name < 0 ? -1 : head[name];
  if (relation[office] !== "conj" || relation[name] !== "nmod" || first < work.from || first > name) return;
  if (!OFFICES.has(lemma[office]) || !OFFICES.has(lemma[first]) || caseOf(work, office) >= 0) return;
  if (allHanging(work, office).some((child) => relation[child] === "nmod")) attach(work, office, first, "conj");
};
