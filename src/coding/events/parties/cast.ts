import type { Quotation } from "../../../schema/index.ts";
import type { TokenMention } from "../../types.ts";
import { childrenOf, type Tree } from "../tree.ts";
import { isApposed, isJoined, isMember, isName, isOwner, isPart, isSide, isWithin } from "./belonging.ts";
import { mentionsByHead } from "./heads.ts";
import { isBehind, isForeignAlly, isPeople, OTHERS } from "./others.ts";
import { distinct, isStateForce, ofState, type Party } from "./party.ts";

/** The mentions of a document, found by the token that heads them. */
export interface Cast {
  readonly tree: Tree;
  readonly mentions: readonly TokenMention[];
  readonly byHead: ReadonlyMap<number, TokenMention>;
  readonly byId: ReadonlyMap<string, TokenMention>;
  /** The quotations of the document, with the mentions of their speakers. */
  readonly quotations: readonly Quotation[];
}

/** Finds the mentions of a document by their heads. */
export const castOf = (tree: Tree, mentions: readonly TokenMention[], quotations: readonly Quotation[] = []): Cast => ({
  tree,
  mentions,
  byHead: mentionsByHead(tree, mentions),
  byId: new Map(mentions.map((mention) => [mention.id, mention])),
  quotations,
});

function placeParty(mention: TokenMention): Party[] {
  const country = mention.place?.country;
  if (!country) return [];
  return [{ mention, here: mention, place: true, identity: { id: country, country, sector: "GOV" } }];
}

function resolve(cast: Cast, mention: TokenMention, here: TokenMention, depth = 0): Party[] {
  const group = mention.refersTo ?? [];
  if (group.length > 1 || (group.length === 1 && !mention.actor)) {
    if (depth > 3) return [];
    return group.flatMap((id) => {
      const named = cast.byId.get(id);
      return named ? resolve(cast, named, here, depth + 1) : [];
    });
  }
  if (mention.actor) return [{ mention, here, identity: mention.actor, place: false }];
  return placeParty(mention);
}

const MAX_DEPTH = 4;

function below(cast: Cast, token: number, depth: number, wanted: (tree: Tree, token: number) => boolean): Party[] {
  const parties: Party[] = [];
  for (const child of childrenOf(cast.tree, token))
    if (wanted(cast.tree, child) && !isBehind(cast, child)) parties.push(...partiesAt(cast, child, depth + 1));
  return parties;
}

const JOINT = /^\s?([-\u2010-\u2015/]|,|,?\s?(and|&|or))\s?$/;

/** The other side of a pair ("Russia-China relations", "Russian and Chinese bombers"): a modifier joined to this mention. */
function paired(cast: Cast, mention: TokenMention, depth: number): Party[] {
  const { start, text } = cast.tree.analysis;
  const parties: Party[] = [];
  for (const child of childrenOf(cast.tree, mention.head)) {
    const other =
      isOwner(cast.tree, child) || cast.tree.relation[child] === "flat" ? cast.byHead.get(child) : undefined;
    if (!other || (other.tokens[1] > mention.tokens[0] && other.tokens[0] < mention.tokens[1])) continue;
    const [first, second] = other.span[0] < mention.span[0] ? [other, mention] : [mention, other];
    if (JOINT.test(text.slice(first.span[1], start[second.tokens[0]])))
      parties.push(...partiesAt(cast, child, depth + 1));
  }
  return parties;
}

/** "ships of the Russian and Chinese navies": a body known by one state's name may be of another one too. */
function otherMembers(cast: Cast, token: number, own: readonly Party[], depth: number): Party[] {
  if (!own.every(({ identity }) => identity.id.startsWith("unknown."))) return [];
  const members = below(cast, token, depth, isMember);
  return members.filter(
    ({ identity }) => identity.country && !own.some((party) => party.identity.country === identity.country),
  );
}

/** "lawmakers in Ost and West": those of no known state who are in several are of each. */
function spread(cast: Cast, token: number, party: Party): Party[] {
  const places = below(cast, token, 0, isWithin).flatMap(({ identity }) => identity.country ?? []);
  return [...new Set(places)].map((country) => ofState(party, country));
}

const BODY = new Set("bloc alliance organisation organization group body union grouping watchdog agency".split(" "));

/** "the regional bloc ECOWAS": the name behind the noun, where the parser sees a word of another kind. */
function namedBehind(cast: Cast, token: number): Party[] {
  if (!BODY.has(cast.tree.lemma[token])) return [];
  const next = cast.byHead.get(token + 1);
  const { head, sentence } = cast.tree.analysis;
  if (!next?.actor?.id.startsWith("org.") || head[token + 1] !== token || sentence[token] !== sentence[token + 1])
    return [];
  return resolve(cast, next, next);
}

