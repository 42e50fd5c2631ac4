import { clauseOf } from "../clause.ts";
import { ELSEWHEN } from "../frames/slots.ts";
import { childrenBy, childrenOf, isVerbal, prepositionOf, sentenceOf, type Tree } from "../tree.ts";
import type { Cast } from "./cast.ts";
import { isStateless, ofState, type Party } from "./party.ts";
import type { Sides } from "./sides.ts";

/** Those who are of the state in which they are found, where nothing else is known of them. */
const LOCAL = new Set(["CVL", "REB", "REF", "UAF", "PRM", "MED", "EDU", "OPP", "CRM", "AGR"]);
/** Soldiers and police who are attacked somewhere mostly serve there; those who are sent, withdrawn or agreed on do not. */
const IN_FORCE = new Set(["MIL", "COP"]);
const IN = new Set("in inside across throughout from".split(" "));
const OF_PLACE = new Set(["of", "in", "inside", "from"]);
const NAMING = new Set(["appos", "flat", "nmod", "conj"]);
const OWNING = new Set(["amod", "compound"]);
/** Ground of which a nation's adjective says whose it is: "on Ost's soil", "in the Markish town". */
const GROUND = new Set(
  "territory water soil area region province county district city town village capital camp coast side part border port island state desert".split(
    " ",
  ),
);

const isOwned = ({ relation, lemma, analysis }: Tree, token: number, child: number): boolean =>
  analysis.relation[child] === "nmod:poss" || (OWNING.has(relation[child]) && GROUND.has(lemma[token]));

