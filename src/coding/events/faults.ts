import type { EventRow } from "../../knowledge/index.ts";
import type { Chain } from "./chain.ts";
import type { Ground } from "./ground.ts";
import type { Meaning } from "./operators.ts";
import type { Cast } from "./parties/cast.ts";
import { countriesOf, type Party, sideOf } from "./parties/party.ts";
import { isNobody, type Sides } from "./parties/sides.ts";
import { mayBeThing } from "./parties/things.ts";
import { isOfficial, isWithinState, STATELESS, stateCount } from "./parties/within.ts";

const MUTUAL_TYPES = new Set(["AGREE", "CONSULT", "COOPERATE", "SUPPORT", "ASSAULT", "RETREAT"]);
/** Types that one state alone can be reported for. */
const SINGLE_TYPES = new Set(["MOBILIZE"]);

/** A pattern that tells enough without a recipient: one with an object, or an exercise. */
const isStrong = ({ trigger, alone }: EventRow): boolean =>
  trigger.objects !== undefined || trigger.modifiers !== undefined || alone !== undefined;

/** What no government does to its own state: to visit, aid or attack it. */
const ABROAD = new Set(["AID", "COOPERATE", "CONSULT", "ASSAULT"]);
const RULING = new Set(["GOV", "MIL", "LEG"]);

/** Whether a government is left with its own state on the other side: somebody was taken for another. */
function isToItself(type: string, { actors, recipients }: Sides): boolean {
  if (!ABROAD.has(type) || recipients.length === 0) return false;
  const isOwn = ({ identity, place }: Party): boolean =>
    place || identity.id === identity.country || (type === "AID" && identity.sector === "GOV");
  const all = [...actors, ...recipients];
  const [country] = countriesOf(all);
  return (
    all.every(({ identity }) => identity.country === country) &&
    actors.every(({ identity }) => RULING.has(identity.sector) && !identity.id.startsWith("org.")) &&
    recipients.every(isOwn)
  );
}

/** "its embassy, which it had closed": who opens or closes his own embassy does it to somebody else. */
const isOwnEmbassy = ({ actors, recipients }: Sides): boolean =>
  recipients.length > 0 &&
  recipients.every(
    ({ identity }) => identity.id.endsWith(".embassy") && countriesOf(actors).has(identity.country ?? ""),
  );

/** "toured the north of his country": whoever travels at home visits no state. */
function isAtHome({ mode }: EventRow, { actors, recipients }: Sides): boolean {
  if (mode !== "visit" || recipients.length === 0 || actors.some(({ identity }) => identity.country === null))
    return false;
  const countries = countriesOf([...actors, ...recipients]);
  return countries.size === 1 && recipients.every(({ place, identity }) => place || identity.id === identity.country);
}

const NO_RECIPIENT = "it names nobody to whom it is done";

/** Whether a candidate was rejected only for want of a recipient. */
export const lacksRecipient = (reason: string | undefined): boolean => reason === NO_RECIPIENT;

/** Why an event with these sides is not reported, or undefined. */
export function faultOf(
  meaning: Meaning,
  row: EventRow,
  { actors, recipients }: Sides,
  { reciprocal, cast }: { readonly reciprocal: boolean; readonly cast: Cast },
): string | undefined {
  if (actors.length === 0) return "it names nobody who acts";
  const all = [...actors, ...recipients];
  if (countriesOf(all).size === 0 && !isWithinState(cast, all)) return "none of those who take part has a country";
  const sides = { actors, recipients };
  if (isToItself(meaning.type, sides) || isAtHome(row, sides) || isOwnEmbassy(sides))
    return "it is done to one's own state";
  if (recipients.length > 0) return undefined;
  if (SINGLE_TYPES.has(meaning.type) && isStrong(row)) return undefined;
  if (row.alone === meaning.type || (reciprocal && sidesCount(actors, meaning.type) > 1)) return undefined;
  if (row.roles !== "mutual" && !MUTUAL_TYPES.has(meaning.type)) return NO_RECIPIENT;
  return sidesCount(actors, meaning.type) > 1 && (row.roles === "mutual" || row.type !== meaning.type)
    ? undefined
    : "it names no second side";
}

/** "officials", "experts", "people": of no known state, and nobody in particular. */
const isVague = ({ identity }: Party): boolean => identity.country === null && !STATELESS.has(identity.sector);

/** Whom a government meets at home, though no state is named with them: unions, the opposition, the clergy. */
const AT_HOME = new Set(["LAB", "OPP", "REL"]);
const isNoSide = (party: Party, type: string): boolean =>
  isVague(party) && !(type === "CONSULT" && AT_HOME.has(party.identity.sector));

/** How many different sides the parties are: a president and his minister are one. */
function sidesCount(parties: readonly Party[], type: string): number {
  const sides = parties.filter((party) => !isNoSide(party, type));
  return new Set(
    (sides.length > 0 ? sides : parties).map(({ identity }) =>
      identity.country ? `${identity.country} ${sideOf(identity.sector)}` : identity.id,
    ),
  ).size;
}

/**
 * Actors that can't be trusted: somebody of whom nothing is known, and "it", which is as often an operation or a
 * decision as a state, unless somebody speaks of himself ("said it would").
 */
export function vagueActor(
  { cast }: Ground,
  { base, links }: Chain,
  type: string,
  { actors, recipients }: Sides,
): string | undefined {
  if (actors.some(isNobody)) return "nothing is known of who acts";
  if (isWithinState(cast, [...actors, ...recipients])) return undefined;
  if (
    actors.length > 0 &&
    type !== "PROTEST" &&
    actors.every(isVague) &&
    (stateCount(cast) > 2 || !actors.some(isOfficial))
  )
    return "who acts is of no known state";
  const spoken = links.some(({ operation }) => SPEECH.has(operation));
  return !spoken && mayBeThing(cast, base, actors) ? "the pronoun that acts may stand for a thing" : undefined;
}

const SPEECH = new Set(["speak", "ask", "threaten", "commit", "refuse"]);
