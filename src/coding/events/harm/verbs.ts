import type { Span } from "../../../schema/index.ts";
import { numberOf } from "../numbers.ts";
import { childrenOf, type Tree } from "../tree.ts";
import { countAt, numberBehind, numberTokenOf } from "./numbers.ts";
import { type Count, type Harm, SUBJECT_HARMED, VERBS } from "./words.ts";

const isPassive = (tree: Tree, verb: number): boolean =>
  childrenOf(tree, verb).some((child) => tree.analysis.relation[child] === "nsubj:pass");

/** Those whom the verb harms: the object, the passive's subject, what a participle hangs on, the subject of "die". */
function harmedBy(tree: Tree, verb: number): number[] {
  const wanted = SUBJECT_HARMED.has(tree.lemma[verb]) ? "nsubj" : isPassive(tree, verb) ? "nsubj" : "obj";
  const direct = [...childrenOf(tree, verb)].filter((child) => tree.relation[child] === wanted);
  const head = tree.analysis.head[verb];
  const participle = tree.relation[verb] === "acl" && /VerbForm=Part/.test(tree.analysis.features[verb]) && head >= 0;
  if (direct.length === 0 && participle && /Tense=Past/.test(tree.analysis.features[verb])) return [head];
  if (direct.length === 0 && tree.relation[verb] === "conj") return sharedHarmed(tree, verb);
  return direct;
}

/** "12 people were killed and wounded" shares its subject; "12 were killed and 30 wounded" does not. */
function sharedHarmed(tree: Tree, verb: number): number[] {
  const before = verb - 1;
  const behind = numberBehind(tree, verb);
  if (behind !== undefined) return [behind];
  return before >= 0 && numberOf(tree, before) !== undefined ? [before] : [];
}

/** Those whom a verb harms, where it counts them. */
export function byVerb(tree: Tree, token: number): Count | undefined {
  const lemma = tree.lemma[token];
  const harm = SUBJECT_HARMED.has(lemma) ? "killed" : VERBS.get(lemma);
  if (!harm || tree.analysis.upos[token] !== "VERB") return undefined;
  for (const harmed of harmedBy(tree, token)) {
    const number = numberTokenOf(tree, harmed);
    if (number !== undefined) return countAt(tree, harm, number, token);
    const single = singlePerson(tree, harm, harmed, token);
    if (single) return single;
  }
  return undefined;
}

const PERSONS: ReadonlySet<string> = new Set(
  (
    "man woman person child boy girl teenager baby civilian soldier serviceman officer policeman fighter militant " +
    "insurgent rebel guard sailor pilot contractor worker journalist doctor nurse driver farmer fisherman resident " +
    "villager protester demonstrator citizen student teacher general commander diplomat pensioner"
  ).split(" "),
);

/** "killed a man": one person without a number; undefined where others are named with them. */
function singlePerson(tree: Tree, harm: Harm, noun: number, verb: number): Count | undefined {
  if (!PERSONS.has(tree.lemma[noun])) return undefined;
  const children = [...childrenOf(tree, noun)];
  const article = children.find((child) => tree.relation[child] === "det" && /^an?$/.test(tree.lemma[child]));
  if (article === undefined || children.some((child) => tree.relation[child] === "conj")) return undefined;
  const { start, end } = tree.analysis;
  const span: Span = [start[Math.min(article, verb)], end[Math.max(noun, verb)]];
  return { harm, value: 1, least: false, span };
}
