import type { EventRow } from "../../knowledge/index.ts";
import { type Cast, countriesOf, distinct, type Party, sameSide, sideOf } from "./cast.ts";
import { type Chain, chainOf } from "./chain.ts";
import { corrected } from "./corrections.ts";
import { type Frame, frameOf } from "./frame.ts";
import type { Ground } from "./ground.ts";
import { eventRowsAt } from "./match.ts";
import type { Meaning, Outcome } from "./operators.ts";
import type { Tree } from "./tree.ts";

/** An event that a row found in a tree, with its participants; `rejected` says why it is not reported. */
export interface Candidate {
  readonly row: EventRow;
  readonly chain: Chain;
  readonly meaning: Meaning;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly loose: boolean;
  /** The correction that changed the type, if one did. */
  readonly correction?: string;
  readonly rejected?: string;
}

interface Sides {
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
}

/** Parties without places and, where somebody is known, without those of whom nothing is. */
function persons(parties: readonly Party[]): Party[] {
  const found = parties.filter((party) => !party.place);
  const known = found.filter((party) => !isNobody(party));
  return known.length > 0 ? known : found;
}

/** A mutual event has all sides as actors, unless an operator made one side's act of speech of it. */
function mutualSides(frame: Frame, own: boolean): Sides {
  const actors = persons(frame.actors);
  const others = persons(frame.others);
  if (own || actors.length === 0 || others.length === 0)
    return { actors: distinct([...actors, ...others]), recipients: [] };
  return { actors, recipients: others };
}

/** "block it", "destroy this": as an object the pronoun of things hardly ever stands for a state. */
const isThing = (tree: Tree, { here }: Party): boolean => tree.lemma[here.head] === "it";

/** "Trump ordered the withdrawal of the American troops": a state's own forces do not receive what it does with them. */
const isOwnForce = (actors: readonly Party[], { identity }: Party): boolean =>
  identity.sector === "MIL" &&
  identity.country !== null &&
  actors.some(
    (actor) => actor.identity.country === identity.country && sideOf(actor.identity.sector) === sideOf(identity.sector),
  );

/** Types whose object may be a weapon: it is what is given, and no recipient. */
const GIFTS = new Set(["AID", "COOPERATE"]);
const WEAPONS = new Set(
  "drone missile rocket jet tank aircraft plane helicopter ship warship submarine weapon fighter bomber system vehicle frigate boat launcher howitzer".split(
    " ",
  ),
);

/** "the drones that Iran supplied": weapons of nobody's. */
const isWeapon = (tree: Tree, { identity, here }: Party): boolean =>
  identity.country === null && WEAPONS.has(tree.lemma[here.head]);

/** One who acts on himself only ("the two countries" among others) is no recipient. */
function directSides(tree: Tree, frame: Frame, isGift: boolean): Sides {
  const actors = persons(frame.actors);
  const ids = new Set(actors.map((party) => party.identity.id));
  const named = frame.recipients.filter(
    (party) => !ids.has(party.identity.id) && !isThing(tree, party) && !(isGift && isWeapon(tree, party)),
  );
  const others = named.filter((party) => !isOwnForce(actors, party));
  // "voiced Egypt's solidarity with Sudan": beside others a state does nothing to itself.
  const foreign = others.filter((party) => !actors.some((actor) => sameSide(actor, party)));
  return { actors, recipients: foreign.length > 0 ? foreign : others };
}

const MUTUAL_TYPES = new Set(["AGREE", "CONSULT", "COOPERATE", "SUPPORT", "ASSAULT", "RETREAT"]);
/** Types that one state alone can be reported for. */
const SINGLE_TYPES = new Set(["MOBILIZE"]);

/** A pattern that tells enough without a recipient: one with an object, or an exercise. */
const isStrong = ({ trigger, alone }: EventRow): boolean =>
  trigger.objects !== undefined || trigger.modifiers !== undefined || alone !== undefined;

function faultOf(meaning: Meaning, row: EventRow, { actors, recipients }: Sides): string | undefined {
  if (actors.length === 0) return "it names nobody who acts";
  if (countriesOf([...actors, ...recipients]).size === 0) return "none of those who take part has a country";
  if (recipients.length > 0) return undefined;
  if (SINGLE_TYPES.has(meaning.type) && isStrong(row)) return undefined;
  if (row.alone === meaning.type) return undefined;
  if (row.roles !== "mutual" && !MUTUAL_TYPES.has(meaning.type)) return "it names nobody to whom it is done";
  return sidesCount(actors) > 1 && (row.roles === "mutual" || row.type !== meaning.type)
    ? undefined
    : "it names no second side";
}

