import { attach, hanging, type Mend } from "./work.ts";

/** Words that are adjectives as often as verbs. */
const EITHER = new Set(["free", "open", "clear", "arm"]);

/** "wants Ost to free two prisoners", where the verb was taken for what the prisoners are like. */
export const mendInfinitive: Mend = (work, word) => {
  const { analysis, head, relation, upos } = work;
  const noun = head[word];
  const to = word - 1;
  if (!EITHER.has(analysis.lemma[word]) || noun <= word || to < work.from || analysis.lemma[to] !== "to") return;
  const above = head[noun];
  if (head[to] !== noun || above < 0 || !/^(nmod|obl)$/.test(relation[noun])) return;
  const verb = relation[above].startsWith("obj") ? head[above] : above;
  if (verb < 0 || analysis.upos[verb] !== "VERB") return;
  for (const child of hanging(work, noun, work.from, word)) if (child < to) return;
  attach(work, word, verb, "xcomp");
  attach(work, to, word, "mark");
  attach(work, noun, word, "obj");
  upos[word] = "VERB";
};
