import type { EventRow } from "../../../knowledge/index.ts";
import type { Chain } from "../chain.ts";
import { clauseOf } from "../clause.ts";
import { childrenBy, firstConjunct, type Tree } from "../tree.ts";
import { type Cast, partiesAt } from "./cast.ts";
import type { Party } from "./party.ts";

const DISPUTING = new Set("deny reject dismiss refute rebut dispute contradict".split(" "));
const SAYING = new Set("say claim allege assert declare announce state insist suggest maintain argue".split(" "));
/** Words that point back to what was said before. */
const POINTING = new Set(
  "this that it claim claims allegation assertion statement charge suggestion report".split(" "),
);
const SUBJECT = new Set(["nsubj"]);

/** The verb of saying to which a clause is joined: "Ost said … but West denied this". */
function sayingBefore(tree: Tree, verb: number): number {
  let at = firstConjunct(tree, verb);
  if (at === verb) return -1;
  for (let steps = 0; at >= 0 && steps < 4; steps += 1) {
    if (SAYING.has(tree.lemma[at]) && childrenBy(tree, at, SUBJECT).length > 0) return at;
    if (!/^(ccomp|conj)$/.test(tree.relation[at])) return -1;
    at = tree.analysis.head[at];
  }
  return -1;
}

const isBare = (tree: Tree, token: number): boolean =>
  POINTING.has(tree.lemma[token]) && childrenBy(tree, token, BELOW).length === 0;
const BELOW = new Set(["nmod", "acl", "amod", "compound"]);

/** "Ost said its troops had left, but West denied this": whose word it is that is denied or dismissed. */
export function disputedSpeakers(cast: Cast, { trigger }: EventRow, { base }: Chain): Party[] {
  const { tree } = cast;
  if (trigger.kind === "noun" || !DISPUTING.has(tree.lemma[base])) return [];
  if (!clauseOf(tree, base).objects.some((token) => isBare(tree, token))) return [];
  const saying = sayingBefore(tree, base);
  return saying < 0 ? [] : childrenBy(tree, saying, SUBJECT).flatMap((token) => partiesAt(cast, token));
}