/** How many different sides the parties are: a president and his minister are one. */
const sidesCount = (parties: readonly Party[]): number =>
  new Set(
    parties.map(({ identity }) => (identity.country ? `${identity.country} ${sideOf(identity.sector)}` : identity.id)),
  ).size;

function aloneMeaning(row: EventRow, meaning: Meaning, { actors, recipients }: Sides): Meaning {
  if (!row.alone || meaning.type !== row.type) return meaning;
  if (row.alone === row.type || countriesOf([...actors, ...recipients]).size > 1) return meaning;
  return { type: row.alone, status: meaning.status };
}

const isNobody = ({ identity }: Party): boolean => identity.country === null && identity.sector === "UNK";

/**
 * Actors that can't be trusted: somebody of whom nothing is known, and "it", which is as often an operation or a
 * decision as a state, unless somebody speaks of himself ("said it would").
 */
function vagueActor({ tree }: Ground, { links }: Chain, { actors }: Sides): string | undefined {
  if (actors.some(isNobody)) return "nothing is known of who acts";
  const it = actors.length === 1 && tree.lemma[actors[0].here.head] === "it";
  const spoken = links.some(({ operation }) => operation === "speak" || operation === "ask");
  return it && !spoken ? "the pronoun that acts may stand for a thing" : undefined;
}

const THREATS = new Set(["threaten", "commit"]);

/** "The move could bring a clash between A and B" threatens nobody: the clash is thought possible. */
function foreseen(row: EventRow, { outcome, links }: Chain): Outcome {
  if ("rejected" in outcome || row.roles !== "mutual" || row.type !== "ASSAULT" || outcome.type !== "THREATEN")
    return outcome;
  if (links.some(({ operation }) => THREATS.has(operation))) return outcome;
  return { type: row.type, status: "hypothetical", ...(row.mode && { mode: row.mode }) };
}

function judge(ground: Ground, row: EventRow, chain: Chain, cast: Cast): Candidate {
  const outcome = foreseen(row, chain);
  if ("rejected" in outcome) {
    const meaning: Meaning = { type: row.type, status: "hypothetical" };
    return { row, chain, meaning, actors: [], recipients: [], loose: false, rejected: outcome.rejected };
  }
  const frame = frameOf(cast, row, chain);
  const sides =
    row.roles === "mutual"
      ? withRecipients(mutualSides(frame, outcome.type === row.type), frame)
      : directSides(ground.tree, frame, GIFTS.has(row.type));
  const first = aloneMeaning(row, outcome, sides);
  const { meaning, correction, dropped } = corrected(ground, row, chain, first, sides);
  const rejected = dropped ?? vagueActor(ground, chain, sides) ?? faultOf(meaning, row, sides);
  return {
    row,
    chain,
    meaning,
    ...sides,
    loose: frame.loose,
    ...(correction && { correction }),
    ...(rejected && { rejected }),
  };
}

/** An operator may have set recipients over a mutual event ("urged both to hold talks"). */
function withRecipients(sides: Sides, frame: Frame): Sides {
  return frame.recipients.length > 0 ? { actors: sides.actors, recipients: frame.recipients } : sides;
}

/** The candidate of the most specific row at a token, if any row fits. */
export function candidateAt(ground: Ground, token: number): Candidate | undefined {
  const row = eventRowsAt(ground.rules, ground.tree, token)[0];
  if (!row) return undefined;
  return judge(ground, row, chainOf(ground.rules, ground.tree, token, row), ground.cast);
}

/** A row for a verb that no row knows, as if it were cooperative: only what operators make of it counts. */
const UNKNOWN: EventRow = {
  name: "unknown-verb",
  trigger: { kind: "verb", lemmas: [] },
  type: "COOPERATE",
  contexts: [],
  roles: "direct",
  yes: "",
  no: "",
  order: -1,
};

/** What the operators alone say over a verb that no row knows: "will", "refused to", "asked to" do something. */
export function impliedAt(ground: Ground, token: number): Candidate | undefined {
  if (ground.tree.analysis.upos[token] !== "VERB") return undefined;
  const chain = chainOf(ground.rules, ground.tree, token, UNKNOWN);
  if ("rejected" in chain.outcome || chain.outcome.type === UNKNOWN.type) return undefined;
  return judge(ground, UNKNOWN, chain, ground.cast);
}
