import type { Chain } from "../chain.ts";
import { clauseOf } from "../clause.ts";
import { childBy, childrenBy, childrenOf, hasChild, isPredicate, type Tree } from "../tree.ts";
import { isPassive } from "../voice.ts";
import { belowPredicate } from "./below.ts";
import { type Cast, partiesAt } from "./cast.ts";
import { insidePhrase } from "./inside.ts";
import { distinct, type Party } from "./party.ts";

const CONDITIONS = new Set(["if", "unless"]);
const COMPLEMENTS = new Set(["xcomp", "ccomp"]);
const RELATIVE = new Set(["acl"]);
const SUBJECT = new Set(["nsubj"]);
const MARK = new Set(["mark"]);
const TO = new Set(["to"]);
const ANSWERING = new Set("react respond retaliate answer reply hit".split(" "));
const ANSWERED = new Set(["to", "against", "over", "for"]);

/** The subjects of the conditions under a predicate, behind `from`: "if Ost cuts off the water". */
function conditionSubjects(tree: Tree, token: number, from = 0): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, token)) {
    const mark = tree.relation[child] === "advcl" && child > from ? childBy(tree, child, "mark") : -1;
    if (mark < 0 || !CONDITIONS.has(tree.lemma[mark])) continue;
    const subject = childBy(tree, child, "nsubj");
    if (isPassive(tree, child)) found.push(...clauseOf(tree, child).subjects);
    else if (subject >= 0) found.push(subject);
  }
  return found;
}

/** "followed it up by threatening war if Ost …": a condition behind a participle, hung on the verb above. */
const conditionsAbove = (tree: Tree, base: number): number[] =>
  tree.relation[base] === "advcl" ? conditionSubjects(tree, tree.analysis.head[base], base) : [];

/** "will respond to the drills that Ost holds", "to Ost's drills": whose deed is to be answered. */
function answeredAt(cast: Cast, predicate: number): Party[] {
  const { tree } = cast;
  if (!ANSWERING.has(tree.lemma[predicate])) return [];
  const deeds = clauseOf(tree, predicate)
    .obliques.filter(({ preposition }) => ANSWERED.has(preposition))
    .map(({ token }) => token);
  return deeds.flatMap((deed) => {
    const inside = [...partiesAt(cast, deed), ...insidePhrase(cast, deed, "REJECT")].filter(({ place }) => !place);
    if (inside.length > 0) return inside;
    const clauses = childrenBy(tree, deed, RELATIVE);
    return clauses.flatMap((clause) => childrenBy(tree, clause, SUBJECT)).flatMap((token) => partiesAt(cast, token));
  });
}

/** "a threat to raise the tariffs on Ost": who is named in what a noun for a threat contains. */
function threatenedBy(cast: Cast, base: number): Party[] {
  if (isPredicate(cast.tree, base)) return [];
  return childrenBy(cast.tree, base, RELATIVE)
    .filter((clause) => hasChild(cast.tree, clause, TO, MARK))
    .flatMap((clause) => belowPredicate(cast, clause, "THREATEN"));
}

/**
 * Of a threat that names nobody those on whose deeds it depends ("warned that it would use force if Ost attacked"),
 * those whose deed is to be answered, or those in what is threatened.
 */
export function provokers(cast: Cast, { base, links, outcome }: Chain): Party[] {
  if (!("type" in outcome) || outcome.type !== "THREATEN") return [];
  const { tree } = cast;
  const predicates = [base, ...links.map(({ token }) => token)];
  const clauses = [...predicates, ...predicates.flatMap((token) => childrenBy(tree, token, COMPLEMENTS))];
  const subjects = [...clauses.flatMap((token) => conditionSubjects(tree, token)), ...conditionsAbove(tree, base)];
  const pools = [
    subjects.flatMap((token) => partiesAt(cast, token)),
    clauses.flatMap((token) => answeredAt(cast, token)),
    threatenedBy(cast, base),
  ];
  return distinct(pools.find((pool) => pool.length > 0) ?? []);
}
