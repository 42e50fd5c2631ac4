import { type Cast, partiesAt } from "./cast.ts";
import type { Party } from "./party.ts";
import { isBeside } from "./slots.ts";
import { childBy, childrenOf, hasRelation, isVerbal, prepositionOf, type Tree, withConjuncts } from "./tree.ts";

/** What may stand between a thing and those whom it concerns: "a convoy of the army in the north of Mali". */
const INSIDE = new Set(
  "of in at near to for against on from by into inside across around along with over include including such among".split(
    " ",
  ),
);
const MODIFIERS = new Set(["amod", "compound", "nmod:poss", "nmod:desc", "flat"]);
/** Participles that name who is concerned: "restrictions imposed on Iran", "an appeal lodged by Spain". */
const CONCERNING = new Set(["on", "upon", "by", "against", "to", "in", "from"]);
/** What is rejected, condemned, welcomed or taken back is somebody's word or measure. */
const OF_WORDS = new Set(["REJECT", "CONCEDE", "ACCUSE", "SUPPORT"]);

/** Whose neighbour is named with it: "the border with Mark", "a crossing to Mark". */
const BORDERS = new Set(["border", "frontier", "boundary", "crossing", "checkpoint", "checkpost"]);

function passesInto(tree: Tree, token: number, child: number, type: string): boolean {
  const relation = tree.analysis.relation[child];
  if (BORDERS.has(tree.lemma[token])) return relation === "nmod:poss" || prepositionOf(tree, child) === "by";
  if (MODIFIERS.has(relation)) return true;
  const preposition = tree.relation[child] === "nmod" ? prepositionOf(tree, child) : "";
  return INSIDE.has(preposition) && !isBeside(tree, { token: child, preposition }, type);
}

/** The obliques of a passive participle behind a noun. */
function concerned(tree: Tree, child: number): number[] {
  if (tree.relation[child] !== "acl" || hasRelation(tree, child, "acl:relcl") || !isVerbal(tree, child)) return [];
  if (childBy(tree, child, "obj") >= 0 || childBy(tree, child, "mark") >= 0) return [];
  const obliques: number[] = [];
  for (const below of childrenOf(tree, child))
    if (tree.relation[below] === "obl" && CONCERNING.has(prepositionOf(tree, below))) obliques.push(below);
  return obliques;
}

/** The heads of the phrases that hang on a noun and say whom the thing concerns. */
function innerHeads(tree: Tree, token: number, type: string): number[] {
  const heads: number[] = [];
  for (const child of childrenOf(tree, token))
    if (passesInto(tree, token, child, type)) heads.push(...withConjuncts(tree, child));
    else if (OF_WORDS.has(type) || type === "ASSAULT") heads.push(...concerned(tree, child));
  return heads;
}

/** Those who are named inside a noun phrase, the nearest to its head first; places only where nobody else is. */
export function insidePhrase(cast: Cast, head: number, type: string): Party[] {
  const places: Party[] = [];
  let level = withConjuncts(cast.tree, head);
  for (let depth = 0; depth < 5 && level.length > 0; depth += 1) {
    level = level.flatMap((token) => innerHeads(cast.tree, token, type));
    const found = level.flatMap((token) => (cast.byHead.has(token) ? partiesAt(cast, token) : []));
    const actors = found.filter(({ place }) => !place);
    if (actors.length > 0) return actors;
    places.push(...found);
  }
  return places;
}
