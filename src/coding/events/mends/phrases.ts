import { allHanging, attach, caseOf, hanging, isSubject, type Mend, type Work } from "./work.ts";

/** "between the neighbours Ost and West", where the names were hung beside the noun that they explain. */
export const mendApposed: Mend = (work, name) => {
  const { analysis, relation, head } = work;
  const noun = name - 1;
  if (relation[name] !== "nmod" || analysis.upos[name] !== "PROPN" || noun < work.from) return;
  const beside = analysis.upos[noun] === "NOUN" && head[noun] === head[name] && /^(nmod|obl)$/.test(relation[noun]);
  if (beside && caseOf(work, name) < 0) attach(work, name, noun, "appos");
};

/** People who are sent or come from somewhere. */
const PEOPLE = new Set(
  "ambassador representative minister official delegation envoy diplomat leader mediator negotiator soldier troop fighter expert delegate lawmaker counterpart president".split(
    " ",
  ),
);
const WHENCE = new Set(["from", "of"]);

/** "met with ambassadors from Ost and West", where the states were hung on the verb. */
export const mendOrigin: Mend = (work, noun) => {
  const { analysis, relation, head } = work;
  const preposition = relation[noun] === "obl" ? caseOf(work, noun) : -1;
  if (preposition <= work.from || !WHENCE.has(analysis.lemma[preposition])) return;
  const people = preposition - 1;
  if (!PEOPLE.has(analysis.lemma[people]) || head[people] !== head[noun]) return;
  if (/^(obl|obj|nsubj)/.test(relation[people])) attach(work, noun, people, "nmod");
};

/** "closing its border with Ost and Mark sealing hers", where Mark was joined to Ost: it is who seals. */
export const mendSharedVerb: Mend = (work, name) => {
  const { analysis, relation, head } = work;
  const verb = name + 1;
  if (verb >= work.to || relation[name] !== "conj" || head[verb] === name || head[verb] === -1) return;
  if (analysis.upos[name] !== "PROPN" || analysis.xpos[verb] !== "VBG" || !/^(advcl|conj)$/.test(relation[verb]))
    return;
  const joined = hanging(work, name, work.from, name).some((child) => relation[child] === "cc");
  if (!joined || head[verb] > head[name] || allHanging(work, verb).some((child) => isSubject(work, child))) return;
  attach(work, name, verb, "nsubj");
  relation[verb] = "conj";
};

const BORDERS = new Set(["border", "frontier", "boundary"]);

/** "close to the border with Ost", where the neighbour was hung beside its border on the verb. */
export const mendBorder: Mend = (work, neighbour) => {
  const { analysis, relation, head } = work;
  const preposition = relation[neighbour] === "obl" ? caseOf(work, neighbour) : -1;
  const border = preposition - 1;
  if (border < work.from || analysis.lemma[preposition] !== "with" || !BORDERS.has(analysis.lemma[border])) return;
  if (head[border] === head[neighbour]) attach(work, neighbour, border, "nmod");
};

/** "gave food to displaced people in Ost", where the people were hung on what is only said of them. */
export const mendDisplaced: Mend = (work, participle) => {
  const { analysis, relation, head } = work;
  const noun = participle + 1;
  const above = head[participle];
  if (analysis.xpos[participle] !== "VBN" || head[noun] !== participle || caseOf(work, noun) !== participle - 1) return;
  if (relation[noun] !== "obl" || analysis.upos[noun] !== "NOUN" || above < 0) return;
  for (const child of allHanging(work, participle))
    if (child !== noun) attach(work, child, noun, relation[child] === "obl" ? "nmod" : relation[child]);
  attach(work, noun, above, "obl");
  attach(work, participle, noun, "amod");
};

const isVerbal = ({ analysis }: Work, token: number): boolean => analysis.upos[token] === "VERB";

/** "drew concern, with Ost urging calm": a participle with a subject of its own hangs on no noun. */
export const mendAbsolute: Mend = (work, verb) => {
  const { analysis, relation, head } = work;
  if (relation[verb] !== "acl" || analysis.xpos[verb] !== "VBG") return;
  if (!hanging(work, verb, work.from, verb).some((child) => isSubject(work, child))) return;
  let above = head[verb];
  while (above >= 0 && !isVerbal(work, above)) above = head[above];
  if (above >= 0) attach(work, verb, above, "advcl");
};

/** "Smith, Brown vow …" in a headline, read as one name: no name has a comma inside. */
export const mendListed: Mend = (work, name) => {
  const { analysis, relation } = work;
  if (relation[name] !== "flat" || analysis.upos[name] !== "PROPN" || name - 2 < work.from) return;
  if (analysis.lemma[name - 1] === "," && analysis.upos[name - 2] === "PROPN") relation[name] = "conj";
};

/** "expels envoy amid tension", read as one noun phrase: no preposition stands inside one. */
export const mendSwallowed: Mend = (work, noun) => {
  const { analysis, relation, head } = work;
  const left = hanging(work, noun, work.from, noun);
  const preposition = left.find(
    (child) => /^(case|amod)$/.test(relation[child]) && analysis.upos[child] === "ADP" && child > left[0],
  );
  const inner = preposition === undefined ? -1 : preposition - 1;
  if (preposition === undefined || head[inner] !== noun || relation[inner] !== "compound") return;
  for (const child of left) if (child < inner) head[child] = inner;
  attach(work, inner, head[noun], "obj");
  attach(work, noun, head[noun], "obl");
  relation[preposition] = "case";
};

const INCLUDING = new Set(["include", "including"]);

/** "sanctions on ten firms, including two of Ost", where the example was hung on the verb: it is the noun's. */
export const mendIncluding: Mend = (work, example) => {
  const { analysis, relation, head } = work;
  const preposition = relation[example] === "obl" ? caseOf(work, example) : -1;
  if (preposition < work.from || !INCLUDING.has(analysis.lemma[preposition].toLowerCase())) return;
  const before = analysis.lemma[preposition - 1] === "," ? preposition - 2 : preposition - 1;
  if (before < work.from || !/^(NOUN|PROPN)$/.test(analysis.upos[before]) || head[example] > before) return;
  attach(work, example, before, "nmod");
};

/** "A court on Monday freed the preacher John Doe", where the object was hung on the subject. */
export const mendLostObject: Mend = (work, name) => {
  const { analysis, relation, head } = work;
  const subject = head[name];
  if (relation[name] !== "appos" || analysis.upos[name] !== "PROPN" || subject < work.from) return;
  const verb = head[subject];
  if (!isSubject(work, subject) || verb < subject || verb > name || analysis.upos[verb] !== "VERB") return;
  const between = analysis.lemma.slice(verb + 1, name);
  const hasObject = allHanging(work, verb).some((child) => /^(obj|ccomp|xcomp|aux:pass)/.test(relation[child]));
  if (!hasObject && between.length < 5 && !between.includes(",")) attach(work, name, verb, "obj");
};
