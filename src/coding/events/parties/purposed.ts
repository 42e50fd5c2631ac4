import type { EventRow } from "../../../knowledge/index.ts";
import type { Chain } from "../chain.ts";
import { clauseOf } from "../clause.ts";
import { childrenBy, hasChild, prepositionOf, type Tree } from "../tree.ts";
import { type Cast, partiesAt } from "./cast.ts";
import { insidePhrase } from "./inside.ts";
import type { Party } from "./party.ts";

const GIVING = new Set(["AID", "AGREE", "COOPERATE"]);
const GIVEN = new Set(
  "aid assistance support help fund funding loan grant package sale shipment delivery delivering supply tent food relief rescuer doctor team equipment weapon arm arms money dollar euro million billion vehicle helicopter medicine expert transfer export".split(
    " ",
  ),
);
const PURPOSE = new Set(["advcl", "acl"]);
const TO = new Set(["to"]);
const MARK = new Set(["mark"]);
const FAVOURING = new Set(
  "bolster strengthen boost support help assist back sustain stabilise stabilize improve modernise modernize rebuild reconstruct shore".split(
    " ",
  ),
);

/** "a sale to bolster Ost's army": whose the thing is that is to gain by what is given. */
const purposesUnder = (tree: Tree, head: number): number[] =>
  childrenBy(tree, head, PURPOSE).filter(
    (clause) => FAVOURING.has(tree.lemma[clause]) && hasChild(tree, clause, TO, MARK),
  );

const DISASTERS = new Set(
  "earthquake quake flood flooding cyclone hurricane typhoon storm tsunami eruption landslide wildfire fire drought famine explosion blast mudslide tornado disaster".split(
    " ",
  ),
);
const AFTER = new Set(["after", "following", "since", "amid", "over"]);
const RELATIVE = new Set(["acl"]);
const STRIKING = new Set(
  "hit strike devastate rock jolt batter ravage shake destroy flatten inundate sweep".split(" "),
);

/** "after the quake that struck the Ostish town": the state whose ground a disaster struck. */
function stricken(cast: Cast, predicate: number): Party[] {
  const { tree } = cast;
  return clauseOf(tree, predicate)
    .obliques.filter(({ token, preposition }) => AFTER.has(preposition) && DISASTERS.has(tree.lemma[token]))
    .flatMap(({ token }) => childrenBy(tree, token, RELATIVE))
    .filter((clause) => STRIKING.has(tree.lemma[clause]))
    .flatMap((clause) => {
      const { objects, obliques } = clauseOf(tree, clause);
      return [
        ...objects,
        ...obliques.filter(({ token }) => prepositionOf(tree, token) !== "on").map(({ token }) => token),
      ];
    })
    .flatMap((token) => [...partiesAt(cast, token), ...insidePhrase(cast, token, "AID")]);
}

/** Whom a gift is to serve, or whom the disaster struck after which it is given, where nobody is named as given it. */
export function servedBy(cast: Cast, row: EventRow, { base, links, outcome }: Chain): Party[] {
  if (!GIVING.has(row.type) || !("type" in outcome) || !GIVING.has(outcome.type)) return [];
  const { tree } = cast;
  const heads = [base, ...links.map(({ token }) => token)];
  const given = heads
    .flatMap((head) => [head, ...clauseOf(tree, head).objects])
    .filter((token) => GIVEN.has(tree.lemma[token]));
  if (given.length === 0) return [];
  const served = [...heads, ...given]
    .flatMap((head) => purposesUnder(tree, head))
    .flatMap((clause) => clauseOf(tree, clause).objects)
    .flatMap((thing) => [...partiesAt(cast, thing), ...insidePhrase(cast, thing, "AID")]);
  return served.length > 0 ? served : heads.flatMap((head) => stricken(cast, head));
}
