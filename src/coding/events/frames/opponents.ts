import type { EventRow } from "../../../knowledge/index.ts";
import type { Chain } from "../chain.ts";
import { clauseOf } from "../clause.ts";
import { type Party, sameSide } from "../parties/party.ts";
import type { Tree } from "../tree.ts";
import type { Frame } from "./slots.ts";

const FIGHTING = new Set(["fight", "wage", "battle"]);
const WARS = new Set(["war", "battle", "conflict", "duel"]);
const TRADING = new Set(["engage", "lock", "trade", "exchange", "embroil", "swap"]);
/** What stands behind these is who else fights, or where allies do. */
const ELSEWHERE = new Set(["against", "with", "in", "alongside", "together", "for"]);

const areSides = (parties: readonly Party[]): boolean =>
  parties.some((party) => party.identity.country !== null && !sameSide(party, parties[0]));

/** "Ost and West are fighting a war": of two who fight and name nobody else each is the other's enemy. */
export function fightEachOther(tree: Tree, verb: number, actors: readonly Party[]): boolean {
  if (!FIGHTING.has(tree.lemma[verb]) || !areSides(actors)) return false;
  const { objects, obliques } = clauseOf(tree, verb);
  return (
    objects.some((token) => WARS.has(tree.lemma[token])) &&
    !obliques.some(({ preposition }) => ELSEWHERE.has(preposition))
  );
}

/** "Ost and West are locked in daily fire": what two trade or are locked in they do to each other. */
export const tradeBlows = (
  { lemma }: Tree,
  { type }: EventRow,
  { links }: Chain,
  { actors, recipients }: Frame,
): boolean =>
  type === "ASSAULT" &&
  recipients.length === 0 &&
  links.some(({ token }) => TRADING.has(lemma[token])) &&
  areSides(actors);
