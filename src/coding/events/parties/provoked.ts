import type { Chain } from "../chain.ts";
import { childBy, childrenBy, childrenOf, type Tree } from "../tree.ts";
import { type Cast, partiesAt } from "./cast.ts";
import { distinct, type Party, sameSide } from "./party.ts";

const CONDITIONS = new Set(["if", "unless"]);
const COMPLEMENTS = new Set(["xcomp", "ccomp"]);

/** The subjects of the conditions under a predicate: "if Ost cuts off the water". */
function conditionSubjects(tree: Tree, token: number): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, token)) {
    const mark = tree.relation[child] === "advcl" ? childBy(tree, child, "mark") : -1;
    const subject = mark >= 0 && CONDITIONS.has(tree.lemma[mark]) ? childBy(tree, child, "nsubj") : -1;
    if (subject >= 0) found.push(subject);
  }
  return found;
}

/** Of a threat that names nobody those on whose deeds it depends: "warned that it would use force if Ost attacked". */
export function provokers(cast: Cast, { base, links, outcome }: Chain, actors: readonly Party[]): Party[] {
  if (!("type" in outcome) || outcome.type !== "THREATEN") return [];
  const predicates = [base, ...links.map(({ token }) => token)];
  const clauses = [...predicates, ...predicates.flatMap((token) => childrenBy(cast.tree, token, COMPLEMENTS))];
  const parties = clauses.flatMap((token) => conditionSubjects(cast.tree, token)).flatMap((t) => partiesAt(cast, t));
  return distinct(parties.filter((party) => !actors.some((actor) => sameSide(actor, party))));
}
