import type { ActorIdentity } from "../../../schema/index.ts";
import type { TokenMention } from "../../types.ts";

/** Somebody who takes part: who it is, and the mention whose words say so here. */
export interface Party {
  /** The mention that carries the identity; for a pronoun or group, what it stands for. */
  readonly mention: TokenMention;
  readonly identity: ActorIdentity;
  /** The mention at this place in the text. */
  readonly here: TokenMention;
  /** True where the words name a place that stands for its state. */
  readonly place: boolean;
}

/** "three activists", "the donor": somebody of no known state, of whom only his words tell. */
export const isStateless = ({ identity: { country, id } }: Party): boolean =>
  country === null && id.startsWith("unknown.");

/** The army or police of a state. */
export const isStateForce = ({ identity: { country, sector } }: Party): boolean =>
  country !== null && (sector === "MIL" || sector === "COP");

/** The same somebody, known to be of a state. */
export const ofState = (party: Party, country: string): Party => ({
  ...party,
  identity: { ...party.identity, id: `${party.identity.id}.${country}`, country },
});

/** Each identity once, in the order of the text; a state's organ does not hide the state. */
export function distinct(parties: readonly Party[]): Party[] {
  const seen = new Set<string>();
  return parties.filter((party) => {
    const key = party.identity.id;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The countries that take part, each once. */
export function countriesOf(parties: readonly Party[]): Set<string> {
  const countries = new Set<string>();
  for (const { identity } of parties) if (identity.country) countries.add(identity.country);
  return countries;
}

const STATE_SECTORS = new Set(["GOV", "MIL", "LEG", "JUD", "COP", "SPY", "ELI", "UNK"]);

/** Organs of one state are one side; its rebels, parties and people are others. */
export const sideOf = (sector: string): string => (STATE_SECTORS.has(sector) ? "state" : sector);

/** Whether two parties are one side: a president and his minister are. */
export const sameSide = (one: Party, other: Party): boolean =>
  one.identity.id === other.identity.id ||
  (one.identity.country !== null &&
    one.identity.country === other.identity.country &&
    sideOf(one.identity.sector) === sideOf(other.identity.sector));

/** Whether two parties are of one country, or the same. */
export const sameParty = (one: Party, other: Party): boolean =>
  one.identity.id === other.identity.id ||
  (one.identity.country !== null && one.identity.country === other.identity.country);
