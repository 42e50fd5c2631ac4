import type { EventRow } from "../../../knowledge/index.ts";
import type { Chain } from "../chain.ts";
import { clauseOf } from "../clause.ts";
import { obliquesWith, partiesOf } from "../frames/slots.ts";
import { ownSubjects } from "../subjects.ts";
import type { Cast } from "./cast.ts";
import type { Party } from "./party.ts";

const SAID = new Set(["REQUEST", "ACCUSE", "THREATEN"]);
/** What one does to speak with somebody. */
const APPROACHING = new Set(
  "approach contact telephone phone call ring write turn lobby email address visit meet petition cable wire text message".split(
    " ",
  ),
);
const TO = new Set(["to", "with"]);

/** "approached Ost asking whether it could help": what a participle says is said to whomever the verb above names. */
export function approachedBy(cast: Cast, { trigger }: EventRow, { top, outcome }: Chain): Party[] {
  const { tree } = cast;
  if (trigger.kind === "noun" || !("type" in outcome) || !SAID.has(outcome.type)) return [];
  if (tree.relation[top] !== "advcl" || ownSubjects(tree, top).length > 0) return [];
  const above = tree.analysis.head[top];
  if (!APPROACHING.has(tree.lemma[above])) return [];
  const { objects, indirect, obliques } = clauseOf(tree, above);
  return partiesOf(cast, [...indirect, ...objects, ...obliquesWith(obliques, TO)]);
}
