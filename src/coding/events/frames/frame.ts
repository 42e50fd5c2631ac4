import type { EventRow } from "../../../knowledge/index.ts";
import type { Chain } from "../chain.ts";
import { isWhere, withHarmed } from "../harm/harm.ts";
import { asksOthers } from "../parties/asked.ts";
import type { Cast } from "../parties/cast.ts";
import { withCaptors, withHolders } from "../parties/held.ts";
import { hostOf } from "../parties/host.ts";
import { impliedRecipients } from "../parties/implied.ts";
import { tiesOf } from "../parties/inside.ts";
import { countriesOf } from "../parties/party.ts";
import { concernedBelow, remoteRecipients } from "../parties/remote.ts";
import { leftState, movesOwnForces } from "../parties/withdrawn.ts";
import { linearFrame } from "./linear.ts";
import { nounFrame } from "./noun.ts";
import { tradeBlows } from "./opponents.ts";
import { overLinks } from "./over-links.ts";
import { type Frame, isMutual } from "./slots.ts";
import { verbFrame } from "./verb.ts";

export type { Frame } from "./slots.ts";

/** "will host the king": what is promised to a guest is the host's act. */
function promised(row: EventRow, { outcome }: Chain, frame: Frame): Frame {
  const isPromise = row.roles === "reversed" && row.recipient !== undefined && "type" in outcome;
  if (!isPromise || outcome.type !== "AGREE" || frame.recipients.length === 0) return frame;
  return { ...frame, actors: frame.recipients, recipients: frame.actors };
}

/** Who only plans agrees with nobody. */
const PLANNING = new Set(["plan", "schedule", "slate"]);

/** "NATO agreed to a larger force in Bosnia": what one side alone agrees to concerns whom it names. */
function withConcerned(cast: Cast, row: EventRow, chain: Chain, frame: Frame): Frame {
  const alone = frame.others.length === 0 && countriesOf(frame.actors).size === 1;
  const isPlan = PLANNING.has(cast.tree.lemma[chain.base]);
  if (row.type !== "AGREE" || row.trigger.kind === "noun" || isPlan || !alone) return frame;
  const recipients = concernedBelow(cast, chain, frame);
  return recipients.length > 0 ? { ...frame, recipients, loose: true } : frame;
}

const PUNISHING = new Set(["COERCE", "SANCTION"]);

/** "sanctions on people linked to the army of Ost": of nobody's country they say less than to whom they are tied. */
function withTies(cast: Cast, { type }: EventRow, frame: Frame): Frame {
  if (!PUNISHING.has(type) || frame.recipients.some(({ identity }) => identity.country !== null)) return frame;
  const ties = tiesOf(cast, frame.recipients);
  return ties.length > 0 ? { ...frame, recipients: ties, loose: true } : frame;
}

function framed(cast: Cast, row: EventRow, chain: Chain): Frame {
  const verbal = row.trigger.kind !== "noun";
  const own = verbal ? verbFrame(cast, row, chain.base) : nounFrame(cast, row, chain);
  if (row.reading === "linear")
    return linearFrame(cast, row, chain.base, own.actors.length > 0 ? own : overLinks(cast, chain, own));
  const coded = promised(row, chain, overLinks(cast, chain, own));
  const hosts = coded.actors.length === 0 && coded.recipients.length > 0 ? hostOf(cast, row, chain.base) : [];
  const frame = hosts.length > 0 ? { ...coded, actors: hosts, loose: true } : coded;
  const found = frame.actors.length + frame.others.length > 0;
  // "urged its allies to fight Ost": whoever is asked is somebody else
  if (asksOthers(cast, row, chain)) return { ...frame, recipients: [] };
  const harming =
    found && frame.recipients.every((party) => isWhere(cast, party)) ? withHarmed(cast, row, chain.base, frame) : frame;
  if (isMutual(row) && found) return withConcerned(cast, row, chain, harming);
  if (frame.actors.length === 0 || frame.reciprocal) return frame;
  if (!verbal && tradeBlows(cast.tree, row, chain, harming)) return { ...frame, reciprocal: true };
  const isSure = harming === frame || harming.recipients.some(({ identity }) => identity.country !== null);
  if (harming.recipients.length > 0 && isSure && !movesOwnForces(row, harming)) return withTies(cast, row, harming);
  const left = leftState(cast, row, harming);
  const remote = left.length > 0 ? left : remoteRecipients(cast, row, chain, frame);
  const recipients = remote.length > 0 ? remote : impliedRecipients(cast, row, chain, frame.actors);
  return recipients.length > 0 ? { ...frame, recipients, loose: true } : harming;
}

/** Who takes part in the event of a row at the foot of a chain. */
export function frameOf(cast: Cast, row: EventRow, chain: Chain): Frame {
  const frame = framed(cast, row, chain);
  return isMutual(row) ? frame : withHolders(cast, row.type, chain.base, withCaptors(cast, row.type, frame));
}
