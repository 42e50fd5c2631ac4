import type { Chain, Link } from "../chain.ts";
import { type Clause, clauseOf } from "../clause.ts";
import { type Cast, partiesAt } from "../parties/cast.ts";
import { distinct, type Party, sameParty } from "../parties/party.ts";
import { surfaceSubjects } from "../subjects.ts";
import { childBy, isPredicate } from "../tree.ts";
import { SUFFERING } from "./noun.ts";
import { boundParties } from "./recipients.ts";
import { type Frame, obliquesWith, partiesOf, without } from "./slots.ts";

const ADDRESS = new Set(["on", "upon", "to", "with", "from", "at", "against"]);

/** "told the agency that the envoy must leave": the press is told, and nothing asked of it. */
const isPress = ({ identity }: Party): boolean => identity.sector === "JRN";

function addressees(cast: Cast, clause: Clause): Party[] {
  const direct = partiesOf(cast, [...clause.indirect, ...clause.objects]).filter((party) => !isPress(party));
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
  const pools = [
    boundParties(cast, token, actors),
    addressees(cast, clause),
    frame.actors,
    places ? [] : frame.recipients,
    frame.others,
  ];
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

/** The sides of an event after all that stands over it: who asks, threatens, promises or refuses takes part. */
export function overLinks(cast: Cast, chain: Chain, frame: Frame): Frame {
  if (hasOtherSubject(cast, chain, frame)) return overAsking(cast, chain, frame);
  let current = frame;
  for (const link of chain.links) {
    if (!link.row || (link.operation === "light" && SUFFERING.has(cast.tree.lemma[link.token]))) continue;
    if (link.operation === "ask") current = asked(cast, current, link.token);
    else if (link.operation !== "speak") current = spoken(cast, current, link);
  }
  return voiced(cast, chain, current);
}

const FIRST_PERSON = new Set(["we", "i"]);

/** What people do by words; whoever "received" or "attacked" in somebody's words need not be he. */
const SAID = new Set(["ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"]);

/** Who says the words at a token between quotation marks, wherever in the text it is said that he does. */
function quotedSpeaker(cast: Cast, token: number): Party[] {
  const at = cast.tree.analysis.start[token];
  const quotation = cast.quotations.findLast(
    ({ kind, content }) => kind !== "indirect" && content.some(([start, end]) => start <= at && at < end),
  );
  const speaker = quotation?.speaker.mention ? cast.byId.get(quotation.speaker.mention) : undefined;
  return speaker ? partiesAt(cast, speaker.head) : [];
}

/** "We will not talk to Ost," the minister said: who says "we" and is nobody else acts himself. */
function voiced(cast: Cast, { base, links, outcome }: Chain, frame: Frame): Frame {
  if (frame.actors.length > 0) return frame;
  const { tree } = cast;
  const clauses = [base, ...links.map(({ token }) => token)].filter((token) => isPredicate(tree, token));
  const own = clauses.some((token) => surfaceSubjects(tree, token).some((t) => FIRST_PERSON.has(tree.lemma[t])));
  if (!own) return frame;
  const speech = links.find(({ operation }) => operation === "speak");
  const isSaid = !("rejected" in outcome) && SAID.has(outcome.type);
  const actors = speech
    ? partiesOf(cast, clauseOf(tree, speech.token).subjects)
    : isSaid
      ? quotedSpeaker(cast, base)
      : [];
  return actors.length > 0
    ? { ...frame, actors, recipients: without(frame.recipients, actors), others: without(frame.others, actors) }
    : frame;
}

/** Of the links only those that ask: "demanded that the attacks stop". */
function overAsking(cast: Cast, chain: Chain, frame: Frame): Frame {
  const asking = chain.links.find(({ operation }) => operation === "ask");
  return asking ? asked(cast, frame, asking.token) : frame;
}
