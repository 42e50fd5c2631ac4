import { allHanging, attach, hanging, type Mend, type Work } from "./work.ts";

const FINITE = new Set(["VBZ", "VBD", "VBP", "MD"]);
/** Nouns whose infinitive says what they are about: "plan to attack". */
const CONTENT = new Set(
  "attempt effort bid move push plan proposal demand refusal decision call agreement deal vow promise threat order request offer need time way right pact readiness willingness ability chance reason vote law bill campaign pressure mission intention desire commitment pledge warning appeal resolution operation talk conference summit meeting fight battle struggle war".split(
    " ",
  ),
);

const hasFinite = ({ analysis, from, to }: Work): boolean =>
  analysis.xpos.slice(from, to).some((tag) => FINITE.has(tag));

function infinitiveMark(work: Work, verb: number): number {
  const marks = hanging(work, verb, work.from, verb).filter((child) => work.relation[child] === "mark");
  return marks.length === 1 && work.analysis.lemma[marks[0]].toLowerCase() === "to" ? marks[0] : -1;
}

/** "to" says what is to come, as "will" does. */
function asFuture(work: Work, to: number): void {
  work.relation[to] = "aux";
  work.lemma[to] = "will";
}

function isNamed({ analysis }: Work, noun: number, determined: boolean): boolean {
  if (analysis.upos[noun] === "PROPN") return true;
  return analysis.upos[noun] === "NOUN" && !determined && !CONTENT.has(analysis.lemma[noun]);
}

/** "Ost to lift tariffs, West calls for more": beside a second headline whose verb was given both subjects. */
export const mendTwoHeadlines: Mend = (work, verb) => {
  const { analysis, relation, head } = work;
  const [noun, to] = [head[verb], infinitiveMark(work, verb)];
  if (analysis.upos[verb] !== "VERB" || noun < work.from || to !== noun + 1 || relation[noun] !== "nsubj") return;
  const other = head[noun];
  const own = allHanging(work, other).filter((child) => child > verb && child < other && relation[child] === "nsubj");
  if (analysis.upos[noun] !== "PROPN" || own.length !== 1 || analysis.text[analysis.start[own[0]] - 2] !== ",") return;
  attach(work, verb, -1, "root");
  attach(work, noun, verb, "nsubj");
  asFuture(work, to);
};

/** "Ost to send aid to West": the infinitive of a headline is its predicate, and still to come. */
export const mendHeadline: Mend = (work, verb) => {
  const { analysis, relation, head } = work;
  if (analysis.upos[verb] !== "VERB" || !/^(acl|root)$/.test(relation[verb]) || hasFinite(work)) return;
  const to = infinitiveMark(work, verb);
  if (to < 0) return;
  const noun = head[verb];
  if (noun < 0) {
    if (hanging(work, verb, work.from, to).some((child) => relation[child] === "nsubj")) asFuture(work, to);
    return;
  }
  const determined = hanging(work, noun, work.from, noun).some((child) => relation[child] === "det");
  if (head[noun] >= 0 || to < noun || !isNamed(work, noun, determined)) return;
  for (const child of allHanging(work, noun)) if (child > verb) head[child] = verb;
  attach(work, verb, -1, "root");
  attach(work, noun, verb, "nsubj");
  asFuture(work, to);
};
