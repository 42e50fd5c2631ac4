import type { Operation } from "./operators.ts";
import { childBy, childrenOf, firstConjunct, hasChild, isPredicate, type Tree } from "./tree.ts";

const NEGATIONS = new Set(["not", "never", "no", "n't", "neither", "nor", "hardly", "without"]);
const NEGATING = new Set(["advmod", "det", "cc", "case", "mark"]);
export const FUTURE = new Set(["will", "would", "shall", "'ll", "wo"]);
const POSSIBLE = new Set(["may", "might", "could", "can"]);
export const NECESSARY = new Set(["must", "should", "ought"]);
export const CONDITIONS = new Set(["if", "unless", "whether", "lest"]);
/** Words that a linear row may have in its own phrase, instead of an operator. */
export const CHANGING = new Set([...NEGATIONS, ...FUTURE, ...POSSIBLE, ...NECESSARY, ...CONDITIONS, "to"]);
export const AUX = new Set(["aux"]);
/** "the coming visit", "a planned exercise". */
const COMING = new Set([
  "coming",
  "upcoming",
  "forthcoming",
  "planned",
  "future",
  "scheduled",
  "imminent",
  "impending",
]);
export const MODIFIER = new Set(["amod"]);
/** The same as participles. */
const COMING_VERBS = new Set(["come", "plan", "schedule"]);

/** "ahead of talks", "in advance of the visit": the noun names what is still to come. */
function followsAhead(tree: Tree, token: number): boolean {
  const of = childBy(tree, token, "case");
  return of > 0 && tree.lemma[of] === "of" && /^(ahead|advance)$/.test(tree.lemma[of - 1]);
}

/** Whether a noun names what is still to come. */
const isComing = (tree: Tree, token: number): boolean =>
  hasChild(tree, token, COMING, MODIFIER) || hasChild(tree, token, COMING_VERBS, MODIFIER) || followsAhead(tree, token);

/** "no sanctions", "no talks took place"; what `below` has denied already is not denied again ("has no plans to"). */
/** "did not say how many it had killed": a clause that asks how or when takes for granted that it happened. */
const isAskedAbout = ({ analysis, relation }: Tree, token: number, below: number): boolean =>
  below > token &&
  /^(ccomp|advcl)$/.test(relation[below]) &&
  analysis.xpos.slice(token + 1, below).some((tag) => tag === "WRB");

function isDenied(tree: Tree, token: number, below: number): boolean {
  if (isAskedAbout(tree, token, below)) return false;
  if (hasChild(tree, token, NEGATIONS, NEGATING)) return true;
  for (const child of childrenOf(tree, token)) {
    // "cooperate like never before" says how much, not that it never was
    const denies = tree.relation[child] === "advmod" && tree.lemma[child] !== "before";
    if (denies && hasChild(tree, child, NEGATIONS)) return true;
    const relation = tree.relation[child];
    if (child === below || !isPredicate(tree, token)) continue;
    if ((relation === "nsubj" || relation === "obj") && hasDetNo(tree, child)) return true;
  }
  return false;
}

const NOBODY = new Set(["no", "neither"]);
const hasDetNo = (tree: Tree, token: number): boolean => hasChild(tree, token, NOBODY, new Set(["det", "cc"]));

/** "is to visit", not "to be visited": the form of "be" stands before "to". */
function isScheduled(tree: Tree, token: number): boolean {
  const to = childBy(tree, token, "mark");
  if (to < 0 || tree.lemma[to] !== "to") return false;
  for (const child of childrenOf(tree, token))
    if (child < to && tree.lemma[child] === "be" && /^(aux|cop)$/.test(tree.relation[child])) return true;
  return false;
}

/** The auxiliaries of a conjunct without its own are those of the first. */
function auxiliaryHolder(tree: Tree, token: number): number {
  if (tree.relation[token] !== "conj" || childBy(tree, token, "aux") >= 0) return token;
  if (tree.analysis.xpos[token] === "VBD" || childBy(tree, token, "nsubj") >= 0) return token;
  return firstConjunct(tree, token);
}

const ALLEGED = new Set(["allegedly", "supposedly", "purportedly"]);
const ADVERB = new Set(["advmod"]);

/** "no longer recognises": what was, and is no more. */
const isNoLonger = (tree: Tree, token: number): boolean =>
  childrenOf(tree, token).some(
    (child) =>
      tree.relation[child] === "advmod" && /^long(er)?$/.test(tree.lemma[child]) && tree.lemma[child - 1] === "no",
  );

/** Whether "may" or "could" stands beside a predicate; the "May" of a name does not. */
function isPossible(tree: Tree, holder: number): boolean {
  const { text, start, upos } = tree.analysis;
  for (const child of childrenOf(tree, holder)) {
    const isName = upos[child - 1] === "PROPN" && /\p{Lu}/u.test(text[start[child]]);
    if (POSSIBLE.has(tree.lemma[child]) && AUX.has(tree.relation[child]) && !isName) return true;
  }
  return false;
}

/**
 * The operators that a clause carries in its own auxiliaries and particles. `below` is the token through which the
 * climb came, or -1.
 */
export function localOperations(tree: Tree, token: number, below = -1): Operation[] {
  const operations: Operation[] = [];
  if (!isPredicate(tree, token)) {
    if (isComing(tree, token)) operations.push("plan");
    return isDenied(tree, token, below) ? [...operations, "negate"] : operations;
  }
  const holder = auxiliaryHolder(tree, token);
  if (hasChild(tree, holder, FUTURE, AUX) || isScheduled(tree, holder)) operations.push("plan");
  else if (isPossible(tree, holder)) operations.push("may");
  else if (hasChild(tree, holder, NECESSARY, AUX)) operations.push("must");
  if (hasChild(tree, token, ALLEGED, ADVERB)) operations.push("doubt");
  if (isDenied(tree, token, below))
    operations.push(operations.length === 0 && isNoLonger(tree, token) ? "stop" : "negate");
  if (hasChild(tree, holder, CONDITIONS, new Set(["mark"]))) operations.push("if");
  return operations;
}
