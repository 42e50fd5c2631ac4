import type { EventRow } from "../../../knowledge/index.ts";
import type { Clause, Oblique } from "../clause.ts";
import { type Cast, ownersAt } from "../parties/cast.ts";
import { draftersOf } from "../parties/drafters.ts";
import { distinct, type Party } from "../parties/party.ts";
import { childBy, childrenBy, childrenOf, hasChild, type Tree, withConjuncts } from "../tree.ts";
import {
  byPreposition,
  complementsOf,
  insideObject,
  isBeside,
  isSetAside,
  obliquesWith,
  partiesOf,
  without,
} from "./slots.ts";

/** What a deed is over or where it is done; whom it is done to stands elsewhere, if it is said. */
const CIRCUMSTANCES = new Set(["in", "over", "object"]);
const BLAMING = new Set(["ACCUSE", "REJECT"]);
/** Whose a word is that is rejected: "a resolution on Ost by Mark", "Mark's proposal for Ost". */
const AUTHORS = [new Set(["object"]), new Set(["by", "from"])];

const only = (wanted: ReadonlySet<string>, isKept: (word: string) => boolean): ReadonlySet<string> =>
  new Set([...wanted].filter(isKept));

/** The words behind which recipients stand, the likelier first. */
function tiersOf({ type }: EventRow, wanted: ReadonlySet<string>): ReadonlySet<string>[] {
  const authors = type === "REJECT" ? AUTHORS.map((words) => only(wanted, (word) => words.has(word))) : [];
  return [...authors, only(wanted, (word) => !CIRCUMSTANCES.has(word)), wanted];
}

/** "protested Mark's sale of arms to West": whose the deed is. */
const ownersOfDeed = (cast: Cast, { objects }: Clause, actors: readonly Party[]): Party[] =>
  without(distinct(objects.flatMap((token) => ownersAt(cast, token))), actors);

function wantedTokens(
  { tree }: Cast,
  clause: Clause,
  around: readonly Oblique[],
  wanted: ReadonlySet<string>,
): number[] {
  const tokens = obliquesWith(around, wanted);
  if (wanted.has("object")) tokens.push(...clause.objects, ...clause.indirect);
  for (const object of [...clause.objects, ...around.map(({ token }) => token)])
    tokens.push(...complementsOf(tree, object, wanted));
  return tokens;
}

/** Recipients behind the words that a row asks for, but those who act. */
export function wantedRecipients(cast: Cast, row: EventRow, clause: Clause, actors: readonly Party[]): Party[] {
  const wanted = row.recipient!;
  const around = clause.obliques.filter(
    (oblique) =>
      !isSetAside(cast.tree, oblique) &&
      !isBeside(cast.tree, oblique, row.type) &&
      (oblique.preposition !== "as" || wanted.has("as") || wanted.has("by")),
  );
  const isDeed = BLAMING.has(row.type) && wanted.size === 1 && wanted.has("to");
  const owners = isDeed ? ownersOfDeed(cast, clause, actors) : [];
  if (owners.length > 0) return owners;
  const found = tiersOf(row, wanted)
    .map((tier) => without(partiesOf(cast, wantedTokens(cast, clause, around, tier)), actors))
    .find((parties, index, { length }) => index === length - 1 || parties.some(isPlaced))!;
  // "gave Ukraine tanks", "gave Ukraine a loan for a hospital", where the row looks for "to" and "for"
  const given = without(partiesOf(cast, clause.indirect), actors);
  return found.length === 0 || (given.some(isPlaced) && !found.some(isPlaced)) ? given : found;
}

/** "helped Cyprus put out the fires": the subject of the complement is whom the verb is done to. */
function complementSubjects(tree: Tree, token: number): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, token)) {
    const subject = /^[cx]comp$/.test(tree.relation[child]) ? childBy(tree, child, "nsubj") : -1;
    if (subject >= 0 && childBy(tree, child, "mark") < 0) found.push(subject);
  }
  return found;
}

