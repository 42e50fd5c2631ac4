import { childrenBy, type Tree } from "./tree.ts";

const SUBJECT = new Set(["nsubj"]);
const GIVEN = new Set(["aux", "nsubj", "iobj"]);

/** "given their refusal": a participle without auxiliary or subject that only gives a circumstance. */
const isGiven = ({ lemma, analysis, relation }: Tree, token: number): boolean =>
  lemma[token] === "give" && analysis.xpos[token] === "VBN" && relation[token] !== "acl";

/** "an attack cut off the power, the governor said": who says so is the other subject, and the attack says nothing. */
const saysIt = (tree: Tree, verb: number, noun: number): boolean =>
  SAYING.has(tree.lemma[verb]) && childrenBy(tree, verb, SUBJECT).some((subject) => subject !== noun);
const SAYING = new Set(["say", "tell", "write", "add", "report"]);

/** Whether a verb over a noun neither carries it nor says anything of it, though the parser hung it there. */
export function isBystander(tree: Tree, verb: number, below: number): boolean {
  if (isGiven(tree, verb) && childrenBy(tree, verb, GIVEN).length === 0) return true;
  return tree.relation[below] === "nsubj" && saysIt(tree, verb, below);
}

const DAYS = new Set("monday tuesday wednesday thursday friday saturday sunday today yesterday".split(" "));

/** "called Wednesday for the minister to resign": a day that the parser took for an object. */
export const isDay = ({ lemma }: Tree, token: number): boolean => DAYS.has(lemma[token].toLowerCase());
