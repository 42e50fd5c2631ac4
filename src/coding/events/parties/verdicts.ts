import type { EventRow } from "../../../knowledge/index.ts";
import type { Chain } from "../chain.ts";
import { surfaceSubjects } from "../subjects.ts";
import { isVerdict, summedUpBy } from "../summed-up.ts";
import { type Cast, partiesAt } from "./cast.ts";
import type { Party } from "./party.ts";

const JUDGING = new Set(["SUPPORT", "ACCUSE", "REJECT"]);

/** "Ost closed its airspace, a move condemned by West": whose deed it is that a word behind the clause sums up. */
export function verdictOn(cast: Cast, row: EventRow, { base }: Chain): Party[] {
  if (!JUDGING.has(row.type) || !isVerdict(cast.tree, base)) return [];
  const verb = summedUpBy(cast.tree, base);
  return (verb < 0 ? [] : surfaceSubjects(cast.tree, verb))
    .flatMap((token) => partiesAt(cast, token))
    .filter(({ place }) => !place);
}
