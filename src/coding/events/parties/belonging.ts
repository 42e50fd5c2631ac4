import { childrenOf, prepositionOf, type Tree } from "../tree.ts";

/** Modifiers that say whose a thing is: "Chinese bombers", "China's policy", before "the policy of China". */
const OWNERS = new Set(["amod", "compound", "nmod:poss", "nmod:desc"]);
const SIDES = new Set([
  "of",
  "from",
  "by",
  "with",
  "between",
  "against",
  "among",
  "towards",
  "toward",
  "on",
  "for",
  "to",
  "such",
  "include",
  "including",
]);

/** "American sanctions", "China's bombers": whether a word says whose the thing is that it hangs on. */
export const isOwner = (tree: Tree, token: number): boolean => OWNERS.has(tree.analysis.relation[token]);
export const isSide = (tree: Tree, token: number): boolean =>
  tree.relation[token] === "nmod" && !isOwner(tree, token) && SIDES.has(prepositionOf(tree, token));
/** Who is meant by the thing itself, unlike those to whom it is done: "the forces of Russia", not "the war on drugs". */
const MEMBERS = new Set(["of", "from", "by", "between", "among", "such", "include", "including"]);
const SUFFERED = new Set(
  "bombing shelling bombardment killing murder assassination storming sinking downing stabbing beheading torture abduction kidnapping capture seizure invasion occupation annexation destruction".split(
    " ",
  ),
);

/** "the bombing of Ost": of whom it is said, and no member of it. */
const isSufferer = (tree: Tree, token: number, preposition: string): boolean =>
  preposition === "of" && SUFFERED.has(tree.lemma[tree.analysis.head[token]]);

export function isMember(tree: Tree, token: number): boolean {
  if (!isSide(tree, token)) return false;
  const preposition = prepositionOf(tree, token);
  return MEMBERS.has(preposition) && !isSufferer(tree, token, preposition);
}
const PARTS = new Set(["member", "unit", "element", "contingent", "detachment"]);

/** "members of the army": those who are what they are members of. */
export const isPart = (tree: Tree, token: number): boolean => PARTS.has(tree.lemma[token]);
export const isName = (tree: Tree, token: number): boolean =>
  tree.relation[token] === "appos" || tree.relation[token] === "flat";

export const isApposed = (tree: Tree, token: number): boolean => tree.relation[token] === "appos";

export const isWithin = (tree: Tree, token: number): boolean =>
  tree.relation[token] === "nmod" && prepositionOf(tree, token) === "in";

const isExcepted = (tree: Tree, token: number): boolean => {
  for (const child of childrenOf(tree, token)) if (child < token && tree.lemma[child] === "not") return true;
  return false;
};

/** "Russia and China", not "Russia, but not China". */
export const isJoined = (tree: Tree, token: number): boolean =>
  tree.relation[token] === "conj" && !isVerbConjunct(tree, token) && !isExcepted(tree, token);

const isVerbConjunct = (tree: Tree, token: number): boolean => tree.analysis.upos[token] === "VERB";
