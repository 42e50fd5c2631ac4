import type { EventRow } from "../../knowledge/index.ts";
import type { EventType } from "../../schema/index.ts";
import type { Operation } from "./operators.ts";
import { isInfinitive } from "./over.ts";
import { SAID_IN_CALLS } from "./subjects.ts";
import { childBy, childrenBy, hasChild, prepositionOf, type Tree } from "./tree.ts";
import { isPassive } from "./voice.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const PURPOSES = words("advcl acl xcomp");

/** A purpose ("met to discuss", "forces to attack") is mostly not yet an event. */
export const isPurpose = (tree: Tree, token: number): boolean =>
  PURPOSES.has(tree.relation[token]) && isInfinitive(tree, token);

/** What crowds, envoys and offices do in order to be heard, and what they then say. */
const VOICING = words(
  "gather rally march demonstrate protest assemble converge summon write issue release stage block burn join chant wave mass",
);
const VOICED: ReadonlySet<EventType> = new Set(["PROTEST", "ACCUSE", "REQUEST"]);
const HELD = words("obj");
/** "held a rally to demand …". */
const OCCASIONS = words("rally protest demonstration march vigil sit-in conference briefing");

/** "gathered to protest", "summoned the ambassador to demand …": such a purpose is fulfilled by the deed. */
export const isVoiced = (tree: Tree, row: EventRow, below: number, head: number): boolean =>
  isPurpose(tree, below) &&
  below > head &&
  VOICED.has(row.type) &&
  (VOICING.has(tree.lemma[head]) || childrenBy(tree, head, HELD).some((object) => OCCASIONS.has(tree.lemma[object])));

/** A purpose that the words over it say is under way, and the word from which the climb goes on. */
export interface Carried {
  readonly token: number;
  readonly operation: Operation;
}

/** One way in which a purpose is more than one: the noun right before its "to", or -1, and the word that it hangs on. */
type Carrier = (tree: Tree, row: EventRow, at: { below: number; noun: number; head: number }) => Carried | undefined;

const TAKING = words("take use seize");
const CHANCES = words("opportunity occasion chance moment");
const SAID: ReadonlySet<EventType> = new Set([
  "ACCUSE",
  "AGREE",
  "CONSULT",
  "PROTEST",
  "REJECT",
  "REQUEST",
  "SUPPORT",
  "THREATEN",
]);

/** "took the opportunity to thank Ost". */
const onOccasion: Carrier = ({ lemma, analysis }, row, { noun }) => {
  const verb = noun < 0 ? -1 : analysis.head[noun];
  if (verb < 0 || !SAID.has(row.type) || !CHANCES.has(lemma[noun]) || !TAKING.has(lemma[verb])) return undefined;
  return { token: verb, operation: "pass" };
};

const RANKS = words("first second third fourth fifth last only latest");
const NO_PERSONS = words("step thing move measure attempt effort chance phase stage deal talk meeting task way");
const BECOMING = words("become be make mark represent");

/** Whether a phrase that ends at a noun calls it the first or only one: "the first ever premier of Ost". */
function isRanked({ lemma, analysis: { upos } }: Tree, noun: number): boolean {
  for (let at = noun - 1; at >= 0 && noun - at < 9; at -= 1) {
    if (RANKS.has(lemma[at])) return lemma[at - 1] !== "at";
    if (upos[at] === "VERB" || upos[at] === "PUNCT") return false;
  }
  return false;
}

/** "is the first king to visit Ost", "the first time for a king to visit it": whoever is the first to do it does it. */
const asFirst: Carrier = (tree, _row, { below, noun, head }) => {
  if (noun < 0 || NO_PERSONS.has(tree.lemma[noun]) || !isRanked(tree, noun)) return undefined;
  const verb = tree.relation[below] === "acl" ? tree.analysis.head[head] : head;
  return { token: verb >= 0 && BECOMING.has(tree.lemma[verb]) ? verb : head, operation: "pass" };
};

const FORCING = words("force compel");
const WOULD = words("would could may might should");
const AUXILIARY = words("aux");

/** "was forced to withdraw". */
const underForce: Carrier = (tree, { type }, { below, head }) => {
  if (!FORCING.has(tree.lemma[head]) || tree.relation[below] === "acl" || OWN_WILL.has(type)) return undefined;
  const isDone = isPassive(tree, head) && !hasChild(tree, head, WOULD, AUXILIARY);
  return isDone ? { token: head, operation: "pass" } : undefined;
};
/** What nobody is forced to do in earnest. */
const OWN_WILL: ReadonlySet<EventType> = new Set(["SUPPORT", "AGREE", "ACCUSE"]);

