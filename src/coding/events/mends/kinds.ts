import { allHanging, attach, caseOf, isSubject, type Mend } from "./work.ts";

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

const AUXILIARIES = new Set("be have do will would shall should can could may might must get let need dare".split(" "));

/** "imposed targeted sanctions", where the verb was taken for the auxiliary of the participle behind it: that is the noun's. */
export const mendTargeted: Mend = (work, token) => {
  const { analysis, head, relation } = work;
  const participle = token + 1;
  if (!/^VB[DZP]$/.test(analysis.xpos[token]) || AUXILIARIES.has(analysis.lemma[token])) return;
  if (head[token] !== participle || !analysis.xpos[participle].startsWith("VB")) return;
  const noun = allHanging(work, participle).find((child) => relation[child] === "obj" && child > participle);
  if (noun === undefined) return;
  for (const child of allHanging(work, participle)) head[child] = token;
  attach(work, token, head[participle], relation[participle]);
  attach(work, participle, noun, "amod");
};

/** "were killed in fighting between Ost and Mark", where the noun was taken for a verb. */
export const mendFighting: Mend = (work, token) => {
  const { analysis, head, lemma, relation, upos } = work;
  if (upos[token] !== "VERB" || lemma[token] !== "fight" || analysis.xpos[token] !== "VBG") return;
  const children = allHanging(work, token);
  const sides = children.find((child) => {
    const preposition = relation[child] === "obl" ? caseOf(work, child) : -1;
    return preposition > token && lemma[preposition] === "between";
  });
  const mark = children.find((child) => relation[child] === "mark");
  if (sides === undefined || mark === undefined) return;
  upos[token] = "NOUN";
  lemma[token] = "fighting";
  relation[token] = upos[head[token]] === "VERB" ? "obl" : "nmod";
  attach(work, mark, token, "case");
  attach(work, sides, token, "nmod");
};

const COUNTED = new Set(["ten", "dozen", "score", "hundred", "thousand", "million", "group", "number", "crowd"]);

/** "thousands of protesting farmers", where the participle was taken for a clause: it is the farmers'. */
export const mendCounted: Mend = (work, token) => {
  const { analysis, head, lemma, relation } = work;
  if (analysis.xpos[token] !== "VBG" || lemma[token - 1] !== "of" || !COUNTED.has(lemma[head[token]])) return;
  const children = allHanging(work, token);
  const counted = children.find((child) => relation[child] === "obj" && child > token);
  if (counted === undefined || allHanging(work, counted).some((child) => child < counted)) return;
  attach(work, counted, head[token], "nmod");
  attach(work, token - 1, counted, "case");
  attach(work, token, counted, "amod");
};

const INVERTING = new Set(["should", "had", "were"]);
const ASKING_OR_DENYING = /^(nor|neither|so|only|not|never|why|what|how|when|where|who|whom|which|than)$/;

/** "would cut the gas should Ost seize the firm": an auxiliary before its subject says "if". */
export const mendInverted: Mend = (work, token) => {
  const { analysis, head, lemma, relation, upos } = work;
  const verb = head[token];
  const word = analysis.text.slice(analysis.start[token], analysis.end[token]).toLowerCase();
  if (!INVERTING.has(word) || verb < token || analysis.text[analysis.end[work.to - 1] - 1] === "?") return;
  if (token > work.from && ASKING_OR_DENYING.test(analysis.lemma[token - 1].toLowerCase())) return;
  const subjects = allHanging(work, verb).filter((child) => isSubject(work, child));
  if (subjects.length === 0 || subjects.some((subject) => subject < token)) return;
  lemma[token] = "if";
  upos[token] = "SCONJ";
  relation[token] = "mark";
  if (/^(ccomp|csubj|conj|parataxis)$/.test(relation[verb])) relation[verb] = "advcl";
};
