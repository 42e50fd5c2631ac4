import { isSetAside, TOWARDS } from "../frames/slots.ts";
import { childBy, childrenOf, firstConjunct, hasChild, hasRelation, prepositionOf, type Tree } from "../tree.ts";
import { type Cast, partiesAt } from "./cast.ts";
import type { Party } from "./party.ts";

/** Types done to a country where the clause says no more than where: "aid for those affected in Yemen". */
export const LOCAL = new Set(["AID", "RETREAT", "COERCE", "AGREE"]);
const NOT_CROSSED = new Set(["acl", "parataxis", "conj", "advcl", "appos", "dep", "list"]);

const TO = new Set(["to"]);
const MARK = new Set(["mark"]);

const isInfinitive = (tree: Tree, token: number): boolean => {
  return /^(advcl|acl)$/.test(tree.relation[token]) && hasChild(tree, token, TO, MARK);
};

/** The noun that a clause below has as a subject of its own ("demanded that Israel withdraw"), or -1. */
function otherSubject(tree: Tree, child: number): number {
  const subject = tree.relation[child] === "ccomp" ? childBy(tree, child, "nsubj") : -1;
  return subject >= 0 && tree.analysis.upos[subject] !== "PRON" ? subject : -1;
}

/** "said it must defend itself against West": the pronoun that a demanded clause has for its subject, or -1. */
function pronounSubject(tree: Tree, child: number, type: string): number {
  const subject = type === "REQUEST" && tree.relation[child] === "ccomp" ? childBy(tree, child, "nsubj") : -1;
  return subject >= 0 && tree.analysis.upos[subject] === "PRON" ? subject : -1;
}

/** "push harder than Ost", "information about Ost", "as president": what stands behind these concerns nobody there. */
const ASIDE = new Set(["than", "about", "as", "like"]);

/** Whether a search below a predicate goes on under a child: not into clauses of their own, nor beside the point. */
function goesUnder(tree: Tree, child: number, isTop: boolean, local: boolean): boolean {
  if ((isTop && hasRelation(tree, child, "nsubj")) || ASIDE.has(prepositionOf(tree, child))) return false;
  if (NOT_CROSSED.has(tree.relation[child]) && !isInfinitive(tree, child)) return false;
  return !isTop || tree.relation[child] !== "obl" || local || TOWARDS.includes(prepositionOf(tree, child));
}

/** "helped track the rebels": who is tracked is not who is helped. */
const HUNTING = new Set(
  "track fight defeat kill capture attack arrest oust topple destroy hunt contain counter catch find eliminate overthrow combat stop deter expel".split(
    " ",
  ),
);
const isHunted = (tree: Tree, child: number, type: string): boolean =>
  type === "AID" && tree.relation[child] === "obj" && HUNTING.has(tree.lemma[tree.analysis.head[child]]);

const PEOPLE = new Set(
  "that those people person family community child woman victim survivor refugee resident".split(" "),
);

/** "those affected in Ost" */
const saysWhere = (tree: Tree, child: number): boolean =>
  hasRelation(tree, child, "acl") &&
  tree.analysis.xpos[child] === "VBN" &&
  PEOPLE.has(tree.lemma[tree.analysis.head[child]]);

/** Whether a child of a predicate may hold whom its event is done to. */
function isSearched(tree: Tree, child: number, isTop: boolean, type: string): boolean {
  const preposition = prepositionOf(tree, child);
  const local = LOCAL.has(type) && preposition === "in";
  const where = LOCAL.has(type) && saysWhere(tree, child);
  if (!(where || goesUnder(tree, child, isTop, local)) || isHunted(tree, child, type)) return false;
  return !isSetAside(tree, { token: child, preposition });
}

/** Who is named at a token below the predicate; undefined where the search goes on under it. */
function namedBelow(cast: Cast, child: number, type: string): Party[] | undefined {
  const { tree } = cast;
  const pronoun = pronounSubject(tree, child, type);
  if (pronoun >= 0) return partiesAt(cast, pronoun);
  const subject = otherSubject(tree, child);
  // "vowed that any attack by rebels would be met" promises nothing to rebels.
  if (subject >= 0) return type === "AGREE" ? [] : partiesAt(cast, subject);
  const mention = cast.byHead.get(child);
  const local = LOCAL.has(type) && prepositionOf(tree, child) === "in";
  const named = mention?.actor || mention?.refersTo || (local && mention?.place);
  return named ? partiesAt(cast, child) : undefined;
}

/** Anybody else named below the predicate, for types whose recipient often stands in the complement. */
export function belowPredicate(cast: Cast, base: number, type: string): Party[] {
  const parties: Party[] = [];
  const visit = (token: number, depth: number): void => {
    for (const child of childrenOf(cast.tree, token)) {
      if (!isSearched(cast.tree, child, token === base, type)) continue;
      const named = namedBelow(cast, child, type);
      if (named) parties.push(...named);
      else if (depth < 6) visit(child, depth + 1);
    }
  };
  visit(base, 0);
  return parties;
}

/** Verbs whose object is better off, or is threatened: "promised to protect Ost", "vowed to punish West". */
const FAVOURING = new Set(
  "help assist support aid back protect defend join send give provide lend supply meet visit train recognise recognize host receive reward compensate repay pay rebuild free release allow let invite equip arm accept engage welcome avenge punish confront counter deter take return hand extradite enter".split(
    " ",
  ),
);
const BESIDE = new Set(["over", "among", "amid", "despite"]);
const INNER = new Set(["amod", "compound", "nmod", "appos", "flat"]);

/** "promised to remove the rebels": a promise or refusal is made to whom it favours or at whom it is directed. */
export function isMeant(tree: Tree, token: number): boolean {
  const at = firstConjunct(tree, token);
  const relation = tree.relation[at];
  if (relation === "obj" || relation === "iobj") return FAVOURING.has(tree.lemma[tree.analysis.head[at]]);
  const preposition = prepositionOf(tree, at);
  if (INNER.has(relation) && (preposition === "" || preposition === "of")) return isMeant(tree, tree.analysis.head[at]);
  return !BESIDE.has(preposition);
}
