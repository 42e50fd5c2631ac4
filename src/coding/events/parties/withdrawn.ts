import type { EventRow } from "../../../knowledge/index.ts";
import type { Frame } from "../frames/slots.ts";
import { type Cast, partiesWithin } from "./cast.ts";
import { countriesOf, type Party } from "./party.ts";
import { isOwnForce } from "./sides.ts";

/** Whether a state moves only forces of its own, and so nobody is named yet to whom it does it. */
export const movesOwnForces = ({ mode }: EventRow, { actors, recipients }: Frame): boolean =>
  mode === "withdraw" && recipients.length > 0 && recipients.every((party) => isOwnForce(actors, party));

/** "ordered the withdrawal of its soldiers in Ost": the state in which the forces stand that are withdrawn. */
export function leftState(cast: Cast, row: EventRow, frame: Frame): Party[] {
  if (!movesOwnForces(row, frame)) return [];
  const own = countriesOf(frame.actors);
  return frame.recipients
    .flatMap(({ here }) => partiesWithin(cast, here.head))
    .filter(({ place, identity }) => place && !own.has(identity.country ?? ""));
}