const HELPING = words("assist");
const HELPED: ReadonlySet<EventType> = new Set(["ASSAULT", "COERCE", "AID"]);

/** "assisted the police to arrest him". */
const asHelper: Carrier = ({ lemma }, row, { head }) =>
  HELPING.has(lemma[head]) && HELPED.has(row.type) ? { token: head, operation: "pass" } : undefined;

const FIGHTS = words("fight battle campaign offensive struggle war operation assault raid");
/** What parties and voters do as well, in campaigns and fights of theirs. */
const AT_THE_POLLS = words("oust topple overthrow depose unseat defeat beat crush remove");
const IN_ARMS = words("offensive operation assault raid war");
const WARLIKE = words("military armed bombing air ground guerrilla insurgent rebel bloody long-running");
const MODIFIER = words("amod compound");

/** "gains ground in the fight to drive them out": who fights for it is at it. */
const inFight: Carrier = (tree, row, { below, noun }) => {
  if (row.type !== "ASSAULT" || noun < 0 || !FIGHTS.has(tree.lemma[noun])) return undefined;
  const armed = IN_ARMS.has(tree.lemma[noun]) || hasChild(tree, noun, WARLIKE, MODIFIER);
  return armed || !AT_THE_POLLS.has(tree.lemma[below]) ? { token: noun, operation: "pass" } : undefined;
};

const GOING = words("arrive travel come go fly sail head depart leave deploy send dispatch");

/** "arrived to take part in the exercise". */
const onTheWay: Carrier = ({ lemma }, { type, trigger }, { head }) =>
  type === "COOPERATE" && trigger.kind === "noun" && GOING.has(lemma[head])
    ? { token: head, operation: "plan" }
    : undefined;

const ERRANDS = words("flight sortie mission convoy airlift operation");
const MADE = words("conduct carry fly make perform run launch send dispatch form organise organize lead mount");

const GIVING = words("give hand donate provide send deliver supply dispatch allocate contribute deploy");
const VERBAL = words("advcl xcomp");

/** "sent doctors to help Ost": what is given to help helps. */
const asGift: Carrier = (tree, { type }, { below, head }) =>
  type === "AID" && GIVING.has(tree.lemma[head]) && VERBAL.has(tree.relation[below]) && childBy(tree, head, "obj") >= 0
    ? { token: head, operation: "pass" }
    : undefined;

/** "carried out flights to deliver aid". */
const onErrand: Carrier = (tree, { type }, { noun, head }) => {
  if (type !== "AID" || noun < 0 || !ERRANDS.has(tree.lemma[noun])) return undefined;
  const verb = head === noun ? tree.analysis.head[noun] : head;
  if (verb < 0 || !MADE.has(tree.lemma[verb]) || prepositionOf(tree, noun) !== "") return undefined;
  return { token: verb, operation: "pass" };
};

const CALLING = words("call phone telephone ring text message email write cable");
const VOICED_IN_CALLS: ReadonlySet<EventType> = new Set(["SUPPORT", "ACCUSE", "REJECT", "THREATEN"]);
const CALLED = words("obj iobj");

/** "phoned the king to congratulate him": what one calls for is said in the call. */
const inCall: Carrier = (tree, { type }, { below, head }) => {
  if (!CALLING.has(tree.lemma[head]) || !VOICED_IN_CALLS.has(type)) return undefined;
  if (tree.lemma[head] === "call" && !SAID_IN_CALLS.has(tree.lemma[below])) return undefined;
  return childrenBy(tree, head, CALLED).length > 0 ? { token: head, operation: "pass" } : undefined;
};

const CARRIERS = [inCall, onOccasion, asFirst, underForce, asHelper, inFight, onTheWay, asGift, onErrand];

/** The noun right before the "to" of a purpose, or -1. */
function nounBefore(tree: Tree, below: number): number {
  const to = childBy(tree, below, "mark");
  return to > 0 && /^(NOUN|PROPN)$/.test(tree.analysis.upos[to - 1]) ? to - 1 : -1;
}

/** Of a purpose that is under way or done what says so; undefined of any other. */
export function carried(tree: Tree, row: EventRow, below: number, head: number): Carried | undefined {
  if (head < 0 || below < head || !isPurpose(tree, below)) return undefined;
  const at = { below, noun: nounBefore(tree, below), head };
  for (const carrier of CARRIERS) {
    const found = carrier(tree, row, at);
    if (found) return found;
  }
  return undefined;
}
