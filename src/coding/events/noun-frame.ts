import type { EventRow } from "../../knowledge/index.ts";
import { type Cast, partiesAt } from "./cast.ts";
import { type Chain, isOperative } from "./chain.ts";
import { clauseOf } from "./clause.ts";
import { countriesOf, distinct, type Party, sameParty } from "./party.ts";
import {
  byPreposition,
  complementsOf,
  type Frame,
  isMutual,
  misplacedCounterparts,
  obliquesWith,
  partiesOf,
  TOWARDS,
  WITH,
  without,
} from "./slots.ts";
import { surfaceSubjects } from "./subjects.ts";
import {
  childBy,
  childrenBy,
  childrenOf,
  firstConjunct,
  hasChild,
  isPredicate,
  isVerbal,
  prepositionOf,
  type Tree,
  withConjuncts,
} from "./tree.ts";

/** The noun phrase's own participants, by what joins them to it. */
interface NounSides {
  readonly owners: Party[];
  readonly sources: Party[];
  readonly with: Party[];
  readonly towards: Party[];
}

const OWNER_RELATIONS = new Set(["amod", "compound", "nmod:poss", "nmod:desc"]);
/** "of" and "by" name the actor of a noun as often as the recipient; the row's word alone decides on the others. */
const EITHER = new Set(["of", "by"]);

/** Which side a modifier of the noun is on; undefined for what names no participant ("in Syria" says where). */
function sideOf(tree: Tree, row: EventRow, child: number, owned: boolean): keyof NounSides | undefined {
  const preposition = prepositionOf(tree, child);
  const wanted = row.roles === "direct" && row.recipient?.has(preposition) && !EITHER.has(preposition);
  if (wanted && tree.relation[child] === "nmod") return "towards";
  if (OWNER_RELATIONS.has(tree.analysis.relation[child])) return "owners";
  if (tree.relation[child] !== "nmod" && tree.relation[child] !== "obl") return undefined;
  if (WITH.has(preposition) && preposition !== "against") return "with";
  if (preposition === "by" || preposition === "from") return "sources";
  if (preposition === "of") return owned ? "towards" : "sources";
  return TOWARDS.includes(preposition) ? "towards" : undefined;
}

/** "the exercise Zapad of the two armies": a noun before a name has the name's complements too. */
function phraseHeads(tree: Tree, token: number): number[] {
  const head = tree.analysis.head[token];
  const named = tree.relation[token] === "compound" && head >= 0 && tree.analysis.upos[head] === "PROPN";
  return named ? [token, ...withConjuncts(tree, head)] : [token];
}

const DESTINATION = new Set(["to"]);
const NAME_PARTS = new Set(["flat"]);

/** "the visit of the president to Italy": where the tree hangs the destination on who travels. */
const destinations = (cast: Cast, traveller: number): Party[] =>
  [traveller, ...childrenBy(cast.tree, traveller, NAME_PARTS)].flatMap((token) =>
    partiesOf(cast, complementsOf(cast.tree, token, DESTINATION)),
  );

const BY = new Set(["by"]);
const OF = new Set(["of"]);

const NOUN_PHRASES = new Set(["nmod"]);

const complementsIn = (tree: Tree, token: number, wanted: ReadonlySet<string>): number[] =>
  childrenBy(tree, token, NOUN_PHRASES).filter((child) => wanted.has(prepositionOf(tree, child)));

/** "the killing of soldiers by the rebels": the agents of a noun, wherever the parser hung them. */
function agentsOf(cast: Cast, head: number): Party[] {
  const inside = complementsIn(cast.tree, head, OF).flatMap((child) => complementsIn(cast.tree, child, BY));
  return partiesOf(cast, [...complementsIn(cast.tree, head, BY), ...inside]);
}

function nounSides(cast: Cast, row: EventRow, token: number): NounSides {
  const agents = row.type === "ASSAULT" && row.roles === "direct" ? agentsOf(cast, token) : [];
  const sides: NounSides = { owners: [], sources: [...agents], with: [], towards: [] };
  for (const head of phraseHeads(cast.tree, token))
    for (const child of childrenOf(cast.tree, head)) {
      const owned = sides.owners.length > 0 || agents.length > 0;
      const side = sideOf(cast.tree, row, child, owned);
      if (side) sides[side].push(...partiesAt(cast, child));
      if (side === "sources" && row.mode === "visit") sides.towards.push(...destinations(cast, child));
    }
  if (row.recipient && row.roles === "direct")
    sides.towards.push(...partiesOf(cast, complementsOf(cast.tree, token, row.recipient)));
  return sides;
}

