import { antecedent, isRelativeClause, isRelativePronoun, ownSubjects, surfaceSubjects } from "./subjects.ts";
import { childBy, childrenOf, hasRelation, prepositionOf, type Tree } from "./tree.ts";
import { isPassive } from "./voice.ts";

/** A noun phrase under a predicate, with its preposition. */
export interface Oblique {
  readonly token: number;
  readonly preposition: string;
}

/** The arguments of one predicate, as heads of noun phrases; passives and relative clauses are undone. */
export interface Clause {
  readonly predicate: number;
  readonly passive: boolean;
  /** Who does it. */
  readonly subjects: readonly number[];
  /** To whom or what it is done. */
  readonly objects: readonly number[];
  readonly indirect: readonly number[];
  readonly obliques: readonly Oblique[];
}

const isAgent = (tree: Tree, token: number): boolean =>
  hasRelation(tree, token, "obl:agent") || prepositionOf(tree, token) === "by";

function obliquesOf(tree: Tree, token: number, passive: boolean): Oblique[] {
  const found: Oblique[] = [];
  for (const child of childrenOf(tree, token)) {
    const relation = tree.relation[child];
    if (relation !== "obl" && relation !== "nmod") continue;
    if (passive && isAgent(tree, child)) continue;
    found.push({ token: antecedent(tree, child, token), preposition: prepositionOf(tree, child) });
  }
  return found;
}

function agentsOf(tree: Tree, token: number): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, token))
    if (tree.relation[child] === "obl" && isAgent(tree, child)) found.push(child);
  return found;
}

const LIMITS = new Set(["least", "most"]);

/** The first token of the phrase that a token heads. */
function firstOf(tree: Tree, token: number): number {
  let first = token;
  for (const child of childrenOf(tree, token)) if (child < first) first = firstOf(tree, child);
  return first;
}

const NEARLY = new Set(["under", "over", "around", "about"]);
const MEASURES = new Set(
  "day hour minute week month year decade mile kilometer kilometre km metre meter foot percent degree time".split(" "),
);

/** "targeted just under 40 depots": about how many they are, not where. */
const isRough = (tree: Tree, noun: number, word: number): boolean =>
  NEARLY.has(tree.lemma[word]) &&
  tree.analysis.upos[word + 1] === "NUM" &&
  word + 1 < noun &&
  !MEASURES.has(tree.lemma[noun]);

/** "killed at least 75 people", "met Mohamed Ould …": objects that the parser took for something else. */
function isHiddenObject(tree: Tree, child: number): boolean {
  if (tree.relation[child] === "xcomp") return tree.analysis.upos[child] === "PROPN";
  if (tree.analysis.relation[child] !== "obl") return false;
  const at = childBy(tree, child, "case");
  // "gunned down three men": a noun right behind a particle
  if (at < 0) return tree.analysis.relation[firstOf(tree, child) - 1] === "compound:prt";
  return (tree.lemma[at] === "at" && LIMITS.has(tree.lemma[at + 1])) || isRough(tree, child, at);
}

function activeObjects(tree: Tree, token: number): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, token))
    if (tree.relation[child] === "obj") found.push(antecedent(tree, child, token));
  if (found.length === 0)
    for (const child of childrenOf(tree, token)) if (isHiddenObject(tree, child)) found.push(child);
  if (found.length > 0 || !isRelativeClause(tree, token)) return found;
  const own = ownSubjects(tree, token);
  const gap = own.length > 0 && own.every((subject) => !isRelativePronoun(tree, subject));
  return gap ? [tree.analysis.head[token]] : found;
}

function childrenIn(tree: Tree, token: number, relation: string): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, token)) if (tree.relation[child] === relation) found.push(child);
  return found;
}

/** The arguments of the predicate at `token`. */
export function clauseOf(tree: Tree, token: number): Clause {
  const passive = isPassive(tree, token);
  const surface = surfaceSubjects(tree, token);
  return {
    predicate: token,
    passive,
    subjects: passive ? agentsOf(tree, token) : surface,
    objects: passive ? [...surface, ...childrenIn(tree, token, "obj")] : activeObjects(tree, token),
    indirect: childrenIn(tree, token, "iobj"),
    obliques: obliquesOf(tree, token, passive),
  };
}
