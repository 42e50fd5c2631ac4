import type { EventRow } from "../../knowledge/index.ts";
import { type Cast, partiesAt } from "./cast.ts";
import type { Chain, Link } from "./chain.ts";
import { type Clause, clauseOf } from "./clause.ts";
import { withHarmed } from "./harm.ts";
import { linearFrame } from "./linear.ts";
import { nounFrame, SUFFERING } from "./noun-frame.ts";
import { countriesOf, distinct, type Party, sameParty } from "./party.ts";
import { concernedBelow, remoteRecipients } from "./remote.ts";
import { type Frame, isMutual, obliquesWith, partiesOf, without } from "./slots.ts";
import { childBy, isPredicate } from "./tree.ts";
import { verbFrame } from "./verb-frame.ts";

export type { Frame } from "./slots.ts";

const ADDRESS = new Set(["on", "upon", "to", "with", "from", "at", "against"]);

function addressees(cast: Cast, clause: Clause): Party[] {
  const direct = partiesOf(cast, [...clause.indirect, ...clause.objects]);
  return direct.length > 0 ? direct : partiesOf(cast, obliquesWith(clause.obliques, ADDRESS));
}

/** "warned Ankara about buying Russian missiles": who is warned, not whom it is about. */
const addressed = (cast: Cast, clause: Clause, speakers: readonly Party[]): Party[] =>
  without(partiesOf(cast, [...clause.indirect, ...clause.objects.filter((token) => cast.byHead.has(token))]), speakers);

/** Asking makes the asker the actor, and whom he asks the recipient. */
function asked(cast: Cast, frame: Frame, token: number): Frame {
  const clause = clauseOf(cast.tree, token);
  const asking = partiesOf(cast, clause.subjects);
  const actors = asking.length > 0 ? asking : partiesAt(cast, token);
  const places = frame.recipients.every(({ place }) => place);
  const pools = [addressees(cast, clause), frame.actors, places ? [] : frame.recipients, frame.others];
  const recipients = pools.map((pool) => without(distinct(pool), actors)).find((pool) => pool.length > 0) ?? [];
  return { actors, recipients, others: [], loose: frame.loose };
}

/** The subject of an operator acts where the event names nobody; where it names somebody else, those receive. */
function spoken(cast: Cast, frame: Frame, { token, operation }: Link): Frame {
  const clause = clauseOf(cast.tree, token);
  const found = partiesOf(cast, clause.passive ? [...clause.subjects, ...clause.objects] : clause.subjects);
  // "are threatened with an offensive from Turkey"
  if (operation === "threaten" && clause.passive && frame.actors.length > 0 && clause.subjects.length === 0)
    return { ...frame, recipients: without(partiesOf(cast, clause.objects), frame.actors) };
  const warned = operation === "threaten" && !clause.passive && found.length > 0 ? addressed(cast, clause, found) : [];
  if (warned.length > 0) return { actors: found, recipients: warned, others: [], loose: frame.loose };
  const speakers = found.length > 0 || isPredicate(cast.tree, token) ? found : partiesAt(cast, token);
  if (speakers.length === 0) return frame;
  if (frame.actors.length === 0)
    return {
      ...frame,
      actors: speakers,
      others: without(frame.others, speakers),
      recipients: without(frame.recipients, speakers),
    };
  const speech = operation === "commit" || operation === "threaten" || operation === "refuse";
  if (!speech || frame.actors.some((actor) => speakers.some((speaker) => sameParty(actor, speaker)))) return frame;
  // "opposed Washington's attempts to restore the sanctions": what is refused is somebody's act.
  const refused = operation === "refuse" ? without(distinct(frame.actors), speakers) : [];
  const all = without(distinct([...frame.actors, ...frame.recipients, ...frame.others]), speakers);
  return { actors: speakers, recipients: refused.length > 0 ? refused : all, others: [], loose: true };
}

