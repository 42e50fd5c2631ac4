import type { Cast } from "./cast.ts";
import type { Party } from "./party.ts";

const counts = new WeakMap<Cast, number>();

/** How many states the text names. */
export function stateCount(cast: Cast): number {
  let count = counts.get(cast);
  if (count === undefined) {
    count = new Set(cast.mentions.flatMap(({ actor, place }) => actor?.country ?? place?.country ?? [])).size;
    counts.set(cast, count);
  }
  return count;
}

/** "the government", "the police": of some state, if the text says which. */
const OFFICIAL = new Set(["GOV", "MIL", "COP", "LEG", "JUD", "PTY", "OPP"]);
export const isOfficial = ({ identity }: Party): boolean => OFFICIAL.has(identity.sector);

/** Sectors of those who are somebody without a state: armed groups, organisations. */
export const STATELESS = new Set(["UAF", "REB", "PRM", "IGO", "NGO", "CRM", "MNC"]);

/** People with whom a state's officials deal. */
const GROUPS = new Set(["LAB", "CVL", "REL", "REF", "ELI"]);

const isOrganised = (party: Party): boolean =>
  isOfficial(party) || GROUPS.has(party.identity.sector) || STATELESS.has(party.identity.sector);

/** Whether officials and those who deal with them are on both sides in a text that names no state: it is about its own. */
export const isWithinState = (cast: Cast, parties: readonly Party[]): boolean =>
  parties.length > 1 && stateCount(cast) === 0 && parties.some(isOfficial) && parties.every(isOrganised);
