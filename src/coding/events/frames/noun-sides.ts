import type { EventRow } from "../../../knowledge/index.ts";
import { isOwner } from "../parties/belonging.ts";
import { type Cast, partiesAt } from "../parties/cast.ts";
import type { Party } from "../parties/party.ts";
import { childrenBy, childrenOf, prepositionOf, type Tree, withConjuncts } from "../tree.ts";
import { complementsOf, partiesOf, TOWARDS, WITH } from "./slots.ts";

/** The noun phrase's own participants, by what joins them to it. */
export interface NounSides {
  readonly owners: Party[];
  readonly sources: Party[];
  readonly with: Party[];
  readonly towards: Party[];
}

/** "of" and "by" name the actor of a noun as often as the recipient; the row's word alone decides on the others. */
const EITHER = new Set(["of", "by"]);

const FORCE = new Set(["ASSAULT", "COERCE", "SANCTION"]);

/** "the expulsion of diplomats", "the bombing of a town": to whom a deed is done that is always somebody's, or by force. */
const isDoneTo = ({ roles, recipient, trigger, type }: EventRow): boolean =>
  roles === "direct" &&
  trigger.kind === "noun" &&
  recipient?.has("of") === true &&
  (recipient.size === 1 || FORCE.has(type));

/** Which side a modifier of the noun is on; undefined for what names no participant ("in Syria" says where). */
function sideOf(tree: Tree, row: EventRow, child: number, owned: boolean): keyof NounSides | undefined {
  const preposition = prepositionOf(tree, child);
  const wanted = row.roles === "direct" && row.recipient?.has(preposition) && !EITHER.has(preposition);
  if (wanted && tree.relation[child] === "nmod") return "towards";
  if (isOwner(tree, child)) return "owners";
  if (tree.relation[child] !== "nmod" && tree.relation[child] !== "obl") return undefined;
  if (WITH.has(preposition) && preposition !== "against") return "with";
  if (preposition === "by" || preposition === "from") return "sources";
  if (preposition === "of") return owned || isDoneTo(row) ? "towards" : "sources";
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

const PARTICIPLES = new Set(["acl"]);
const OBLIQUES = new Set(["obl"]);
const CLAIMED = new Set(["claim", "perpetrate", "commit"]);

/** "an attack claimed by the rebels": those who say that a deed is theirs. */
const claimantsOf = (tree: Tree, head: number): number[] =>
  childrenBy(tree, head, PARTICIPLES)
    .filter((child) => CLAIMED.has(tree.lemma[child]))
    .flatMap((claim) => childrenBy(tree, claim, OBLIQUES).filter((child) => BY.has(prepositionOf(tree, child))));

/** "the killing of soldiers by the rebels": the agents of a noun, wherever the parser hung them. */
function agentsOf(cast: Cast, head: number): Party[] {
  const { tree } = cast;
  const inside = complementsIn(tree, head, OF).flatMap((child) => complementsIn(tree, child, BY));
  return partiesOf(cast, [...complementsIn(tree, head, BY), ...inside, ...claimantsOf(tree, head)]);
}

const UNITING = new Set(["involve", "feature", "comprise", "unite", "gather"]);
const OBJECTS = new Set(["obj"]);

/** "a drill involving the navies of Ost and West": those whom a participle names as sides. */
const membersOf = (cast: Cast, noun: number): Party[] =>
  childrenBy(cast.tree, noun, PARTICIPLES)
    .filter((participle) => UNITING.has(cast.tree.lemma[participle]) && cast.tree.analysis.xpos[participle] === "VBG")
    .flatMap((participle) => partiesOf(cast, childrenBy(cast.tree, participle, OBJECTS)));

const HOLDING = new Set(
  "host hold lead conduct stage organise organize issue make sign release run mount launch carry".split(" "),
);

const JOINTLY = new Set(["conjunction", "cooperation", "coordination", "partnership", "collaboration"]);
const WITH_WHOM = new Set(["with"]);

/** "a joint drill hosted by Ost", "issued by Ost in conjunction with West": those who hold or make what is shared. */
const holdersOf = (cast: Cast, noun: number): Party[] =>
  childrenBy(cast.tree, noun, PARTICIPLES)
    .filter((participle) => HOLDING.has(cast.tree.lemma[participle]))
    .flatMap((participle) => withConjuncts(cast.tree, participle))
    .flatMap((participle) => childrenBy(cast.tree, participle, OBLIQUES))
    .flatMap((child) => [child, ...childrenBy(cast.tree, child, NOUN_PHRASES)])
    .flatMap((child) => {
      if (JOINTLY.has(cast.tree.lemma[child])) return partiesOf(cast, complementsOf(cast.tree, child, WITH_WHOM));
      return BY.has(prepositionOf(cast.tree, child)) ? partiesAt(cast, child) : [];
    });

/** "the Ostish endorsement by West": those before a noun whose doer stands behind "by", to whom it is done. */
const isWithAgent = (tree: Tree, noun: number): boolean => complementsIn(tree, noun, BY).length > 0;

/** Who takes part by the words of the noun phrase itself. */
export function nounSides(cast: Cast, row: EventRow, token: number): NounSides {
  const agents = FORCE.has(row.type) && row.roles === "direct" ? agentsOf(cast, token) : [];
  const sides: NounSides = { owners: [], sources: [...agents], with: [], towards: [] };
  for (const head of phraseHeads(cast.tree, token))
    for (const child of childrenOf(cast.tree, head)) {
      const owned = sides.owners.length > 0 || agents.length > 0;
      const side = sideOf(cast.tree, row, child, owned);
      if (side) sides[side].push(...partiesAt(cast, child));
      if (side === "sources" && row.mode === "visit") sides.towards.push(...destinations(cast, child));
    }
  if (row.roles === "mutual") sides.with.push(...membersOf(cast, token), ...holdersOf(cast, token));
  if (row.recipient && row.roles === "direct")
    sides.towards.push(...partiesOf(cast, complementsOf(cast.tree, token, row.recipient)));
  if (sides.towards.length === 0 && sides.sources.length > 0 && row.roles === "direct" && isWithAgent(cast.tree, token))
    sides.towards.push(...sides.owners.filter(({ identity }) => identity.country !== null));
  return sides;
}