function ofPhrase(cast: Cast, token: number, depth: number): Party[] {
  const isOther =
    (OTHERS.has(cast.tree.lemma[token]) || isForeignAlly(cast, token)) &&
    !cast.byHead.get(token)?.actor?.id.startsWith("person.");
  // "Assad's backer, Russia"
  if (isOther && !isPeople(cast, token))
    return below(cast, token, depth, isApposed).filter(({ identity }) => identity.country);
  const mention = cast.byHead.get(token);
  const own = mention ? resolve(cast, mention, mention) : [];
  const [force] = isPart(cast.tree, token) ? below(cast, token, depth, isMember).filter(isStateForce) : [];
  if (own.length === 1 && force) return [{ ...own[0], identity: force.identity }];
  if (mention && own.some((party) => party.identity.country !== null))
    return [...own, ...paired(cast, mention, depth), ...otherMembers(cast, token, own, depth)];
  const inEach = own.length === 1 ? spread(cast, token, own[0]) : [];
  if (inEach.length > 1) return inEach;
  const owners = below(cast, token, depth, isOwner);
  if (owners.length > 0) return owners;
  // "Cheng Lei, an Australian citizen": somebody unknown is who the apposition says.
  const apposed = own.length > 0 ? below(cast, token, depth, isApposed).filter(({ identity }) => identity.country) : [];
  if (apposed.length > 0) return apposed.slice(0, 1);
  const names = own.length > 0 ? [] : [...below(cast, token, depth, isName), ...namedBehind(cast, token)];
  const sides = names.length > 0 ? names : below(cast, token, depth, isMember);
  return sides.length > 0 ? sides : own;
}

/** "bombers of Russia's forces and of the Chinese air force": what is coordinated with a word inside the mention. */
function joinedInside(cast: Cast, { tokens, head }: TokenMention, depth: number): Party[] {
  const parties: Party[] = [];
  for (let token = tokens[0]; token < tokens[1]; token += 1)
    for (const child of token === head ? [] : childrenOf(cast.tree, token))
      if (cast.tree.relation[child] === "conj" && (child < tokens[0] || child >= tokens[1]))
        parties.push(...partiesAt(cast, child, depth + 1));
  return parties;
}

const isSomebody = (cast: Cast, token: number): boolean => {
  const party = cast.byHead.get(token);
  return party?.actor !== undefined && (party.actor.id === party.actor.country || party.actor.id.startsWith("person."));
};

/** "Moscow, Beijing hold talks": the comma of a headline, where the parser sees an apposition. */
const isListed = (cast: Cast, token: number, child: number): boolean =>
  cast.tree.relation[child] === "appos" &&
  isSomebody(cast, token) &&
  isSomebody(cast, child) &&
  cast.byHead.get(token)?.actor?.country !== cast.byHead.get(child)?.actor?.country;

const COMPANIONS = new Set(["along", "together"]);

/** "Turkey, along with Russia and Iran": who stands beside the mention in words that join like "and". */
function companions(cast: Cast, mention: TokenMention, depth: number): Party[] {
  const { analysis, lemma } = cast.tree;
  const along = mention.tokens[1] + (lemma[mention.tokens[1]] === "," ? 1 : 0);
  const after = along + 2;
  if (!COMPANIONS.has(lemma[along]) || lemma[along + 1] !== "with") return [];
  if (analysis.sentence[after] !== analysis.sentence[mention.head]) return [];
  const first = analysis.upos[after] === "DET" ? after + 1 : after;
  const next = cast.mentions.find((one) => one.tokens[0] === first && cast.byHead.get(one.head) === one);
  return next ? partiesAt(cast, next.head, depth + 1) : [];
}

/**
 * Who is named by the noun phrase that a token heads, with what is coordinated with it: the actor itself, or else
 * those whose the thing is ("Russian and Chinese bombers", "the governments of Russia and China").
 */
export function partiesAt(cast: Cast, token: number, depth = 0): Party[] {
  if (depth > MAX_DEPTH) return [];
  const parties = ofPhrase(cast, token, depth);
  const mention = cast.byHead.get(token);
  if (mention) parties.push(...joinedInside(cast, mention, depth), ...companions(cast, mention, depth));
  for (const child of childrenOf(cast.tree, token))
    if (isJoined(cast.tree, child) || isListed(cast, token, child)) parties.push(...partiesAt(cast, child, depth + 1));
  return distinct(parties);
}

/** The country in which a thing is: "a base in Afghanistan". */
export const partiesWithin = (cast: Cast, token: number): Party[] => distinct(below(cast, token, 0, isWithin));

/** Whose a thing is: "American sanctions", "China's bombers". */
export const ownersAt = (cast: Cast, token: number): Party[] => distinct(below(cast, token, 0, isOwner));

/** Who stands beside a thing with a preposition: "its support for Ukraine". */
export const partiesBeside = (cast: Cast, token: number): Party[] => distinct(below(cast, token, 0, isSide));
