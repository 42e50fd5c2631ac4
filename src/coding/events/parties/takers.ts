import type { EventRow } from "../../../knowledge/index.ts";
import type { Chain } from "../chain.ts";
import { clauseOf } from "../clause.ts";
import { surfaceSubjects } from "../subjects.ts";
import { childrenBy, hasRelation, isVerbal, prepositionOf, type Tree } from "../tree.ts";
import { belowPredicate } from "./below.ts";
import { type Cast, partiesAt } from "./cast.ts";
import { insidePhrase } from "./inside.ts";
import type { Party } from "./party.ts";

/** What whoever is given something does with it. */
const TAKING = new Set(
  "receive get accept commission use deploy obtain unveil inaugurate welcome distribute administer collect field operate fly display induct unload".split(
    " ",
  ),
);
const CONTAINING = new Set("include contain provide comprise earmark allocate feature".split(" "));
const RELATIVE = new Set(["acl"]);
const CONTENT = new Set(["ccomp"]);
const MEASURE = new Set(["nmod"]);
const CLIMBED = new Set(["nmod", "conj", "compound"]);

/** The outermost noun of the phrase that holds a thing: "a batch of vaccines", "one of ten ships". */
function wholeOf(tree: Tree, thing: number): number {
  let top = thing;
  for (let steps = 0; CLIMBED.has(tree.relation[top]) && steps < 4; steps += 1) {
    const above = tree.analysis.head[top];
    if (above < 0 || isVerbal(tree, above)) break;
    top = above;
  }
  return top;
}

/** "received on Monday one of ten ships": an object that stands far from its verb may be hung on it like a date. */
const isTaken = (tree: Tree, thing: number): boolean =>
  tree.relation[thing] === "obj" ||
  (tree.relation[thing] === "obl" && prepositionOf(tree, thing) === "" && tree.analysis.upos[thing] === "NUM");

/** "Ost received vaccines donated by West", "vans donated by West will serve towns across Ost": whoever takes what was given. */
function takersAbove(cast: Cast, base: number): Party[] {
  const { tree } = cast;
  if (tree.relation[base] !== "acl" || !clauseOf(tree, base).passive) return [];
  const thing = wholeOf(tree, tree.analysis.head[base]);
  const verb = tree.analysis.head[thing];
  if (verb >= 0 && tree.relation[thing] === "nsubj") return belowPredicate(cast, verb, "AID");
  if (verb < 0 || !isTaken(tree, thing) || !TAKING.has(tree.lemma[verb])) return [];
  return surfaceSubjects(tree, verb).flatMap((token) => partiesAt(cast, token));
}

/** "a bill which includes a billion for Ost", "a loan of which Ost has received a half": whom a clause about the thing names. */
function takersBehind(cast: Cast, thing: number): Party[] {
  const { tree } = cast;
  const clauses = [thing, ...childrenBy(tree, thing, MEASURE)]
    .flatMap((noun) => childrenBy(tree, noun, RELATIVE))
    .filter((clause) => hasRelation(tree, clause, "acl:relcl"))
    .flatMap((clause) => [clause, ...childrenBy(tree, clause, CONTENT)]);
  return clauses.flatMap((clause) => {
    if (CONTAINING.has(tree.lemma[clause]))
      return clauseOf(tree, clause).objects.flatMap((object) => insidePhrase(cast, object, "AID"));
    if (!TAKING.has(tree.lemma[clause])) return [];
    return childrenBy(tree, clause, SUBJECT).flatMap((token) => partiesAt(cast, token));
  });
}
const SUBJECT = new Set(["nsubj"]);

/** Who is given what a deed of aid is about, where another verb of the sentence says it. */
export function takersOf(cast: Cast, row: EventRow, { base, outcome }: Chain): Party[] {
  if (row.type !== "AID" || !("type" in outcome) || !/^A(ID|GREE)$/.test(outcome.type)) return [];
  if (!isVerbal(cast.tree, base)) return [];
  const above = takersAbove(cast, base);
  return above.length > 0 ? above : clauseOf(cast.tree, base).objects.flatMap((thing) => takersBehind(cast, thing));
}
