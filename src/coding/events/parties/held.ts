import { clauseOf } from "../clause.ts";
import { type Frame, obliquesWith, partiesOf } from "../frames/slots.ts";
import { childrenBy, childrenOf, isVerbal, prepositionOf, type Tree } from "../tree.ts";
import { type Cast, partiesAt } from "./cast.ts";
import { distinct, type Party, sameSide, sideOf } from "./party.ts";

/** What is done to a place, and so to those who hold it. */
const HOSTILE = new Set(["ASSAULT", "COERCE", "SANCTION", "THREATEN"]);
const HOLDING = new Set("hold occupy control seize run rule capture annex administer dominate govern".split(" "));
const PHRASE = new Set(["nmod", "obl", "conj", "appos", "flat", "compound"]);
const WHERE = new Set("in on against at into near around inside across over of to".split(" "));

const FORMERLY = new Set(["once", "formerly", "previously", "until"]);
const TIMES = new Set(["advmod", "obl"]);

/** "a prison once held by Ost", "run by Ost until May": who no longer holds it. */
const isPast = (tree: Tree, participle: number): boolean =>
  childrenBy(tree, participle, TIMES).some(
    (word) => FORMERLY.has(tree.lemma[word]) || FORMERLY.has(prepositionOf(tree, word)),
  );

/** "the rebel-held town", "an area held by rebels": those who hold what the noun names. */
function holdersAt(cast: Cast, noun: number): Party[] {
  const { lemma, relation } = cast.tree;
  for (const child of childrenOf(cast.tree, noun)) {
    if (!HOLDING.has(lemma[child])) continue;
    if (relation[child] === "amod" && lemma[child - 1] === "-") return partiesAt(cast, child - 2);
    if (relation[child] !== "acl" || isPast(cast.tree, child)) continue;
    for (const below of childrenOf(cast.tree, child))
      if (relation[below] === "obl" && prepositionOf(cast.tree, below) === "by") return partiesAt(cast, below);
  }
  return [];
}

const passesInto = (tree: Tree, child: number): boolean => {
  const preposition = prepositionOf(tree, child);
  return PHRASE.has(tree.relation[child]) && !isVerbal(tree, child) && (preposition === "" || WHERE.has(preposition));
};

function holdersIn(cast: Cast, noun: number, depth = 0): Party[] {
  const own = holdersAt(cast, noun);
  if (own.length > 0 || depth > 3) return own;
  for (const child of childrenOf(cast.tree, noun)) {
    const inside = passesInto(cast.tree, child) ? holdersIn(cast, child, depth + 1) : [];
    if (inside.length > 0) return inside;
  }
  return [];
}

const CAPTIVE = new Set("hold detain jail imprison capture seize arrest kidnap abduct take".split(" "));
const INSIDE = new Set(["in", "by"]);
const FREEING = new Set("release return freeing freedom liberation repatriation handover rescue".split(" "));

/** "the release of two citizens held by Ost", "jailed in Ost": those in whose hands people are. */
function captorsOf(cast: Cast, captive: number): Party[] {
  for (const child of childrenOf(cast.tree, captive)) {
    if (cast.tree.relation[child] !== "acl" || !CAPTIVE.has(cast.tree.lemma[child])) continue;
    const { obliques, subjects } = clauseOf(cast.tree, child);
    const named = partiesOf(cast, [...subjects, ...obliquesWith(obliques, INSIDE)]);
    if (named.length > 0) return named;
  }
  return [];
}

/** "called for the release of two of its citizens held by Ost": whoever holds them is asked, not they. */
export function withCaptors(cast: Cast, type: string, frame: Frame): Frame {
  const isOwn = ({ identity, place }: Party): boolean =>
    !place && identity.country !== null && frame.actors.some((actor) => actor.identity.country === identity.country);
  const isState = frame.actors.every(({ identity }) => sideOf(identity.sector) === "state");
  if (type !== "REQUEST" || !isState || frame.recipients.length === 0 || !frame.recipients.every(isOwn)) return frame;
  const { lemma, analysis } = cast.tree;
  const freed = frame.recipients.map(({ here }) => here.head).filter((head) => FREEING.has(lemma[analysis.head[head]]));
  if (freed.length === 0) return frame;
  const captors = distinct(freed.flatMap((head) => captorsOf(cast, head)));
  const recipients = captors.filter((captor) => !frame.actors.some((actor) => sameSide(actor, captor)));
  return { ...frame, recipients };
}

function heads(tree: Tree, base: number): number[] {
  if (!isVerbal(tree, base)) return [base];
  const { objects, obliques } = clauseOf(tree, base);
  return [...objects, ...obliques.filter(({ preposition }) => WHERE.has(preposition)).map(({ token }) => token)];
}

/** A place, a state, or firms and officials of whom nothing is known. */
const isGround = ({ place, identity }: Party, type: string): boolean =>
  place || identity.id === identity.country || (identity.country === null && type !== "ASSAULT");

/** "shelled the rebel-held town in West": what is done to a place that somebody else holds is done to him. */
export function withHolders(cast: Cast, type: string, base: number, frame: Frame): Frame {
  if (!HOSTILE.has(type) || !frame.recipients.every((party) => isGround(party, type))) return frame;
  const found = distinct(heads(cast.tree, base).flatMap((noun) => holdersIn(cast, noun)));
  const holders = found.filter((holder) => !frame.actors.some((actor) => sameSide(actor, holder)));
  return holders.length > 0 && frame.actors.length > 0 ? { ...frame, recipients: holders } : frame;
}
