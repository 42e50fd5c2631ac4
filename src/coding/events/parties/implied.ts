import type { EventRow } from "../../../knowledge/index.ts";
import type { Chain } from "../chain.ts";
import { firedFrom } from "../harm/returned.ts";
import { approachedBy } from "./approached.ts";
import type { Cast } from "./cast.ts";
import { disputedSpeakers } from "./disputed.ts";
import { groundsOf } from "./grounds.ts";
import { namedAs } from "./named-as.ts";
import { countriesOf, distinct, type Party, sameSide } from "./party.ts";
import { provokers } from "./provoked.ts";
import { servedBy } from "./purposed.ts";
import { takersOf } from "./takers.ts";
import { tellersOf } from "./tellers.ts";
import { verdictOn } from "./verdicts.ts";

/** What finds them, the surest first. */
const FINDERS = [
  approachedBy,
  namedAs,
  disputedSpeakers,
  groundsOf,
  takersOf,
  servedBy,
  verdictOn,
  firedFrom,
  tellersOf,
];
const REBELLIOUS = new Set(["REB", "UAF", "PRM", "OPP"]);

/** Those of a country, where any is. */
function placed(parties: readonly Party[]): Party[] {
  const known = parties.filter(({ identity }) => identity.country !== null);
  return distinct(known.length > 0 ? known : parties);
}

/** Of a deed that names nobody to whom it is done, those whom another clause of its sentence shows to be meant. */
export function impliedRecipients(cast: Cast, row: EventRow, chain: Chain, actors: readonly Party[]): Party[] {
  const others = (party: Party): boolean => !actors.some((actor) => sameSide(actor, party));
  const threatened = provokers(cast, chain).filter(others);
  if (threatened.length > 0) return placed(threatened);
  const own = countriesOf(actors);
  const foreign = ({ identity: { sector, country } }: Party): boolean =>
    REBELLIOUS.has(sector) || country === null || !own.has(country);
  for (const find of FINDERS) {
    const found = find(cast, row, chain, actors).filter((party) => others(party) && foreign(party));
    if (found.length > 0) return placed(found);
  }
  return [];
}
