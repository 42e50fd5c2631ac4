import type { EventRow } from "../../knowledge/index.ts";
import { type Cast, countriesOf, distinct, type Party, sameParty, sameSide, sideOf } from "./cast.ts";
import { type Chain, chainOf, isInPassing } from "./chain.ts";
import { clauseOf } from "./clause.ts";
import { corrected } from "./corrections.ts";
import { type Frame, frameOf } from "./frame.ts";
import type { Ground } from "./ground.ts";
import { eventRowsAt } from "./match.ts";
import type { Meaning, Outcome } from "./operators.ts";
import { partiesOf } from "./slots.ts";
import type { Tree } from "./tree.ts";
import { isItself, isVictim } from "./unaffected.ts";

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

const WEAPONS = new Set(
  "drone missile rocket jet tank aircraft plane helicopter ship warship submarine weapon fighter bomber system vehicle frigate boat launcher howitzer".split(
    " ",
  ),
);

/** "the drones that Iran supplied": weapons of nobody's. */
const isWeapon = (tree: Tree, { identity, here }: Party): boolean =>
  identity.country === null && WEAPONS.has(tree.lemma[here.head]);

/** "his sentence", "attacked them" where nobody knows who they are. */
const isUnresolved = (tree: Tree, { identity, here }: Party): boolean =>
  identity.country === null && identity.sector !== "IGO" && tree.analysis.upos[here.head] === "PRON";

/** "sent further forces": with nobody's country, whoever is sent does not receive. */
const isSent = ({ type }: EventRow, { identity }: Party): boolean =>
  (type === "MOBILIZE" || type === "RETREAT") && identity.country === null && identity.sector === "MIL";

/** Parties that are somebody: no weapons of nobody's, no pronouns without a name behind them. */
const somebodies = (tree: Tree, parties: readonly Party[]): Party[] =>
  parties.filter((party) => !isWeapon(tree, party) && !isUnresolved(tree, party));

