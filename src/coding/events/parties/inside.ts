import { isBeside } from "../frames/slots.ts";
import {
  childBy,
  childrenBy,
  childrenOf,
  hasRelation,
  isVerbal,
  prepositionOf,
  type Tree,
  withConjuncts,
} from "../tree.ts";
import { type Cast, partiesAt } from "./cast.ts";
import type { Party } from "./party.ts";

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

/** "a loan approved for Ost" */
function meantFor(tree: Tree, child: number): number[] {
  if (tree.relation[child] !== "acl" || childBy(tree, child, "obj") >= 0) return [];
  return childrenBy(tree, child, OBLIQUES).filter((token) => FOR.has(prepositionOf(tree, token)));
}
const OBLIQUES = new Set(["obl"]);
const FOR = new Set(["for", "to"]);

/** Ties by which firms and people are punished for another's sake: "entities linked to the army of Ost". */
const TIED = new Set(
  "link tie connect involve involved linked associate affiliate relate belong own control work act facilitate supply ship help support back finance fund aid assist".split(
    " ",
  ),
);
const PUNISHING = new Set(["COERCE", "SANCTION"]);
/** Words for a bond that are no participles: "people said to be close to the court of Ost". */
const BOUND = new Set("critical crucial key central vital close loyal essential instrumental".split(" "));
/** What a measure is aimed at: "measures targeting Ost", "sanctions directed against firms of West". */
const AIMED = new Set("direct aim target level hit affect cover punish".split(" "));
const AT = new Set(["at", "against", "on", "to"]);
const ARGUMENTS = new Set(["obj", "obl"]);

/** Of whom one may be; not "linked to the disappearance of …", which names victims. */
const TIES = new Set(
  "government army military regime group network company firm oligarch ministry force program programme industry effort procurement sector bank rebel militia guard militant smuggling navy fleet economy machine arsenal missile drone weapon court palace".split(
    " ",
  ),
);

/** Those with whom or for whom the participle behind a noun says that it is. */
function tiedTo(tree: Tree, child: number): number[] {
  if (tree.relation[child] !== "acl") return [];
  const words = [child, ...childrenBy(tree, child, COMPLEMENT)];
  return words
    .filter((word) => (word === child && TIED.has(tree.lemma[word])) || BOUND.has(tree.lemma[word]))
    .flatMap((word) => childrenBy(tree, word, ARGUMENTS))
    .filter((token) => tree.analysis.upos[token] === "PROPN" || TIES.has(tree.lemma[token]));
}
const COMPLEMENT = new Set(["xcomp"]);

const SUSPECTED = new Set(["suspect", "accuse"]);
const BELONGING = new Set(["belong", "work", "spy", "fight", "act", "link", "finance", "fund", "recruit"]);
const CLAUSES = new Set(["advcl", "ccomp", "xcomp"]);

/** "a man suspected of belonging to the rebels": those with whom he is said to stand. */
function suspectedOf(tree: Tree, child: number): number[] {
  if (tree.relation[child] !== "acl" || !SUSPECTED.has(tree.lemma[child])) return [];
  return childrenBy(tree, child, CLAUSES)
    .filter((clause) => BELONGING.has(tree.lemma[clause]))
    .flatMap((clause) => childrenBy(tree, clause, ARGUMENTS));
}

/** "the ability to visit relatives in Ost": what a measure allows or forbids. */
function allowedTo(tree: Tree, child: number): number[] {
  if (tree.relation[child] !== "acl") return [];
  const to = childBy(tree, child, "mark");
  return to >= 0 && tree.lemma[to] === "to" ? childrenBy(tree, child, ARGUMENTS) : [];
}

/** Whom a participle behind a measure says that it is aimed at. */
function aimedAt(tree: Tree, child: number): number[] {
  if (tree.relation[child] !== "acl" || !AIMED.has(tree.lemma[child])) return [];
  return childrenBy(tree, child, ARGUMENTS).filter(
    (token) => tree.relation[token] === "obj" || AT.has(prepositionOf(tree, token)),
  );
}

/** The heads of the phrases that hang on a noun and say whom the thing concerns. */
function innerHeads(tree: Tree, token: number, type: string): number[] {
  const heads: number[] = [];
  for (const child of childrenOf(tree, token))
    if (passesInto(tree, token, child, type)) heads.push(...withConjuncts(tree, child));
    else if (PUNISHING.has(type))
      heads.push(...tiedTo(tree, child), ...aimedAt(tree, child), ...suspectedOf(tree, child));
    else if (type === "CONCEDE") heads.push(...concerned(tree, child), ...allowedTo(tree, child));
    else if (OF_WORDS.has(type) || type === "ASSAULT") heads.push(...concerned(tree, child));
    else if (type === "AID") heads.push(...meantFor(tree, child));
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

/** Of firms and people of no known state those to whom they are tied: "ten firms linked to the army of Ost". */
export function tiesOf(cast: Cast, parties: readonly Party[]): Party[] {
  const ties = parties
    .flatMap(({ here }) => [...childrenOf(cast.tree, here.head)])
    .flatMap((child) => tiedTo(cast.tree, child));
  const named = ties.flatMap((tie) => {
    const own = partiesAt(cast, tie);
    return own.length > 0 ? own : insidePhrase(cast, tie, "COERCE");
  });
  return named.filter(({ identity }) => identity.country !== null);
}