const AGAINST = new Set(["against"]);
const ABSTRACT_GOVERNOR = new Set(["through", "via", "in", "during", "at", "by", "as"]);

/** Verbs that only tell as what their subject stands there: "serves as". */
const STANDING = new Set(["function", "serve", "act", "work", "operate", "stand"]);

/** "was planned as, and has served as, a bulwark": the tree hangs the "as" on the verb and takes the noun for its object. */
function actsAs(tree: Tree, verb: number, noun: number): boolean {
  if (!STANDING.has(tree.lemma[verb]) || tree.relation[noun] !== "obj") return false;
  return childrenOf(tree, verb).some((child) => tree.lemma[child] === "as" && verb < child && child < noun);
}

/** Verbs whose subject and obliques belong to the noun: light verbs and operators, and of "through talks" the verb. */
function governors(tree: Tree, chain: Chain, mutual: boolean): number[] {
  const linked = chain.links.filter(isOperative).map((link) => link.token);
  if (linked.length > 0 || !mutual) return linked;
  // "partnered with the Kurds in the battle against Isis"
  if (complementsOf(tree, chain.base, AGAINST).length > 0) return [];
  const base = firstConjunct(tree, chain.base);
  const head = tree.analysis.head[base];
  if (head < 0 || !isVerbal(tree, head)) return [];
  const manner = tree.relation[base] === "obl" && ABSTRACT_GOVERNOR.has(prepositionOf(tree, base));
  return manner || actsAs(tree, head, base) ? [head] : [];
}

/** "Norway is a donor to Malawi": nouns for who does it. */
const DOERS = new Set(
  "donor benefactor contributor backer supporter ally champion friend admirer critic opponent detractor mediator broker intermediary go-between".split(
    " ",
  ),
);

/** "in talks", "at war", "are a counterweight": the subject of the copula takes part. */
function copulaSubjects(tree: Tree, token: number, mutual: boolean): number[] {
  const preposition = prepositionOf(tree, token);
  if (DOERS.has(tree.lemma[token]) && childBy(tree, token, "cop") >= 0) return surfaceSubjects(tree, token);
  const inside = preposition === "in" || preposition === "at" || preposition === "on" || (mutual && preposition === "");
  return inside && childBy(tree, token, "cop") >= 0 ? surfaceSubjects(tree, token) : [];
}

const STAYS = new Set(["on", "for"]);
const PLACED = new Set(["in", "at"]);
const FUTURE = new Set(["will", "would", "shall", "may", "might", "could"]);

/** The predicate that says where a visitor is: "is in Ost on a visit", "was in Ost for talks with Mark"; or -1. */
function stayOf(tree: Tree, row: EventRow, noun: number): number {
  const base = firstConjunct(tree, noun);
  const place = tree.analysis.head[base];
  if (row.type !== "CONSULT" || place < 0 || !STAYS.has(prepositionOf(tree, base))) return -1;
  const isPlaced = childBy(tree, place, "cop") >= 0 && PLACED.has(prepositionOf(tree, place));
  return isPlaced && !hasChild(tree, place, FUTURE) ? place : -1;
}

/** Who is where, and whom he visits there: the state in which he is, if the visit names no other. */
function staying(cast: Cast, row: EventRow, noun: number): { visitors: Party[]; hosts: Party[] } {
  const place = stayOf(cast.tree, row, noun);
  if (place < 0) return { visitors: [], hosts: [] };
  const visitors = partiesOf(cast, surfaceSubjects(cast.tree, place));
  const hosts = row.mode === "visit" ? partiesAt(cast, place) : [];
  return { visitors, hosts: hosts.filter((host) => !visitors.some((visitor) => sameParty(visitor, host))) };
}

interface Governed {
  readonly subjects: Party[];
  readonly with: Party[];
  readonly towards: Party[];
}

/** "an air strike killed fighters of Ost": the object of the verb whose subject an attack is. */
function harmedBy(cast: Cast, row: EventRow, verb: number, noun: number): Party[] {
  if (row.type !== "ASSAULT" || cast.tree.relation[firstConjunct(cast.tree, noun)] !== "nsubj") return [];
  return partiesOf(cast, clauseOf(cast.tree, verb).objects).filter(({ identity }) => identity.country !== null);
}

/** "dealing with Ost during a meeting": what goes on during it is not its own. */
const isMeanwhile = (tree: Tree, noun: number): boolean => prepositionOf(tree, firstConjunct(tree, noun)) === "during";