/** One who acts on himself only ("the two countries" among others) is no recipient. */
function directSides(cast: Cast, frame: Frame, row: EventRow, type: string): Sides {
  const { tree } = cast;
  const actors = persons(somebodies(tree, frame.actors));
  const ids = new Set(actors.map((party) => party.identity.id));
  const named = somebodies(tree, frame.recipients).filter(
    (party) => !ids.has(party.identity.id) && !isThing(tree, party) && !isSent(row, party),
  );
  const others = named.filter(
    (party) =>
      !isOwnForce(actors, party) &&
      !isVictim(cast, type, party) &&
      !actors.every((actor) => isItself(type, actor, party)),
  );
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

/** Sectors of those who are somebody without a state: armed groups, organisations. */
const STATELESS = new Set(["UAF", "REB", "PRM", "IGO", "NGO", "CRM", "MNC"]);

/** "officials", "experts", "people": of no known state, and nobody in particular. */
const isVague = ({ identity }: Party): boolean => identity.country === null && !STATELESS.has(identity.sector);

/** "the government", "the police": of some state, if the text says which. */
const OFFICIAL = new Set(["GOV", "MIL", "COP", "LEG", "JUD", "PTY", "OPP"]);
const isOfficial = ({ identity }: Party): boolean => OFFICIAL.has(identity.sector);

const statesNamed = new WeakMap<Cast, number>();

/** Whether the text names so many states that "the government" could be anybody's. */
function namesMany(cast: Cast): boolean {
  let count = statesNamed.get(cast);
  if (count === undefined) {
    count = new Set(cast.mentions.flatMap(({ actor, place }) => actor?.country ?? place?.country ?? [])).size;
    statesNamed.set(cast, count);
  }
  return count > 2;
}

/** How many different sides the parties are: a president and his minister are one. */
const sidesCount = (parties: readonly Party[]): number =>
  new Set(
    (parties.some(isVague) && parties.some((party) => !isVague(party))
      ? parties.filter((party) => !isVague(party))
      : parties
    ).map(({ identity }) => (identity.country ? `${identity.country} ${sideOf(identity.sector)}` : identity.id)),
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
function vagueActor(
  { tree, cast }: Ground,
  { base, links }: Chain,
  type: string,
  { actors }: Sides,
): string | undefined {
  if (actors.some(isNobody)) return "nothing is known of who acts";
  if (actors.length > 0 && type !== "PROTEST" && actors.every(isVague) && (namesMany(cast) || !actors.some(isOfficial)))
    return "who acts is of no known state";
  const it = actors.length === 1 && tree.lemma[actors[0].here.head] === "it";
  const spoken = links.some(({ operation }) => SPEECH.has(operation));
  return it && !spoken && !SPOKEN.has(tree.lemma[base]) ? "the pronoun that acts may stand for a thing" : undefined;
}

const SPEECH = new Set(["speak", "ask", "threaten", "commit", "refuse"]);

/** What only somebody can do, and no operation or decision: "It accused Australia". */
const SPOKEN = new Set(
  "accuse urge demand condemn criticize criticise denounce deny protest reject warn summon ask send deploy withdraw impose sign ratify recall expel invade annex arrest detain pledge refuse offer vow recognize recognise apologize apologise".split(
    " ",
  ),
);

const THREATS = new Set(["threaten", "commit"]);

/** "The move could bring a clash between A and B" threatens nobody: the clash is thought possible. */
function foreseen(row: EventRow, { outcome, links }: Chain): Outcome {
  if ("rejected" in outcome || row.roles !== "mutual" || row.type !== "ASSAULT" || outcome.type !== "THREATEN")
    return outcome;
  if (links.some(({ operation }) => THREATS.has(operation))) return outcome;
  return { type: row.type, status: "hypothetical", ...(row.mode && { mode: row.mode }) };
}

/** "the two sides", "both countries". */
const isBoth = ({ tree }: Cast, { tokens, refersTo }: Party["here"]): boolean =>
  refersTo !== undefined && GROUPED.has(tree.lemma[tokens[1] - 1]) && BOTH.has(tree.lemma[tokens[1] - 2]);
const BOTH = new Set(["two", "both"]);
const GROUPED = new Set(["side", "country", "nation", "state", "party", "leader", "government"]);

/** "The two sides should expand trade, he said": he asks it of his own side too. */
function asksItself(cast: Cast, { outcome }: Chain, { actors, recipients }: Frame): boolean {
  if (!("type" in outcome) || outcome.type !== "REQUEST") return false;
  if (recipients.some(({ here }) => isBoth(cast, here))) return true;
  const own = recipients.filter((party) => actors.some((actor) => sameParty(actor, party)));
  return own.length > 0 && countriesOf(recipients).size > 1;
}

/** "The ambassador warned that Chinese consumers could boycott …": who warns of his own side's deeds threatens. */
function ownWarning(cast: Cast, chain: Chain, outcome: Meaning, { actors }: Frame): Meaning {
  const link = chain.links.find(({ row, operation }) => row === "op-threaten" && operation === "doubt");
  if (!link || outcome.type !== "THREATEN" || outcome.status !== "hypothetical") return outcome;
  const speakers = partiesOf(cast, clauseOf(cast.tree, link.token).subjects);
  const own = speakers.some((speaker) => actors.some((actor) => sameParty(actor, speaker)));
  return own ? { ...outcome, status: "happened" } : outcome;
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
      : directSides(cast, frame, row, outcome.type);
  const first = aloneMeaning(row, ownWarning(ground.cast, chain, outcome, frame), sides);
  const { meaning, correction, dropped } =
    row.reading === "linear" ? { meaning: first } : corrected(ground, row, chain, first, sides);
  const passing = isInPassing(ground.tree, chain.base) ? "it is told in passing, before a noun" : undefined;
  const both = asksItself(ground.cast, chain, frame) ? "it is asked of the asker's own side too" : undefined;
  const rejected =
    row.drop ??
    passing ??
    both ??
    dropped ??
    vagueActor(ground, chain, meaning.type, sides) ??
    faultOf(meaning, row, sides);
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
