import type { EventRow } from "../../knowledge/index.ts";
import type { Cast } from "./cast.ts";
import { type Clause, clauseOf } from "./clause.ts";
import { countriesOf, type Party } from "./party.ts";
import { obliquesWith, partiesOf } from "./slots.ts";

const INSIDE = new Set(["in", "at"]);
const OUT_OF = new Set(["from", "out"]);
/** What a state does to people on its ground, by type or, for judgements and expulsions, by mode or verb. */
const EXPELLING = new Set(["deport", "ban", "bar", "expel", "evict", "banish"]);
const JUDGING = new Set(["convict", "sentence", "charge", "indict", "find", "jail", "try", "acquit", "condemn"]);

/** The prepositions behind which the state stands that did it, where a passive names no agent. */
function groundOf(row: EventRow, verb: string): ReadonlySet<string> | undefined {
  if (row.trigger.kind !== "verb") return undefined;
  if (EXPELLING.has(verb)) return OUT_OF;
  if (row.type === "COERCE" || (row.type === "ACCUSE" && JUDGING.has(verb)) || row.mode === "convict") return INSIDE;
  return undefined;
}

const placesIn = (cast: Cast, clause: Clause, prepositions: ReadonlySet<string>): Party[] =>
  partiesOf(cast, obliquesWith(clause.obliques, prepositions)).filter(
    ({ place, identity }) => place || identity.id === identity.country,
  );

const TO = new Set(["to"]);

/** "was summoned to the ministry": it is the ministry that summons. */
function summonersOf(cast: Cast, clause: Clause): Party[] {
  if (cast.tree.lemma[clause.predicate] !== "summon") return [];
  const summoned = countriesOf(partiesOf(cast, clause.objects));
  return partiesOf(cast, obliquesWith(clause.obliques, TO)).filter(
    ({ identity: { country } }) => country !== null && !summoned.has(country),
  );
}

/** "was arrested in Niger", "were deported from Mark": where nobody else is named, the state whose ground it is did it. */
export function hostOf(cast: Cast, row: EventRow, base: number): Party[] {
  const prepositions = groundOf(row, cast.tree.lemma[base]);
  const clause = clauseOf(cast.tree, base);
  if (!clause.passive || clause.subjects.length > 0) return [];
  if (!prepositions) return summonersOf(cast, clause).slice(0, 1);
  const where = placesIn(cast, clause, prepositions);
  return countriesOf(where).size === 1 ? where.slice(0, 1).map((party) => ({ ...party, place: false })) : [];
}
