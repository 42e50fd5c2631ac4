import { allHanging, type Mend } from "./work.ts";

const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ["$", "dollar"],
  ["€", "euro"],
  ["£", "pound"],
]);

/** "gave $3 million": the sign is the money that is given, as its word would be. */
export const mendMoney: Mend = ({ analysis, lemma }, token) => {
  const word = analysis.upos[token] === "SYM" && CURRENCIES.get(analysis.lemma[token]);
  if (word) lemma[token] = word;
};

/** "will free 500 prisoners", where the verb was taken for an adjective: no adjective has "will" and an object. */
export const mendAuxiliary: Mend = (work, token) => {
  const { analysis, relation, upos } = work;
  if (analysis.upos[token] !== "ADJ" || token === work.from) return;
  const children = allHanging(work, token);
  const future = children.some((child) => relation[child] === "aux" && analysis.xpos[child] === "MD");
  if (future && children.some((child) => relation[child] === "obj" && child > token)) upos[token] = "VERB";
};
