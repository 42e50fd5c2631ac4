import type { EventRow } from "../../../knowledge/index.ts";
import type { Chain } from "../chain.ts";
import { clauseOf } from "../clause.ts";
import { childBy, childrenBy, hasChild, isPredicate, type Tree } from "../tree.ts";
import { type Cast, partiesAt } from "./cast.ts";
import { insidePhrase } from "./inside.ts";
import type { Party } from "./party.ts";

/** What is said against somebody, or asked of him, for what he does. */
const SPOKEN = new Set(["ACCUSE", "REQUEST"]);
const ADVERBIAL = new Set(["advcl"]);
const RELATIVE = new Set(["acl"]);
const CONTENT = new Set(["ccomp"]);
const REASONS = new Set(["because", "after"]);
const SAYING = new Set("say argue claim add insist allege assert complain charge".split(" "));
/** Deeds that are condemned by a word that says no more: "slammed the move, saying Ost had …". */
const DEEDS = new Set(
  "move decision step plan measure action act behaviour behavior policy conduct remark comment statement it this that attack strike raid law ruling ban".split(
    " ",
  ),
);
const COMPLEMENTS = new Set(["nmod"]);
const THAT = new Set(["that"]);
const JOINING = new Set(["mark", "obj"]);
/** Words whose clause says what somebody is to have done: "an accusation that Ost …". */
const CHARGES = new Set("accusation allegation complaint charge claim report suspicion evidence".split(" "));

/** Who does what a clause tells: of a passive whoever is behind "by". */
function doersAt(cast: Cast, clause: number): Party[] {
  const { passive, subjects } = clauseOf(cast.tree, clause);
  const own = passive ? subjects : childrenBy(cast.tree, clause, SUBJECT);
  return own
    .flatMap((token) => partiesAt(cast, token))
    .filter(({ place, identity }) => !place && identity.country !== null);
}
const SUBJECT = new Set(["nsubj"]);

/** "demanded an apology because Ost had …" */
function reasonsUnder(tree: Tree, predicate: number): number[] {
  return childrenBy(tree, predicate, ADVERBIAL).filter((clause) => {
    const mark = childBy(tree, clause, "mark");
    return mark >= 0 && REASONS.has(tree.lemma[mark]) && childBy(tree, clause, "nsubj") >= 0;
  });
}

/** "slammed the move, saying Ost had acted rashly" */
function sayingsUnder(tree: Tree, predicate: number): number[] {
  if (!clauseOf(tree, predicate).objects.some((object) => DEEDS.has(tree.lemma[object]))) return [];
  return childrenBy(tree, predicate, ADVERBIAL)
    .filter((clause) => SAYING.has(tree.lemma[clause]) && childBy(tree, clause, "mark") < 0)
    .flatMap((clause) => childrenBy(tree, clause, CONTENT));
}

/** "began to look into complaints that Ost …": the clause that a word for a charge contains. */
function contentsUnder(tree: Tree, base: number): number[] {
  const { objects, obliques } = clauseOf(tree, base);
  const words = isPredicate(tree, base) ? [...objects, ...obliques.map(({ token }) => token)] : [base];
  return [...words, ...words.flatMap((word) => childrenBy(tree, word, COMPLEMENTS))]
    .filter((word) => CHARGES.has(tree.lemma[word]))
    .flatMap((word) => childrenBy(tree, word, RELATIVE))
    .filter((clause) => hasChild(tree, clause, THAT, JOINING));
}

/** "said the test held by Ost undermined peace": whose the thing is that a claim is about. */
function claimed(cast: Cast, base: number): Party[] {
  if (!CLAIMING.has(cast.tree.lemma[base])) return [];
  return childrenBy(cast.tree, base, CONTENT)
    .flatMap((clause) => childrenBy(cast.tree, clause, SUBJECT))
    .flatMap((thing) => insidePhrase(cast, thing, "ACCUSE"))
    .filter(({ place, identity }) => !place && identity.country !== null);
}
const CLAIMING = new Set(
  "say conclude believe claim announce declare rule determine argue find insist assert maintain".split(" "),
);

/** Whose deed is the ground of what is said to nobody by name: of an accusation, or of a demand. */
export function groundsOf(cast: Cast, row: EventRow, { base, links, outcome }: Chain): Party[] {
  if (!("type" in outcome) || !SPOKEN.has(outcome.type) || outcome.type !== row.type) return [];
  const { tree } = cast;
  const predicates = [base, ...links.map(({ token }) => token)].filter((token) => isPredicate(tree, token));
  const charged = outcome.type === "ACCUSE" ? contentsUnder(tree, base) : [];
  const blamed = outcome.type === "ACCUSE" ? predicates.flatMap((token) => sayingsUnder(tree, token)) : [];
  const clauses = [...charged, ...blamed, ...predicates.flatMap((token) => reasonsUnder(tree, token))];
  const found = clauses.map((clause) => doersAt(cast, clause)).find((parties) => parties.length > 0);
  return found ?? (row.type === "ACCUSE" ? claimed(cast, base) : []);
}