/** A clause with a subject that names nobody ("the decision will …") borrows no actor from above. */
function hasOtherSubject(cast: Cast, chain: Chain, frame: Frame): boolean {
  if (frame.actors.length > 0 || !isPredicate(cast.tree, chain.base)) return false;
  const subject = childBy(cast.tree, chain.base, "nsubj");
  return subject >= 0 && cast.tree.analysis.upos[subject] !== "PRON" && !cast.byHead.has(subject);
}

function overLinks(cast: Cast, chain: Chain, frame: Frame): Frame {
  if (hasOtherSubject(cast, chain, frame)) return overAsking(cast, chain, frame);
  let current = frame;
  for (const link of chain.links) {
    if (!link.row || (link.operation === "light" && SUFFERING.has(cast.tree.lemma[link.token]))) continue;
    if (link.operation === "ask") current = asked(cast, current, link.token);
    else if (link.operation !== "speak") current = spoken(cast, current, link);
  }
  return current;
}

/** Of the links only those that ask: "demanded that the attacks stop". */
function overAsking(cast: Cast, chain: Chain, frame: Frame): Frame {
  const asking = chain.links.find(({ operation }) => operation === "ask");
  return asking ? asked(cast, frame, asking.token) : frame;
}

/** "will host the king": what is promised to a guest is the host's act. */
function promised(row: EventRow, { outcome }: Chain, frame: Frame): Frame {
  const isPromise = row.roles === "reversed" && row.recipient !== undefined && "type" in outcome;
  if (!isPromise || outcome.type !== "AGREE" || frame.recipients.length === 0) return frame;
  return { ...frame, actors: frame.recipients, recipients: frame.actors };
}

/** "was arrested in Niger": where nobody else is named, the state in which its police did it. */
function hostOf(cast: Cast, row: EventRow, base: number): Party[] {
  if (row.type !== "COERCE" || row.trigger.kind !== "verb") return [];
  const clause = clauseOf(cast.tree, base);
  if (!clause.passive || clause.subjects.length > 0) return [];
  const where = partiesOf(cast, obliquesWith(clause.obliques, INSIDE)).filter(({ place }) => place);
  return countriesOf(where).size === 1 ? where.slice(0, 1).map((party) => ({ ...party, place: false })) : [];
}
const INSIDE = new Set(["in", "at"]);

/** "NATO agreed to a larger force in Bosnia": what one side alone agrees to concerns whom it names. */
function withConcerned(cast: Cast, row: EventRow, chain: Chain, frame: Frame): Frame {
  const alone = frame.others.length === 0 && countriesOf(frame.actors).size === 1;
  if (row.type !== "AGREE" || row.trigger.kind === "noun" || !alone) return frame;
  const recipients = concernedBelow(cast, chain, frame);
  return recipients.length > 0 ? { ...frame, recipients, loose: true } : frame;
}

/** Who takes part in the event of a row at the foot of a chain. */
export function frameOf(cast: Cast, row: EventRow, chain: Chain): Frame {
  const verbal = row.trigger.kind !== "noun";
  const own = verbal ? verbFrame(cast, row, chain.base) : nounFrame(cast, row, chain);
  if (row.reading === "linear")
    return linearFrame(cast, row, chain.base, own.actors.length > 0 ? own : overLinks(cast, chain, own));
  const coded = promised(row, chain, overLinks(cast, chain, own));
  const hosts = coded.actors.length === 0 && coded.recipients.length > 0 ? hostOf(cast, row, chain.base) : [];
  const frame = hosts.length > 0 ? { ...coded, actors: hosts, loose: true } : coded;
  if (frame.actors.length === 0 || frame.recipients.length > 0) return frame;
  const harming = withHarmed(cast, row, chain.base, frame);
  if (isMutual(row)) return withConcerned(cast, row, chain, harming);
  if (harming.recipients.length > 0) return harming;
  const recipients = remoteRecipients(cast, row, chain, frame);
  return recipients.length > 0 ? { ...frame, recipients, loose: true } : frame;
}
