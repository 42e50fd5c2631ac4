import type { EventRow } from "../../../knowledge/index.ts";
import type { Frame } from "../frames/frame.ts";
import { firstConjunct, prepositionOf, type Tree } from "../tree.ts";
import type { Cast } from "./cast.ts";
import { countriesOf, distinct, type Party, sameSide, sideOf } from "./party.ts";
import { isItself, isSufferer } from "./unaffected.ts";

/** Somebody of whom nothing is known. */
export const isNobody = ({ identity }: Party): boolean => identity.country === null && identity.sector === "UNK";

/** Who acts and to whom it is done. */
export interface Sides {
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
}

/** Parties without places and, where somebody is known, without those of whom nothing is. */
function persons(parties: readonly Party[]): Party[] {
  const found = parties.filter((party) => !party.place);
  const known = found.filter((party) => !isNobody(party));
  return known.length > 0 ? known : found;
}

/** "Planes and personnel from Ost and Mark took part": beside two states, forces of nobody's and things of theirs are theirs. */
function withoutForces(parties: readonly Party[]): Party[] {
  const all = distinct(parties);
  if (countriesOf(all).size < 2) return all;
  const said = new Set(all.map(({ identity }) => (identity.sector === "UNK" ? null : identity.country)));
  return all.filter(({ identity: { country, sector } }) =>
    country === null ? sector !== "MIL" : sector !== "UNK" || !said.has(country),
  );
}

/** A mutual event has all sides as actors, unless an operator made one side's act of speech of it. */
export function mutualSides(tree: Tree, frame: Frame, own: boolean): Sides {
  const actors = persons(frame.actors);
  // "fought with artillery"
  const others = persons(frame.others.filter((party) => !isWeapon(tree, party)));
  if (own || actors.length === 0 || others.length === 0)
    return { actors: withoutForces([...actors, ...others]), recipients: [] };
  return { actors, recipients: others };
}

const JOINED = new Set(["with", "alongside"]);

/** "measures coordinated with Ost and West": of a mutual event only those with whom it is done are named. */
export const isHalfNamed = (tree: Tree, { actors, others }: Frame): boolean =>
  actors.length === 0 &&
  others.length > 0 &&
  others.some(({ here }) => JOINED.has(prepositionOf(tree, firstConjunct(tree, here.head))));

const ADDRESSED = new Set(["REQUEST", "ACCUSE", "THREATEN", "REJECT"]);

/** "block it", "destroy this": as an object the pronoun of things hardly ever stands for a state, unless it is spoken to. */
const isThing = (tree: Tree, type: string, { here }: Party): boolean =>
  tree.lemma[here.head] === "it" &&
  !(ADDRESSED.has(type) && SPEAKING_TO.has(tree.lemma[tree.analysis.head[here.head]]));
const SPEAKING_TO = new Set(
  "call urge ask tell warn accuse blame press demand request implore advise remind order".split(" "),
);

/** "Trump ordered the withdrawal of the American troops": a state's own forces do not receive what it does with them. */
export const isOwnForce = (actors: readonly Party[], { identity }: Party): boolean =>
  identity.sector === "MIL" &&
  identity.country !== null &&
  actors.some(
    (actor) => actor.identity.country === identity.country && sideOf(actor.identity.sector) === sideOf(identity.sector),
  );

const WEAPONS = new Set(
  "drone missile rocket jet tank aircraft plane helicopter ship vessel warship submarine weapon fighter bomber system vehicle frigate boat launcher howitzer artillery round shell mortar warplane gun".split(
    " ",
  ),
);

/** "the drones that Iran supplied": weapons of nobody's. */
const isWeapon = (tree: Tree, { identity, here }: Party): boolean =>
  identity.country === null && identity.sector !== "UAF" && WEAPONS.has(tree.lemma[here.head]);

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
export function directSides(cast: Cast, frame: Frame, row: EventRow, type: string): Sides {
  const { tree } = cast;
  const actors = persons(somebodies(tree, frame.actors));
  const ids = new Set(actors.map((party) => party.identity.id));
  const named = somebodies(tree, frame.recipients).filter(
    (party) => !ids.has(party.identity.id) && !isThing(tree, type, party) && !isSent(row, party),
  );
  const others = named.filter(
    (party) =>
      !isOwnForce(actors, party) &&
      !isSufferer(cast, type, party) &&
      !actors.every((actor) => isItself(type, actor, party)),
  );
  // "voiced Egypt's solidarity with Sudan": beside others a state does nothing to itself.
  const foreign = others.filter((party) => !actors.some((actor) => sameSide(actor, party)));
  return { actors, recipients: foreign.length > 0 ? foreign : others };
}

/** An operator may have set recipients over a mutual event ("urged both to hold talks"). */
export function withRecipients(sides: Sides, frame: Frame): Sides {
  const { actors } = sides;
  const recipients = frame.recipients.filter((party) => !actors.some((actor) => sameSide(actor, party)));
  return recipients.length > 0 ? { actors, recipients } : sides;
}
