import type { EventRow } from "../../../knowledge/index.ts";
import type { Chain } from "../chain.ts";
import { clauseOf } from "../clause.ts";
import { childrenBy, isVerbal, type Tree } from "../tree.ts";
import type { Cast } from "./cast.ts";
import { insidePhrase } from "./inside.ts";
import type { Party } from "./party.ts";

const BLAMING = new Set(["ACCUSE", "REJECT"]);
const NAMING = new Set("call say describe term see consider brand label regard view deem claim denounce".split(" "));
const RELATIVE = new Set(["acl"]);
const NAMED = new Set(["obj", "obl", "xcomp", "ccomp", "iobj"]);

/** The words by which a clause "what it called …" names a deed, the likelier first. */
function namesOf(tree: Tree, what: number): number[] {
  return childrenBy(tree, what, RELATIVE)
    .filter((clause) => NAMING.has(tree.lemma[clause]))
    .flatMap((clause) => childrenBy(tree, clause, NAMED))
    .filter((token) => token > what && !isVerbal(tree, token));
}

/** "voiced alarm at what it called Ost's meddling": whose the deed is that is named only by what it is called. */
export function namedAs(cast: Cast, { trigger }: EventRow, { base, outcome }: Chain): Party[] {
  if (trigger.kind === "noun" || !("type" in outcome) || outcome.status !== "happened" || !BLAMING.has(outcome.type))
    return [];
  const { tree } = cast;
  const { objects, obliques } = clauseOf(tree, base);
  const free = [...objects, ...obliques.map(({ token }) => token)].filter((token) => tree.lemma[token] === "what");
  const named = free.flatMap((what) => namesOf(tree, what));
  return named.flatMap((name) => insidePhrase(cast, name, "REJECT")).filter(({ place }) => !place);
}
