import { type Cast, partiesAt } from "./cast.ts";
import type { Party } from "./party.ts";
import { isSetAside, TOWARDS } from "./slots.ts";
import { childBy, childrenOf, hasChild, hasRelation, prepositionOf, type Tree } from "./tree.ts";

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

/** Whether a search below a predicate goes on under a child: not into clauses of their own, nor beside the point. */
function goesUnder(tree: Tree, child: number, isTop: boolean, local: boolean): boolean {
  if (isTop && hasRelation(tree, child, "nsubj")) return false;
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

/** Anybody else named below the predicate, for types whose recipient often stands in the complement. */
export function belowPredicate(cast: Cast, base: number, type: string): Party[] {
  const { tree } = cast;
  const parties: Party[] = [];
  const visit = (token: number, depth: number): void => {
    for (const child of childrenOf(tree, token)) {
      const local = LOCAL.has(type) && prepositionOf(tree, child) === "in";
      if (!goesUnder(tree, child, token === base, local) || isHunted(tree, child, type)) continue;
      if (isSetAside(tree, { token: child, preposition: prepositionOf(tree, child) })) continue;
      const subject = otherSubject(tree, child);
      const mention = cast.byHead.get(child);
      const pronoun = pronounSubject(tree, child, type);
      if (pronoun >= 0) parties.push(...partiesAt(cast, pronoun));
      else if (subject >= 0) {
        // "vowed that any attack by rebels would be met" promises nothing to rebels.
        if (type !== "AGREE") parties.push(...partiesAt(cast, subject));
      } else if (mention?.actor || mention?.refersTo || (local && mention?.place))
        parties.push(...partiesAt(cast, child));
      else if (depth < 6) visit(child, depth + 1);
    }
  };
  visit(base, 0);
  return parties;
}
