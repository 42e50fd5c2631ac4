import type { EventRow } from "../../knowledge/index.ts";
import { type Cast, distinct, type Party, partiesAt, sameSide } from "./cast.ts";
import { type Chain, isOperative } from "./chain.ts";
import { clauseOf } from "./clause.ts";
import { type Frame, isSetAside, TOWARDS } from "./slots.ts";
import {
  childBy,
  childrenOf,
  firstConjunct,
  hasChild,
  hasRelation,
  isVerbal,
  prepositionOf,
  type Tree,
  withConjuncts,
} from "./tree.ts";

/** The clause above lends its subject to a base without one (conjuncts of a noun, participles). */
const FAR = new Set(["AGREE", "REQUEST", "ACCUSE", "AID", "RETREAT", "COERCE"]);
/** Types done to a country where the clause says no more than where: "aid for those affected in Yemen". */
const LOCAL = new Set(["AID", "RETREAT", "COERCE", "AGREE"]);
const NOT_CROSSED = new Set(["acl", "parataxis", "conj", "advcl", "appos", "dep", "list"]);

const TO = new Set(["to"]);
const MARK = new Set(["mark"]);

const isInfinitive = (tree: Tree, token: number): boolean => {
  return /^(advcl|acl)$/.test(tree.relation[token]) && hasChild(tree, token, TO, MARK);
};

/** The noun that a clause below has as a subject of its own ("demanded that Israel withdraw"), or -1. */
function otherSubject(tree: Tree, child: number): number {
  const subject = tree.relation[child] === "ccomp" ? childBy(tree, child, "nsubj") : -1;
  return subject >= 0 && tree.analysis.upos[subject] !== "PRON" ? subject : -1;
}

/** Whether a search below a predicate goes on under a child: not into clauses of their own, nor beside the point. */
function goesUnder(tree: Tree, child: number, isTop: boolean, local: boolean): boolean {
  if (isTop && hasRelation(tree, child, "nsubj")) return false;
  if (NOT_CROSSED.has(tree.relation[child]) && !isInfinitive(tree, child)) return false;
  return !isTop || tree.relation[child] !== "obl" || local || TOWARDS.includes(prepositionOf(tree, child));
}

/** "helped track the rebels": who is tracked is not who is helped. */
const HUNTING = new Set(
  "track fight defeat kill capture attack arrest oust topple destroy hunt contain counter catch find eliminate overthrow combat stop deter expel".split(
    " ",
  ),
);
const isHunted = (tree: Tree, child: number, type: string): boolean =>
  type === "AID" && tree.relation[child] === "obj" && HUNTING.has(tree.lemma[tree.analysis.head[child]]);

/** Anybody else named below the predicate, for types whose recipient often stands in the complement. */
function belowPredicate(cast: Cast, base: number, type: string): Party[] {
  const { tree } = cast;
  const parties: Party[] = [];
  const visit = (token: number, depth: number): void => {
    for (const child of childrenOf(tree, token)) {
      const local = LOCAL.has(type) && prepositionOf(tree, child) === "in";
      if (!goesUnder(tree, child, token === base, local) || isHunted(tree, child, type)) continue;
      if (isSetAside(tree, { token: child, preposition: prepositionOf(tree, child) })) continue;
      const subject = otherSubject(tree, child);
      const mention = cast.byHead.get(child);
      if (subject >= 0) {
        // "vowed that any attack by rebels would be met" promises nothing to rebels.
        if (type !== "AGREE") parties.push(...partiesAt(cast, subject));
      } else if (mention?.actor || mention?.refersTo || (local && mention?.place))
        parties.push(...partiesAt(cast, child));
      else if (depth < 6) visit(child, depth + 1);
    }
  };
  visit(base, 0);
  return parties;
}

/** What may stand between a thing and those whom it concerns: "a convoy of the army in the north of Mali". */
const INSIDE = new Set("of in at near to for against on from by into inside across around along with over".split(" "));
const MODIFIERS = new Set(["amod", "compound", "nmod:poss", "nmod:desc", "flat"]);
/** Participles that name who is concerned: "restrictions imposed on Iran", "an appeal lodged by Spain". */
const CONCERNING = new Set(["on", "upon", "by", "against", "to", "in", "from"]);
/** What is rejected, condemned, welcomed or taken back is somebody's word or measure. */
const OF_WORDS = new Set(["REJECT", "CONCEDE", "ACCUSE", "SUPPORT"]);