/** "told lawmakers that Ost must leave": those of known states who must, not who only hears it. */
export function boundParties(cast: Cast, token: number, actors: readonly Party[]): Party[] {
  const { tree } = cast;
  const subjects = childrenBy(tree, token, CLAUSES)
    .filter((clause) => hasChild(tree, clause, THAT, MARK))
    .map((clause) => childBy(tree, clause, "nsubj"))
    .filter((subject) => subject >= 0 && tree.analysis.upos[subject] !== "PRON");
  const parties = without(partiesOf(cast, subjects), actors);
  return parties.some(isPlaced) ? parties : [];
}
const CLAUSES = new Set(["ccomp"]);
const MARK = new Set(["mark"]);
const THAT = new Set(["that"]);

/** Types whose objects are often what is given or sent: "sent a team of experts to Iran". */
const GIVING = new Set(["AID", "AGREE", "COOPERATE", "MOBILIZE", "SUPPORT"]);
const RECEIVING = new Set(["to", "for"]);
const isPlaced = ({ identity }: Party): boolean => identity.country !== null;
const isUnplaced = ({ identity }: Party): boolean => identity.country === null;

function receivers(cast: Cast, clause: Clause, actors: readonly Party[]): Party[] {
  const parties = without(partiesOf(cast, obliquesWith(clause.obliques, RECEIVING)), actors);
  return parties.filter((party) => !isUnplaced(party));
}

/** "its rejection and condemnation of …": the words joined to an object share what stands behind the last. */
function insideObjects(cast: Cast, token: number, actors: readonly Party[]): Party[] {
  for (const object of withConjuncts(cast.tree, token)) {
    const inside = insideObject(cast, object, actors);
    if (inside.length > 0) return inside;
  }
  return [];
}

const AGENT = new Set(["by"]);
/** "voted for a text drafted by Ost" */
const VOTED = new Set(["for", "against", "on"]);
/** What is complained of: "protested against the closure of the border by Ost". */
const BLAMED = new Set(["against", "over", "at", "about", "with"]);

/** "condemned the occupation of Ost by Mark": who does what is blamed, wherever the parser hung him. */
function doersInside({ tree }: Cast, { type }: EventRow, { objects, obliques, passive }: Clause): number[] {
  if (passive || !(BLAMING.has(type) || type === "PROTEST")) return [];
  return [
    ...objects.flatMap((token) => complementsOf(tree, token, AGENT)),
    ...(objects.length > 0
      ? obliquesWith(obliques, AGENT)
      : obliquesWith(obliques, BLAMED).flatMap((token) => complementsOf(tree, token, AGENT))),
  ];
}

/** To whom a verb's deed is done: who is blamed, who stands where the row looks, else the objects, else by preposition. */
export function recipientsOf(cast: Cast, row: EventRow, clause: Clause, actors: readonly Party[]): Party[] {
  const doers = [
    ...draftersOf(cast, row, [...clause.objects, ...obliquesWith(clause.obliques, VOTED)]),
    ...partiesOf(cast, doersInside(cast, row, clause)),
  ];
  const authors = without(distinct(doers), actors);
  if (authors.length > 0) return authors;
  if (row.recipient) return wantedRecipients(cast, row, clause, actors);
  const bound = row.type === "REQUEST" ? boundParties(cast, clause.predicate, actors) : [];
  if (bound.length > 0) return bound;
  const indirect = without(partiesOf(cast, clause.indirect), actors);
  if (indirect.length > 0) return indirect;
  const objects = distinct(clause.objects.flatMap((token) => insideObjects(cast, token, actors)));
  const given = GIVING.has(row.type) && objects.every(isUnplaced) ? receivers(cast, clause, actors) : [];
  if (given.length > 0) return given;
  if (objects.length > 0) return objects;
  const helped = without(partiesOf(cast, complementSubjects(cast.tree, clause.predicate)), actors);
  return helped.length > 0 ? helped : byPreposition(cast, clause.obliques, actors, row.type);
}
