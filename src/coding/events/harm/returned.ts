import type { EventRow } from "../../../knowledge/index.ts";
import type { Chain } from "../chain.ts";
import { clauseOf } from "../clause.ts";
import { obliquesWith, partiesOf } from "../frames/slots.ts";
import type { Cast } from "../parties/cast.ts";
import type { Party } from "../parties/party.ts";
import { childrenBy } from "../tree.ts";

const STRIKING_BACK = new Set(["hit", "strike", "fire", "shoot", "retaliate", "respond", "bomb", "shell"]);
/** "hit back" alone may be said of words. */
const HOSTILE = new Set(["ASSAULT", "ACCUSE"]);
const FIRED = new Set(["fire", "launch", "shoot", "lob", "hurl"]);
const BEHIND = new Set(["advcl"]);
const FROM = new Set(["from"]);

/** "hit back after rockets fired from Ost": whoever strikes back strikes where the fire came from. */
export function firedFrom(cast: Cast, row: EventRow, { base, outcome }: Chain): Party[] {
  const { tree } = cast;
  if (!("type" in outcome) || !HOSTILE.has(outcome.type) || !STRIKING_BACK.has(tree.lemma[base])) return [];
  if (row.trigger.kind === "noun") return [];
  return childrenBy(tree, base, BEHIND)
    .filter((clause) => FIRED.has(tree.lemma[clause]))
    .flatMap((clause) => partiesOf(cast, obliquesWith(clauseOf(tree, clause).obliques, FROM)));
}