function passesInto(tree: Tree, child: number): boolean {
  const relation = tree.analysis.relation[child];
  if (MODIFIERS.has(relation)) return true;
  return tree.relation[child] === "nmod" && INSIDE.has(prepositionOf(tree, child));
}

/** The obliques of a passive participle behind a noun. */
function concerned(tree: Tree, child: number): number[] {
  if (tree.relation[child] !== "acl" || hasRelation(tree, child, "acl:relcl") || !isVerbal(tree, child)) return [];
  if (childBy(tree, child, "obj") >= 0 || childBy(tree, child, "mark") >= 0) return [];
  const obliques: number[] = [];
  for (const below of childrenOf(tree, child))
    if (tree.relation[below] === "obl" && CONCERNING.has(prepositionOf(tree, below))) obliques.push(below);
  return obliques;
}

/** The heads of the phrases that hang on a noun and say whom the thing concerns. */
function innerHeads(tree: Tree, token: number, type: string): number[] {
  const heads: number[] = [];
  for (const child of childrenOf(tree, token))
    if (passesInto(tree, child)) heads.push(...withConjuncts(tree, child));
    else if (OF_WORDS.has(type)) heads.push(...concerned(tree, child));
  return heads;
}

/** Those who are named inside a noun phrase, the nearest to its head first; places only where nobody else is. */
function insidePhrase(cast: Cast, head: number, type: string): Party[] {
  const places: Party[] = [];
  let level = withConjuncts(cast.tree, head);
  for (let depth = 0; depth < 5 && level.length > 0; depth += 1) {
    level = level.flatMap((token) => innerHeads(cast.tree, token, type));
    const found = level.flatMap((token) => (cast.byHead.has(token) ? partiesAt(cast, token) : []));
    const actors = found.filter(({ place }) => !place);
    if (actors.length > 0) return actors;
    places.push(...found);
  }
  return places;
}

/** Prepositions of those whom an object hits: "launched strikes on a camp in Mali". */
const HITTING = new Set(["against", "on", "to", "into"]);

/** The objects of a verb and what its row's prepositions lead to; of a noun event the noun itself. */
function objectHeads(tree: Tree, { trigger, recipient }: EventRow, base: number): number[] {
  if (trigger.kind === "noun") return [base];
  const { objects, obliques, passive } = clauseOf(tree, base);
  const wanted = obliques.filter(
    ({ preposition }) =>
      trigger.prepositions?.has(preposition) ||
      recipient?.has(preposition) ||
      preposition === "against" ||
      (trigger.objects && HITTING.has(preposition)),
  );
  const heads = wanted.filter((oblique) => !isSetAside(tree, oblique)).map(({ token }) => token);
  return [...(passive && !trigger.objects ? [] : objects), ...heads];
}

const WHERE = new Set(["in", "inside", "across", "throughout", "into", "on", "over", "from"]);

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

/** Types that are done to a state where they are done. */
const DONE_THERE = new Set(["AID", "RETREAT", "COERCE", "CONCEDE", "AGREE", "ASSAULT", "MOBILIZE", "PROTEST"]);

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
  const others = (party: Party): boolean => !frame.actors.some((actor) => isOwnSide(actor, party));
  const known = frame.actors.some(({ identity }) => identity.country !== null);
  const inside = distinct(inObjects(cast, { row, chain, type, known, others }));
  if (inside.length > 0) return nearTwo(cast.tree, inside);
  const below = isWide(cast.tree, row, chain.base, type)
    ? distinct(belowPredicate(cast, chain.base, type).filter(others))
    : [];
  if (below.length > 0) return nearTwo(cast.tree, below);
  if (!known || !DONE_THERE.has(row.type) || !isFull(cast, row, chain.base) || clauseOf(cast.tree, chain.base).passive)
    return [];
  const tokens = [chain.base, ...chain.links.map(({ token }) => token)];
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
