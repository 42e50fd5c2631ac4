import type { EventRow } from "../../../knowledge/index.ts";
import { type Chain, isOperative } from "../chain.ts";
import { clauseOf } from "../clause.ts";
import { type Governed, governed } from "../governed.ts";
import type { Cast } from "../parties/cast.ts";
import { countriesOf, distinct, type Party } from "../parties/party.ts";
import { prepositionOf, type Tree } from "../tree.ts";
import { type NounSides, nounSides } from "./noun-sides.ts";
import { complementsOf, type Frame, isMutual, obliquesWith, partiesOf, without } from "./slots.ts";

const JOINING = new Set(["with"]);

/**
 * A noun that names both sides itself ("Russia's cooperation with China", "talks between Iran and Turkey") takes nobody
 * from its verb; "talks with Iran and Turkey" leave out whoever holds them.
 */
function mutualNoun(tree: Tree, noun: number, sides: NounSides, around: Governed, isBare: boolean): Frame {
  const own = distinct([...sides.owners, ...sides.sources]);
  const whole = distinct([...own, ...sides.with]);
  const isOneSided = own.length === 0 && complementsOf(tree, noun, JOINING).length > 0;
  const isOpen = isOneSided && around.subjects.length > 0;
  // "the deal with Ost and West" leaves out whose deal it is
  if (isOneSided && !isOpen && isBare) return { actors: [], recipients: [], others: [], loose: false };
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

/** "have the support of the people": whoever has somebody's support is supported. */
const isSupportHeld = (tree: Tree, { base }: Chain, verb: number): boolean =>
  HAVING.has(tree.lemma[verb]) && SUPPORT.has(tree.lemma[base]);
const HAVING = new Set(["have", "enjoy", "lose", "command", "retain", "keep"]);
const SUPPORT = new Set(["support", "backing", "endorsement", "blessing"]);

/** The frame of a noun that its verb's subject receives; undefined for any other. */
function sufferedNoun(cast: Cast, chain: Chain, sides: NounSides, around: Governed): Frame | undefined {
  const { tree } = cast;
  const link = chain.links.find(({ row }) => row !== undefined);
  const isHeld = link !== undefined && sides.sources.length > 0 && isSupportHeld(tree, chain, link.token);
  if (!link || !(isHeld || SUFFERING.has(tree.lemma[link.token])) || around.subjects.length === 0) return undefined;
  const recipients = distinct(around.subjects);
  const beside = partiesOf(cast, obliquesWith(clauseOf(tree, link.token).obliques, SOURCES));
  const pool = [sides.sources, beside, sides.owners].find((parties) => parties.length > 0) ?? [];
  const actors = without(distinct(pool), recipients);
  return { actors, recipients, others: [], loose: false };
}

const BLAMING = new Set(["REJECT", "ACCUSE"]);

/** "opposes Mark's sale of arms to West": what is opposed or condemned is the deed of whoever does it. */
const isBlamed = (row: EventRow, { outcome }: Chain): boolean =>
  "type" in outcome && BLAMING.has(outcome.type) && !BLAMING.has(row.type);

/** "was subjected to shelling by Ost": to whom a noun is done that stands behind a passive. */
function subjectedTo(cast: Cast, noun: number): Party[] {
  const verb = cast.tree.analysis.head[noun];
  if (verb < 0 || !SUBJECTING.has(cast.tree.lemma[verb]) || prepositionOf(cast.tree, noun) !== "to") return [];
  const { passive, objects } = clauseOf(cast.tree, verb);
  return passive ? partiesOf(cast, objects) : [];
}
const SUBJECTING = new Set(["subject", "expose"]);

function directNoun(cast: Cast, row: EventRow, chain: Chain, sides: NounSides, around: Governed): Frame {
  const own = distinct(sides.sources.length > 0 ? sides.sources : sides.owners);
  const isWhole = row.mode === "visit" && own.length > 0 && without(distinct(sides.towards), own).length > 0;
  const feared = own.length > 0 && chain.links.some(({ operation }) => operation === "doubt");
  const subjects = isWhole || feared ? [] : around.subjects;
  const actors = distinct(subjects.length > 0 ? subjects : own);
  const carried = chain.links.some(isOperative);
  const joined = row.recipient?.has("with") ? [...sides.with, ...around.with] : [];
  const blamed = isBlamed(row, chain) && around.subjects.length > 0 ? [...sides.owners, ...sides.sources] : [];
  const pools = [
    blamed,
    sides.towards,
    subjectedTo(cast, chain.base),
    joined,
    around.towards,
    carried ? sides.owners : [],
    carried ? sides.sources : [],
  ];
  for (const pool of pools) {
    const recipients = without(distinct(pool), actors);
    if (recipients.length > 0) return { actors, recipients, others: [], loose: false };
  }
  return { actors, recipients: [], others: [], loose: false };
}

/** Who takes part in the event of a noun's row, by its own phrase and the verb that carries it. */
export function nounFrame(cast: Cast, row: EventRow, chain: Chain): Frame {
  const sides = nounSides(cast, row, chain.base);
  const around = governed(cast, row, chain);
  // who was killed in a clash with rebels is found later
  const isBare = row.type !== "ASSAULT" && !chain.links.some(isOperative);
  if (isMutual(row)) return mutualNoun(cast.tree, chain.base, sides, around, isBare);
  const frame = sufferedNoun(cast, chain, sides, around) ?? directNoun(cast, row, chain, sides, around);
  return row.roles === "reversed" ? { ...frame, actors: frame.recipients, recipients: frame.actors } : frame;
}