function governed(cast: Cast, row: EventRow, chain: Chain): Governed {
  const mutual = isMutual(row);
  const { visitors, hosts } = staying(cast, row, chain.base);
  const subjects = [...partiesOf(cast, copulaSubjects(cast.tree, chain.base, mutual)), ...visitors];
  const found: Governed = { subjects, with: [], towards: hosts };
  for (const token of governors(cast.tree, chain, mutual)) {
    if (!isPredicate(cast.tree, token)) {
      found.subjects.push(...(found.subjects.length > 0 ? [] : partiesAt(cast, token)));
      continue;
    }
    const clause = clauseOf(cast.tree, token);
    if (found.subjects.length === 0)
      found.subjects.push(...without(partiesOf(cast, clause.subjects), partiesAt(cast, chain.base)));
    const obliques = clause.obliques.filter((oblique) => oblique.token !== chain.base);
    if (!isMeanwhile(cast.tree, chain.base)) found.with.push(...partiesOf(cast, obliquesWith(obliques, WITH)));
    if (mutual && found.with.length === 0) found.with.push(...misplacedCounterparts(cast, obliques, found.subjects));
    found.towards.push(
      ...harmedBy(cast, row, token, chain.base),
      ...byPreposition(cast, obliques, found.subjects, row.type),
      ...partiesOf(cast, clause.indirect),
    );
  }
  return found;
}

const JOINING = new Set(["with"]);

/**
 * A noun that names both sides itself ("Russia's cooperation with China", "talks between Iran and Turkey") takes nobody
 * from its verb; "talks with Iran and Turkey" leave out whoever holds them.
 */
function mutualNoun(tree: Tree, noun: number, sides: NounSides, around: Governed): Frame {
  const own = distinct([...sides.owners, ...sides.sources]);
  const whole = distinct([...own, ...sides.with]);
  const isOpen = own.length === 0 && around.subjects.length > 0 && complementsOf(tree, noun, JOINING).length > 0;
  if (!isOpen && countriesOf(whole).size > 1) return { actors: whole, recipients: [], others: [], loose: false };
  const actors = distinct(around.subjects.length > 0 ? around.subjects : own);
  const others = without(distinct([...own, ...sides.with, ...around.with]), actors);
  return { actors, recipients: [], others, loose: false };
}

/** Verbs whose subject is done to: "drew criticism from Poland", "suffered an attack by rebels". */
export const SUFFERING: ReadonlySet<string> = new Set(
  "trigger prompt cause face receive draw suffer attract earn provoke spark endure sustain undergo incur get win".split(
    " ",
  ),
);

const SOURCES = new Set(["from", "by"]);

/** The frame of a noun that its verb's subject receives; undefined for any other. */
function sufferedNoun(cast: Cast, chain: Chain, sides: NounSides, around: Governed): Frame | undefined {
  const { tree } = cast;
  const link = chain.links.find(({ row }) => row !== undefined);
  if (!link || !SUFFERING.has(tree.lemma[link.token]) || around.subjects.length === 0) return undefined;
  const recipients = distinct(around.subjects);
  const beside = partiesOf(cast, obliquesWith(clauseOf(tree, link.token).obliques, SOURCES));
  const pool = [sides.sources, beside, sides.owners].find((parties) => parties.length > 0) ?? [];
  const actors = without(distinct(pool), recipients);
  return { actors, recipients, others: [], loose: false };
}

function directNoun(row: EventRow, chain: Chain, sides: NounSides, around: Governed): Frame {
  const own = distinct(sides.sources.length > 0 ? sides.sources : sides.owners);
  const isWhole = row.mode === "visit" && own.length > 0 && without(distinct(sides.towards), own).length > 0;
  const feared = own.length > 0 && chain.links.some(({ operation }) => operation === "doubt");
  const subjects = isWhole || feared ? [] : around.subjects;
  const actors = distinct(subjects.length > 0 ? subjects : own);
  const carried = chain.links.some(isOperative);
  const joined = row.recipient?.has("with") ? [...sides.with, ...around.with] : [];
  const pools = [sides.towards, joined, around.towards, carried ? sides.owners : [], carried ? sides.sources : []];
  for (const pool of pools) {
    const recipients = without(distinct(pool), actors);
    if (recipients.length > 0) return { actors, recipients, others: [], loose: false };
  }
  return { actors, recipients: [], others: [], loose: false };
}

export function nounFrame(cast: Cast, row: EventRow, chain: Chain): Frame {
  const sides = nounSides(cast, row, chain.base);
  const around = governed(cast, row, chain);
  if (isMutual(row)) return mutualNoun(cast.tree, chain.base, sides, around);
  const frame = sufferedNoun(cast, chain, sides, around) ?? directNoun(row, chain, sides, around);
  return row.roles === "reversed" ? { ...frame, actors: frame.recipients, recipients: frame.actors } : frame;
}
