import type { EventRow } from "../../../knowledge/index.ts";
import type { Chain } from "../chain.ts";
import { clauseOf } from "../clause.ts";
import { obliquesWith, partiesOf, without } from "../frames/slots.ts";
import { isPredicate } from "../tree.ts";
import type { Cast } from "./cast.ts";

/** Words for many of whom no table knows who they are. */
const MANY = new Set(
  "community ally partner country state nation world government leader member power donor neighbour neighbor supporter public west society body organisation organization".split(
    " ",
  ),
);
const ON = new Set(["on", "upon", "to"]);

/** Whether a request is made to those of whom nothing is known: nobody else is asked. */
export function asksOthers(cast: Cast, row: EventRow, { base, links }: Chain): boolean {
  const asking = links.find(({ operation }) => operation === "ask")?.token ?? (row.type === "REQUEST" ? base : -1);
  if (asking < 0 || !isPredicate(cast.tree, asking)) return false;
  const { subjects, objects, indirect, obliques } = clauseOf(cast.tree, asking);
  const direct = [...indirect, ...objects];
  const asked = direct.length > 0 ? direct : obliquesWith(obliques, ON);
  // "its partners": whose they are is who asks
  const known = without(partiesOf(cast, asked), partiesOf(cast, subjects));
  return asked.some((token) => MANY.has(cast.tree.lemma[token])) && known.length === 0;
}