/** The state of a place phrase: "Yemen", "the town of Hajjah in Yemen", "Mark's coastal province". */
function stateAt(cast: Cast, token: number, depth = 0): string | undefined {
  const mention = cast.byHead.get(token);
  const country =
    mention?.place?.country ?? (mention?.actor?.id === mention?.actor?.country && mention?.actor?.country);
  if (country) return country;
  if (mention?.actor || depth > 2) return undefined;
  for (const child of childrenOf(cast.tree, token)) {
    const preposition = prepositionOf(cast.tree, child);
    const owned = isOwned(cast.tree, token, child);
    const inside =
      owned || (NAMING.has(cast.tree.relation[child]) && (preposition === "" || OF_PLACE.has(preposition)));
    const found = inside ? stateAt(cast, child, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The state that a phrase or a participle behind a noun names as where it is: "people displaced in Yemen". */
function stateAround(cast: Cast, noun: number): string | undefined {
  const { tree } = cast;
  for (const child of childrenOf(tree, noun)) {
    const relation = tree.relation[child];
    const found =
      relation === "nmod" && IN.has(prepositionOf(tree, child))
        ? stateAt(cast, child)
        : relation === "acl" && isVerbal(tree, child)
          ? (stateOfClause(cast, child) ?? stateOfObjects(cast, child))
          : undefined;
    if (found) return found;
  }
  return undefined;
}

/** "people facing hunger in Ost" */
const stateOfObjects = (cast: Cast, base: number): string | undefined =>
  childrenBy(cast.tree, base, OBJECTS)
    .map((object) => stateAround(cast, object))
    .find((state) => state !== undefined);
const OBJECTS = new Set(["obj"]);

function stateOfClause(cast: Cast, base: number): string | undefined {
  for (const child of childrenOf(cast.tree, base)) {
    const where = cast.tree.relation[child] === "obl" && IN.has(prepositionOf(cast.tree, child));
    const found = where ? stateAt(cast, child) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Strangers where they are; and "Tibetan monks", of a people that no table has. */
const STRANGERS = new Set(
  "exile migrant tourist foreigner expatriate visitor pilgrim mercenary hostage prisoner detainee captive".split(" "),
);
const FAITH = /^(islam|muslim|christian|jewish|hindu|buddhist|sunni|shi|catholic|sikh)/i;

function isStranger(tree: Tree, noun: number): boolean {
  const { analysis, lemma, relation } = tree;
  if (STRANGERS.has(lemma[noun])) return true;
  return childrenOf(tree, noun).some((child) => {
    const word = analysis.text.slice(analysis.start[child], analysis.end[child]);
    return relation[child] === "amod" && /^\p{Lu}/u.test(word) && !FAITH.test(word);
  });
}

const CLIMBED = new Set(["nmod", "compound", "amod", "conj"]);

/** The phrases that hold a noun, the innermost first: "the militants' hideouts in Ost". */
function holding(tree: Tree, noun: number): number[] {
  const found = [noun];
  for (let at = noun, steps = 0; CLIMBED.has(tree.relation[at]) && steps < 3; steps += 1) {
    at = tree.analysis.head[at];
    if (isVerbal(tree, at)) break;
    found.push(at);
  }
  return found;
}

const DONE_THERE = new Set(["ASSAULT", "AID", "PROTEST"]);

/** Prepositions of places where something is not: "near Ost", "from Ost". */
const BEYOND = new Set("near from to towards toward into with outside over beyond against for".split(" "));

/** "after years in Ost": where somebody was at another time. */
function isElsewhen(tree: Tree, place: number): boolean {
  const above = tree.relation[place] === "nmod" ? tree.analysis.head[place] : -1;
  return ELSEWHEN.has(prepositionOf(tree, place)) || (above >= 0 && ELSEWHEN.has(prepositionOf(tree, above)));
}

/** The state of all places that a sentence names, where they are of one. */
function stateOfPlaces({ tree, byHead }: Cast, sentence: number): string | undefined {
  const [from, to] = sentenceOf(tree, sentence);
  const states = new Set<string>();
  for (let token = from; token < to; token += 1) {
    const country = byHead.get(token)?.place?.country;
    if (country && !BEYOND.has(prepositionOf(tree, token)) && !isElsewhen(tree, token)) states.add(country);
  }
  return states.size === 1 ? [...states][0] : undefined;
}

/** An event whose people are looked for; `known` where one of its sides has a state. */
interface Scene {
  readonly cast: Cast;
  readonly type: string;
  readonly base: number;
  readonly known: boolean;
}

function whereabouts({ cast, type, base, known }: Scene, { here }: Party): string | undefined {
  for (const noun of holding(cast.tree, here.head)) {
    const found = stateAround(cast, noun);
    if (found) return found;
  }
  if (!DONE_THERE.has(type)) return undefined;
  // "an attack that killed five soldiers in Ost"
  const own = cast.tree.analysis.head[here.head];
  const there = own >= 0 && own !== base && isVerbal(cast.tree, own) ? stateOfClause(cast, own) : undefined;
  if (there) return there;
  const heads = isVerbal(cast.tree, base) ? [base, ...clauseOf(cast.tree, base).objects] : [base];
  for (const head of heads) {
    const found = head === base && isVerbal(cast.tree, base) ? stateOfClause(cast, head) : stateAround(cast, head);
    if (found) return found;
  }
  return type === "ASSAULT" && known ? stateOfPlaces(cast, cast.tree.analysis.sentence[base]) : undefined;
}

function placed(scene: Scene, party: Party, acts: boolean): Party {
  const { cast, type } = scene;
  const { sector } = party.identity;
  if (!isStateless(party) || party.place) return party;
  if (!LOCAL.has(sector) && !(IN_FORCE.has(sector) && type === "ASSAULT" && !acts)) return party;
  if (isStranger(cast.tree, party.here.head)) return party;
  const state = whereabouts(scene, party);
  return state ? ofState(party, state) : party;
}

/** "five people in Ost", "killed five soldiers in Ost": people of no known state are of the one in which they are. */
export function located(cast: Cast, type: string, base: number, { actors, recipients }: Sides): Sides {
  // Who is arrested or held somewhere may be a stranger there.
  if (type === "COERCE") return { actors, recipients };
  const known = [...actors, ...recipients].some(({ identity }) => identity.country !== null);
  const scene: Scene = { cast, type, base, known };
  return {
    actors: actors.map((party) => placed(scene, party, true)),
    recipients: recipients.map((party) => placed(scene, party, false)),
  };
}
