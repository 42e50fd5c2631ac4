import type { EventRow } from "../../../knowledge/index.ts";
import { type Chain, isOperative } from "../chain.ts";
import { clauseOf } from "../clause.ts";
import { type Frame, isBeside, isSetAside } from "../frames/slots.ts";
import { childBy, childrenOf, firstConjunct, isVerbal, prepositionOf, type Tree } from "../tree.ts";
import { belowPredicate, isMeant, LOCAL } from "./below.ts";
import { type Cast, partiesAt } from "./cast.ts";
import { insidePhrase } from "./inside.ts";
import { distinct, type Party, sameSide } from "./party.ts";
import { isOwnForce } from "./sides.ts";

/** Types whose recipient often stands in the complement of their verb. */
const FAR = new Set(["AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "AID", "RETREAT", "COERCE"]);
/** Prepositions of those whom an object hits: "launched strikes on a camp in Mali". */
const HITTING = new Set(["against", "on", "to", "into"]);

/** "paid out a million of the loan approved for Ost", "under a programme for West" */
const FUNDED = new Set(["of", "from", "under"]);

/** The objects of a verb and what its row's prepositions lead to; of a noun event the noun itself. */
function objectHeads(tree: Tree, { trigger, recipient, type }: EventRow, base: number): number[] {
  if (trigger.kind === "noun") return [base];
  const { objects, obliques, passive } = clauseOf(tree, base);
  const wanted = obliques.filter(
    ({ preposition }) =>
      trigger.prepositions?.has(preposition) ||
      recipient?.has(preposition) ||
      preposition === "against" ||
      (trigger.objects && HITTING.has(preposition)) ||
      (type === "AID" && FUNDED.has(preposition)),
  );
  const heads = wanted
    .filter((oblique) => !isSetAside(tree, oblique) && !isBeside(tree, oblique, type))
    .map(({ token }) => token);
  return [...(passive && !trigger.objects ? [] : objects), ...heads];
}

const WHERE = new Set(["in", "near", "outside", "inside", "across", "throughout", "into", "on", "over", "from"]);

/** The state in which something is done to it: "imposed a curfew in Basra". */
function placesOfClause(cast: Cast, base: number, type: string): Party[] {
  const { tree } = cast;
  const found: Party[] = [];
  const heads = isVerbal(tree, base) ? [base, ...clauseOf(tree, base).objects] : [base];
  for (const child of heads.flatMap((head) => [...childrenOf(tree, head)])) {
    const wanted = tree.relation[child] === "obl" || tree.relation[child] === "nmod";
    if (!wanted || !WHERE.has(prepositionOf(tree, child))) continue;
    found.push(...partiesAt(cast, child), ...insidePhrase(cast, child, type));
  }
  return found.filter(({ place }) => place).slice(0, 1);
}

const AMID = new Set(["following", "follow", "after", "amid", "since", "during"]);

/** "fighting spread in the south following a raid by Ostish troops": the verb behind which an attack stands says where. */
function attackedAmid(tree: Tree, { type, trigger }: EventRow, noun: number): number[] {
  const above = tree.analysis.head[noun];
  const isAmid = type === "ASSAULT" && trigger.kind === "noun" && AMID.has(prepositionOf(tree, noun));
  return isAmid && above >= 0 && isVerbal(tree, above) ? [above] : [];
}

/** Types that are done to a state where they are done. */
const DONE_THERE = new Set("AID RETREAT COERCE CONCEDE AGREE ASSAULT MOBILIZE PROTEST SANCTION".split(" "));

/** A row that tells by more than its word what is done; or an attack on a thing. */
const isFull = (cast: Cast, { trigger, type }: EventRow, base: number): boolean =>
  trigger.objects !== undefined ||
  trigger.particle !== undefined ||
  trigger.kind === "noun" ||
  (type === "ASSAULT" && clauseOf(cast.tree, base).objects.length > 0);

/** Whether the other is the actor's own state or organ; a person of it, who may be its prisoner, is not. */
const isOwnSide = (actor: Party, party: Party): boolean =>
  sameSide(actor, party) &&
  (actor.identity.id === party.identity.id || !/^person\.|^unknown\./.test(party.identity.id));

/** What a search for recipients goes by; places count only for an actor of a known country. */
interface Search {
  readonly row: EventRow;
  readonly chain: Chain;
  readonly type: string;
  readonly known: boolean;
  readonly others: (party: Party) => boolean;
}

function inObjects(cast: Cast, { row, chain, type, known, others }: Search): Party[] {
  const bare = row.trigger.kind === "noun" && !chain.links.some(isOperative);
  for (const head of bare ? [] : objectHeads(cast.tree, row, chain.base)) {
    const inside = insidePhrase(cast, head, type).filter(others);
    if (inside.length > 0 && ((known && DONE_THERE.has(type)) || inside.some(({ place }) => !place))) return inside;
  }
  return [];
}

/** Whether the event's own slots are too narrow for its type or its row. */
function isWide(tree: Tree, row: EventRow, base: number, type: string): boolean {
  if (row.trigger.kind === "noun") return false;
  if (type !== row.type) return true;
  const clausal = row.type === "AID" && (childBy(tree, base, "xcomp") >= 0 || childBy(tree, base, "obj") >= 0);
  const weak =
    !clausal && LOCAL.has(row.type) && row.type !== "AGREE" && !row.trigger.objects && !row.trigger.transitive;
  return !weak && FAR.has(type) && (!row.recipient || row.type === "AID");
}

/** What is promised or refused is done to others than those to whom it is said. */
const PLEDGING = new Set(["AGREE", "REJECT"]);

/** The first two, with all that are coordinated with the first. */
const nearTwo = (tree: Tree, parties: readonly Party[]): Party[] =>
  parties.filter(
    ({ here }, index) => index < 2 || firstConjunct(tree, here.head) === firstConjunct(tree, parties[0].here.head),
  );

/**
 * Recipients farther from the event's word than its own slots: inside its objects ("attacked a convoy of the army"),
 * below its complements, or, where nobody else is named, the state in which it is done.
 */
export function remoteRecipients(cast: Cast, row: EventRow, chain: Chain, frame: Frame): Party[] {
  const type = "rejected" in chain.outcome ? row.type : chain.outcome.type;
  const others = (party: Party): boolean =>
    !frame.actors.some((actor) => isOwnSide(actor, party)) &&
    !(row.mode === "withdraw" && isOwnForce(frame.actors, party));
  const known = frame.actors.some(({ identity }) => identity.country !== null);
  const inside = distinct(inObjects(cast, { row, chain, type, known, others }));
  if (inside.length > 0) return nearTwo(cast.tree, inside);
  const meant = ({ here }: Party): boolean => !PLEDGING.has(row.type) || isMeant(cast.tree, here.head);
  const below = isWide(cast.tree, row, chain.base, type)
    ? distinct(belowPredicate(cast, chain.base, type).filter((party) => others(party) && meant(party)))
    : [];
  if (below.length > 0) return nearTwo(cast.tree, below);
  if (!known || !DONE_THERE.has(row.type) || !isFull(cast, row, chain.base) || clauseOf(cast.tree, chain.base).passive)
    return [];
  const tokens = [chain.base, ...chain.links.map(({ token }) => token), ...attackedAmid(cast.tree, row, chain.base)];
  return distinct(tokens.flatMap((token) => placesOfClause(cast, token, type))).slice(0, 1);
}

/** Of those below what one side agrees to the first other side, or the state in which it is to be. */
export function concernedBelow(cast: Cast, chain: Chain, frame: Frame): Party[] {
  const others = ({ identity }: Party): boolean =>
    identity.country !== null && !frame.actors.some((actor) => actor.identity.country === identity.country);
  const below = belowPredicate(cast, chain.base, "AGREE").filter(others);
  const named = below.length > 0 ? below : insideObliques(cast, chain.base).filter(others);
  return distinct(named).slice(0, 1);
}

const AGREED = new Set(["to", "on"]);

function insideObliques(cast: Cast, base: number): Party[] {
  const { objects, obliques } = clauseOf(cast.tree, base);
  const heads = [
    ...objects,
    ...obliques.filter(({ preposition }) => AGREED.has(preposition)).map(({ token }) => token),
  ];
  return heads.flatMap((head) => insidePhrase(cast, head, "AGREE"));
}
