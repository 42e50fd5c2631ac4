import type { EventRow } from "../../../knowledge/index.ts";
import { type Clause, clauseOf } from "../clause.ts";
import { complementsOf, type Frame, isMutual, partiesOf, without } from "../frames/slots.ts";
import { type Cast, ownersAt, partiesAt } from "../parties/cast.ts";
import { countriesOf, distinct, type Party } from "../parties/party.ts";
import {
  childBy,
  childrenBy,
  childrenOf,
  firstConjunct,
  hasRelation,
  isVerbal,
  prepositionOf,
  type Tree,
} from "../tree.ts";

const HARMING = new Set(
  "kill wound injure hurt maim martyr slay displace destroy damage target hit capture".split(" "),
);
const DYING = new Set(["die", "perish", "fall", "suffer"]);
/** Prepositions of the attack in which somebody is harmed; "by" makes it the subject of the harm. */
const AMID = new Set(["in", "during", "from", "following", "after", "amid", "with"]);

/** Those who are harmed in an attack that its noun tells of: "ten soldiers were killed in an Israeli raid". */
function harmedIn(cast: Cast, noun: number): Party[] {
  const { tree } = cast;
  const token = firstConjunct(tree, noun);
  const head = tree.analysis.head[token];
  if (head < 0 || tree.relation[token] !== "obl" || !AMID.has(prepositionOf(tree, token))) return [];
  const { passive, objects, subjects } = clauseOf(tree, head);
  if (passive && HARMING.has(tree.lemma[head])) return partiesOf(cast, objects);
  return DYING.has(tree.lemma[head]) ? partiesOf(cast, subjects) : [];
}

/** Those whom an attack itself harms: "a drone strike in West killed a leader of Mark". */
function struck(cast: Cast, noun: number): Party[] {
  const { tree } = cast;
  const token = firstConjunct(tree, noun);
  const head = tree.analysis.head[token];
  if (head < 0 || tree.relation[token] !== "nsubj" || !HARMING.has(tree.lemma[head])) return [];
  const { passive, objects } = clauseOf(tree, head);
  return passive ? [] : partiesOf(cast, objects);
}

const TELLING = new Set(["acl"]);
const INNER = new Set(["nmod"]);

/** Those whom a clause behind an attack says that it harmed: "an ambush that killed ten soldiers". */
function harmedBehind(cast: Cast, noun: number, depth = 0): Party[] {
  const { tree } = cast;
  for (const child of childrenBy(tree, noun, TELLING)) {
    if (!HARMING.has(tree.lemma[child]) || !isVerbal(tree, child)) continue;
    const { passive, objects } = clauseOf(tree, child);
    if (!passive) return partiesOf(cast, objects);
  }
  for (const child of depth < 2 ? childrenBy(tree, noun, INNER) : []) {
    const found = harmedBehind(cast, child, depth + 1);
    if (found.length > 0) return found;
  }
  return [];
}

const FOR = new Set(["for"]);
const RESPONSIBILITY = new Set(["responsibility", "credit"]);

/** The attack that a verb claims: "claimed responsibility for the ambush", "claimed the ambush"; or -1. */
function claimed(tree: Tree, base: number): number {
  if (tree.lemma[base] !== "claim") return -1;
  const { objects, obliques } = clauseOf(tree, base);
  const object = objects[0] ?? -1;
  if (object < 0 || !RESPONSIBILITY.has(tree.lemma[object])) return object;
  return complementsOf(tree, object, FOR)[0] ?? obliques.find(({ preposition }) => FOR.has(preposition))?.token ?? -1;
}

/** The noun whose participle a verb is ("an air strike carried out by Ost"), else the event's own word. */
function attackNoun(tree: Tree, { trigger }: EventRow, base: number): number {
  if (trigger.kind === "noun") return base;
  const own = claimed(tree, base);
  if (own >= 0) return own;
  const participle = tree.relation[base] === "acl" && trigger.objects !== undefined;
  return participle ? tree.analysis.head[base] : -1;
}

/** "a strike in West": where it was done may be less than to whom. */
export const isWhere = ({ tree }: Cast, { place, here }: Party): boolean =>
  place || prepositionOf(tree, here.head) === "in";

/** The frame of an attack with those who were harmed in it, where it names no other side itself. */
export function withHarmed(cast: Cast, row: EventRow, base: number, frame: Frame): Frame {
  const noun = row.type === "ASSAULT" ? attackNoun(cast.tree, row, base) : -1;
  const named = isMutual(row) && countriesOf([...frame.actors, ...frame.others]).size > 1;
  if (noun < 0 || named) return frame;
  const amid = harmedIn(cast, noun);
  const hit = [amid, struck(cast, noun)].find((parties) => parties.length > 0) ?? harmedBehind(cast, noun);
  const harmed = without(hit, frame.actors);
  // "a strike in Kharkiv killed three people": of nobody's country they say less than the place.
  const vague = harmed.every(({ identity }) => identity.country === null);
  if (harmed.length === 0 || (vague && frame.recipients.length > 0)) return frame;
  return isMutual(row)
    ? { ...frame, others: distinct([...frame.others, ...harmed]) }
    : { ...frame, recipients: harmed };
}

const DEEDS = new Set("operation mission sweep encounter crackdown manhunt".split(" "));
const DONE_IN = new Set(["in", "during", "by"]);

/** "fighters were killed in an operation by Ost": whoever carries out the deed in which somebody is harmed. */
export function doersAmid(cast: Cast, clause: Clause): Party[] {
  const { tree } = cast;
  if (!clause.passive || !HARMING.has(tree.lemma[clause.predicate])) return [];
  const deeds = clause.obliques.filter(
    ({ token, preposition }) => DONE_IN.has(preposition) && DEEDS.has(tree.lemma[token]),
  );
  return distinct(
    deeds.flatMap(({ token }) => {
      const agents = partiesOf(cast, complementsOf(tree, token, BY));
      return agents.length > 0 ? agents : ownersAt(cast, token);
    }),
  );
}
const BY = new Set(["by"]);

const USING = new Set(
  "fire launch plant lay lob send throw hurl set drop detonate release place operate fly".split(" "),
);
const WEAPONS = new Set(
  "missile rocket shell drone mortar bomb mine grenade projectile bullet torpedo explosive device round airstrike strike raid attack firing fire shelling bombardment ambush jet plane aircraft".split(
    " ",
  ),
);
const USED_BY = new Set(["by", "from"]);

/** "a missile fired by Ost struck West": whoever uses a weapon does what it does. */
export function usersOf(cast: Cast, weapon: number): Party[] {
  const { tree } = cast;
  if (!WEAPONS.has(tree.lemma[weapon])) return [];
  const users: Party[] = [];
  for (const child of childrenOf(tree, weapon)) {
    // "firing by troops of Ost", where the parser hangs them on the noun as on a verb
    if (tree.relation[child] === "obl" && prepositionOf(tree, child) === "by") users.push(...partiesAt(cast, child));
    if (tree.relation[child] !== "acl" || hasRelation(tree, child, "acl:relcl") || !isVerbal(tree, child)) continue;
    if (!USING.has(tree.lemma[child]) || childBy(tree, child, "obj") >= 0) continue;
    for (const below of childrenOf(tree, child))
      if (tree.relation[below] === "obl" && USED_BY.has(prepositionOf(tree, below)))
        users.push(...partiesAt(cast, below));
  }
  return distinct(users);
}
