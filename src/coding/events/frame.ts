import type { EventRow } from "../../knowledge/index.ts";
import {
  type Cast,
  distinct,
  ownersAt,
  type Party,
  partiesAt,
  partiesBeside,
  partiesWithin,
  sameParty,
} from "./cast.ts";
import { type Chain, isOperative, type Link } from "./chain.ts";
import { type Clause, clauseOf, type Oblique, surfaceSubjects } from "./clause.ts";
import {
  childBy,
  childrenOf,
  firstConjunct,
  hasRelation,
  isPredicate,
  isVerbal,
  prepositionOf,
  type Tree,
} from "./tree.ts";

/** Who takes part in an event. `others` are the counterparts of a mutual one. */
export interface Frame {
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly others: readonly Party[];
  /** True where a participant was borrowed from farther than the event's own clause. */
  readonly loose: boolean;
}

const WITH = new Set(["with", "alongside", "between", "among", "together", "versus", "against"]);
const SOURCE = new Set(["from", "by", "of"]);
/** Prepositions of recipients, the likelier first. */
const TOWARDS = "against to on upon with at for from".split(" ");
const EACH_OTHER = new Set(["other", "another"]);

const REFLEXIVE = new Set(["himself", "herself", "itself", "themselves", "ourselves", "myself"]);

const partiesOf = (cast: Cast, tokens: readonly number[]): Party[] =>
  distinct(tokens.filter((token) => !REFLEXIVE.has(cast.tree.lemma[token])).flatMap((token) => partiesAt(cast, token)));

const without = (parties: readonly Party[], others: readonly Party[]): Party[] =>
  parties.filter((party) => !others.some((other) => party === other || party.identity.id === other.identity.id));

const obliquesWith = (obliques: readonly Oblique[], wanted: ReadonlySet<string>): number[] =>
  obliques.filter(({ preposition }) => wanted.has(preposition)).map(({ token }) => token);

/** "each other", "one another": who is meant is the subject itself. */
const isReciprocal = (tree: Tree, token: number): boolean =>
  EACH_OTHER.has(tree.lemma[token]) && tree.analysis.upos[token] !== "NOUN";

/** Recipients within the object, leaving out those who act ("its support for …", "Russia's ships"). */
function insideObject(cast: Cast, token: number, actors: readonly Party[]): Party[] {
  if (REFLEXIVE.has(cast.tree.lemma[token])) return [];
  const named = without(partiesAt(cast, token), actors);
  if (named.length > 0) return named;
  const beside = without(partiesBeside(cast, token), actors);
  return beside.length > 0 ? beside : without(partiesWithin(cast, token), actors);
}

function byPreposition(cast: Cast, obliques: readonly Oblique[], actors: readonly Party[]): Party[] {
  for (const preposition of TOWARDS) {
    const tokens = obliquesWith(obliques, new Set([preposition]));
    const parties = without(partiesOf(cast, tokens), actors);
    if (parties.length > 0) return parties;
  }
  return [];
}

/** Complements of a noun in one of the prepositions, also those of its own complements ("the spectre of war with …"). */
function complementsOf(tree: Tree, token: number, wanted: ReadonlySet<string>, depth = 0): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, token)) {
    if (tree.relation[child] !== "nmod") continue;
    if (wanted.has(prepositionOf(tree, child))) found.push(child);
    else if (depth < 2) found.push(...complementsOf(tree, child, wanted, depth + 1));
  }
  return found;
}

function wantedRecipients(cast: Cast, row: EventRow, clause: Clause, actors: readonly Party[]): Party[] {
  const wanted = row.recipient!;
  const tokens = obliquesWith(clause.obliques, wanted);
  if (wanted.has("object")) tokens.push(...clause.objects, ...clause.indirect);
  for (const object of [...clause.objects, ...clause.obliques.map(({ token }) => token)])
    tokens.push(...complementsOf(cast.tree, object, wanted));
  return without(partiesOf(cast, tokens), actors);
}

function recipientsOf(cast: Cast, row: EventRow, clause: Clause, actors: readonly Party[]): Party[] {
  if (row.recipient) return wantedRecipients(cast, row, clause, actors);
  const indirect = without(partiesOf(cast, clause.indirect), actors);
  if (indirect.length > 0) return indirect;
  const objects = distinct(clause.objects.flatMap((token) => insideObject(cast, token, actors)));
  return objects.length > 0 ? objects : byPreposition(cast, clause.obliques, actors);
}

const isMutual = (row: EventRow): boolean => row.roles === "mutual";

/** Those who head the phrase themselves, not those whose the thing is: "met the minister", not "met its goal". */
const inPerson = (cast: Cast, token: number): Party[] =>
  partiesAt(cast, token).filter((party) => {
    const { head } = party.here;
    return head === token || firstConjunct(cast.tree, head) === token || isInside(token, party.here);
  });

const BODIES = new Set(
  "delegation team group side mission party representative official leader member minister envoy diplomat ambassador negotiator chief delegate president premier general authority government".split(
    " ",
  ),
);

/** Visitors and talkers are persons, states and their delegations, not things that belong to one. */
const inPersonOrBody = (cast: Cast, token: number): Party[] =>
  BODIES.has(cast.tree.lemma[token]) ? partiesAt(cast, token) : inPerson(cast, token);

const isInside = (token: number, { tokens }: Party["here"]): boolean => token >= tokens[0] && token < tokens[1];

function counterparts(cast: Cast, row: EventRow, clause: Clause, actors: readonly Party[]): Party[] {
  const { prepositions, oblique } = row.trigger;
  const wanted = row.recipient ?? (prepositions && !oblique ? prepositions : WITH);
  const joined = partiesOf(cast, obliquesWith(clause.obliques, wanted));
  if (row.recipient) return without(distinct(joined), actors);
  const objects = [...clause.objects, ...clause.indirect];
  const persons = objects.flatMap((token) => (row.type === "CONSULT" ? inPerson(cast, token) : partiesAt(cast, token)));
  const sides = objects.flatMap((token) => joinedTo(cast, token));
  return without(distinct([...joined, ...persons, ...sides]), actors);
}

/** "a treaty with Iran", "talks between the two". */
function joinedTo(cast: Cast, token: number): Party[] {
  const tokens: number[] = [];
  for (const child of childrenOf(cast.tree, token))
    if (cast.tree.relation[child] === "nmod" && WITH.has(prepositionOf(cast.tree, child))) tokens.push(child);
  return partiesOf(cast, tokens);
}

function reversedFrame(cast: Cast, row: EventRow, clause: Clause, subjects: readonly Party[]): Frame {
  if (row.recipient?.has("object")) {
    const guests = without(distinct(clause.objects.flatMap((token) => inPerson(cast, token))), subjects);
    return { actors: guests, recipients: subjects, others: [], loose: false };
  }
  const sources = partiesOf(cast, obliquesWith(clause.obliques, SOURCE));
  const objects = clause.objects.flatMap((token) => insideObject(cast, token, subjects));
  const actors = without(sources.length > 0 ? sources : distinct(objects), subjects);
  return { actors, recipients: subjects, others: [], loose: false };
}

/** "American sanctions were lifted": without an agent, those whose the thing is act. */
const ownersOfPassive = (cast: Cast, row: EventRow, clause: Clause): Party[] =>
  row.trigger.objects && row.roles === "direct"
    ? distinct(clause.objects.flatMap((token) => ownersAt(cast, token)))
    : [];

function verbFrame(cast: Cast, row: EventRow, base: number): Frame {
  const clause = clauseOf(cast.tree, base);
  const named =
    row.type === "CONSULT"
      ? clause.subjects.flatMap((token) => inPersonOrBody(cast, token))
      : partiesOf(cast, clause.subjects);
  const actors = named.length > 0 || !clause.passive ? named : ownersOfPassive(cast, row, clause);
  if (row.roles === "reversed") return reversedFrame(cast, row, clause, actors);
  // "He was flown to Spain": whoever is taken somewhere visits.
  if (row.mode === "visit" && clause.passive && row.roles === "direct")
    return {
      actors: partiesOf(cast, clause.objects),
      recipients: byPreposition(cast, clause.obliques, []),
      others: [],
      loose: false,
    };
  const reciprocal = [...clause.objects, ...clause.obliques.map(({ token }) => token)].some((t) =>
    isReciprocal(cast.tree, t),
  );
  if (reciprocal) return { actors, recipients: [], others: actors.slice(1), loose: false };
  if (isMutual(row)) {
    // "Talks were held by A", "A was met by B": without a subject the object's side acts.
    const others = counterparts(cast, row, clause, actors);
    return { actors, recipients: [], others, loose: false };
  }
  return { actors, recipients: recipientsOf(cast, row, clause, actors), others: [], loose: false };
}

/** The noun phrase's own participants, by what joins them to it. */
interface NounSides {
  readonly owners: Party[];
  readonly sources: Party[];
  readonly with: Party[];
  readonly towards: Party[];
}

const OWNER_RELATIONS = new Set(["amod", "compound", "nmod:poss", "nmod:desc"]);

function nounSides(cast: Cast, row: EventRow, token: number): NounSides {
  const { tree } = cast;
  const sides: NounSides = { owners: [], sources: [], with: [], towards: [] };
  for (const child of childrenOf(tree, token)) {
    const preposition = prepositionOf(tree, child);
    if (
      row.recipient?.has(preposition) &&
      tree.relation[child] === "nmod" &&
      row.roles === "direct" &&
      preposition !== "of" &&
      preposition !== "by"
    ) {
      sides.towards.push(...partiesAt(cast, child));
      continue;
    }
    if (OWNER_RELATIONS.has(tree.analysis.relation[child]) && !preposition.match(/^(with|against)$/))
      sides.owners.push(...partiesAt(cast, child));
    else if (tree.relation[child] !== "nmod" && tree.relation[child] !== "obl") continue;
    else if (WITH.has(preposition) && preposition !== "against") sides.with.push(...partiesAt(cast, child));
    else if (preposition === "by" || preposition === "from") sides.sources.push(...partiesAt(cast, child));
    else if (preposition === "of")
      (sides.owners.length > 0 ? sides.towards : sides.sources).push(...partiesAt(cast, child));
    else if (TOWARDS.includes(preposition) || preposition === "in")
      sides.towards.push(...inOrPlace(cast, child, preposition));
  }
  return sides;
}

/** "in Syria" says where, not whom. */
const inOrPlace = (cast: Cast, token: number, preposition: string): Party[] =>
  preposition === "in" ? [] : partiesAt(cast, token);

const ABSTRACT_GOVERNOR = new Set(["through", "via", "in", "during", "at", "by", "as"]);

/** Verbs whose subject and obliques belong to the noun: light verbs and operators, and of "through talks" the verb. */
function governors(tree: Tree, chain: Chain, mutual: boolean): number[] {
  const linked = chain.links.filter(isOperative).map((link) => link.token);
  if (linked.length > 0 || !mutual) return linked;
  const base = firstConjunct(tree, chain.base);
  const head = tree.analysis.head[base];
  const manner = tree.relation[base] === "obl" && ABSTRACT_GOVERNOR.has(prepositionOf(tree, base));
  return manner && head >= 0 && isVerbal(tree, head) ? [head] : [];
}

/** "in talks", "at war", "are a counterweight": the subject of the copula takes part. */
function copulaSubjects(tree: Tree, token: number, mutual: boolean): number[] {
  const preposition = prepositionOf(tree, token);
  const inside = preposition === "in" || preposition === "at" || (mutual && preposition === "");
  return inside && childBy(tree, token, "cop") >= 0 ? surfaceSubjects(tree, token) : [];
}

interface Governed {
  readonly subjects: Party[];
  readonly with: Party[];
  readonly towards: Party[];
}

function governed(cast: Cast, chain: Chain, mutual: boolean): Governed {
  const found: Governed = {
    subjects: partiesOf(cast, copulaSubjects(cast.tree, chain.base, mutual)),
    with: [],
    towards: [],
  };
  for (const token of governors(cast.tree, chain, mutual)) {
    if (!isPredicate(cast.tree, token)) {
      found.subjects.push(...(found.subjects.length > 0 ? [] : partiesAt(cast, token)));
      continue;
    }
    const clause = clauseOf(cast.tree, token);
    if (found.subjects.length === 0)
      found.subjects.push(...without(partiesOf(cast, clause.subjects), partiesAt(cast, chain.base)));
    const obliques = clause.obliques.filter((oblique) => oblique.token !== chain.base);
    found.with.push(...partiesOf(cast, obliquesWith(obliques, WITH)));
    found.towards.push(...byPreposition(cast, obliques, found.subjects), ...partiesOf(cast, clause.indirect));
  }
  return found;
}

function mutualNoun(sides: NounSides, around: Governed): Frame {
  const own = distinct([...sides.owners, ...sides.sources]);
  const actors = distinct(around.subjects.length > 0 ? around.subjects : own);
  const others = without(distinct([...own, ...sides.with, ...around.with]), actors);
  return { actors, recipients: [], others, loose: false };
}

function directNoun(row: EventRow, chain: Chain, sides: NounSides, around: Governed): Frame {
  const own = distinct(sides.sources.length > 0 ? sides.sources : sides.owners);
  const subjects = around.subjects;
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

function nounFrame(cast: Cast, row: EventRow, chain: Chain): Frame {
  const sides = nounSides(cast, row, chain.base);
  const around = governed(cast, chain, isMutual(row));
  if (isMutual(row)) return mutualNoun(sides, around);
  const frame = directNoun(row, chain, sides, around);
  return row.roles === "reversed" ? { ...frame, actors: frame.recipients, recipients: frame.actors } : frame;
}

const ADDRESS = new Set(["on", "upon", "to", "with", "from", "at", "against"]);

function addressees(cast: Cast, clause: Clause): Party[] {
  const direct = partiesOf(cast, [...clause.indirect, ...clause.objects]);
  return direct.length > 0 ? direct : partiesOf(cast, obliquesWith(clause.obliques, ADDRESS));
}

/** Asking makes the asker the actor, and whom he asks the recipient. */
function asked(cast: Cast, frame: Frame, token: number): Frame {
  const clause = clauseOf(cast.tree, token);
  const asking = partiesOf(cast, clause.subjects);
  const actors = asking.length > 0 ? asking : partiesAt(cast, token);
  const pools = [addressees(cast, clause), frame.actors, frame.recipients, frame.others];
  const recipients = pools.map((pool) => without(distinct(pool), actors)).find((pool) => pool.length > 0) ?? [];
  return { actors, recipients, others: [], loose: frame.loose };
}

/** The subject of an operator acts where the event names nobody; where it names somebody else, those receive. */
function spoken(cast: Cast, frame: Frame, { token, operation }: Link): Frame {
  const clause = clauseOf(cast.tree, token);
  const found = partiesOf(cast, clause.passive ? [...clause.subjects, ...clause.objects] : clause.subjects);
  const speakers = found.length > 0 || isPredicate(cast.tree, token) ? found : partiesAt(cast, token);
  if (speakers.length === 0) return frame;
  if (frame.actors.length === 0)
    return {
      ...frame,
      actors: speakers,
      others: without(frame.others, speakers),
      recipients: without(frame.recipients, speakers),
    };
  const speech = operation === "commit" || operation === "threaten" || operation === "refuse";
  if (!speech || frame.actors.some((actor) => speakers.some((speaker) => sameParty(actor, speaker)))) return frame;
  const recipients = without(distinct([...frame.actors, ...frame.recipients, ...frame.others]), speakers);
  return { actors: speakers, recipients, others: [], loose: true };
}

/** A clause with a subject that names nobody ("the decision will …") borrows no actor from above. */
function hasOtherSubject(cast: Cast, chain: Chain, frame: Frame): boolean {
  if (frame.actors.length > 0 || !isPredicate(cast.tree, chain.base)) return false;
  const subject = childBy(cast.tree, chain.base, "nsubj");
  return subject >= 0 && cast.tree.analysis.upos[subject] !== "PRON" && !cast.byHead.has(subject);
}

function overLinks(cast: Cast, chain: Chain, frame: Frame): Frame {
  if (hasOtherSubject(cast, chain, frame)) return overAsking(cast, chain, frame);
  let current = frame;
  for (const link of chain.links) {
    if (!link.row) continue;
    if (link.operation === "ask") current = asked(cast, current, link.token);
    else if (link.operation !== "speak") current = spoken(cast, current, link);
  }
  return current;
}

/** Of the links only those that ask: "demanded that the attacks stop". */
function overAsking(cast: Cast, chain: Chain, frame: Frame): Frame {
  const asking = chain.links.find(({ operation }) => operation === "ask");
  return asking ? asked(cast, frame, asking.token) : frame;
}

/** The clause above lends its subject to a base without one (conjuncts of a noun, participles). */
const FAR = new Set(["AGREE", "REQUEST", "ACCUSE", "AID", "RETREAT", "COERCE"]);
/** Types done to a country where the clause says no more than where: "aid for those affected in Yemen". */
const LOCAL = new Set(["AID", "RETREAT", "COERCE", "AGREE"]);
const NOT_CROSSED = new Set(["acl", "parataxis", "conj", "advcl", "appos", "dep", "list"]);

/** Anybody else named below the predicate, for types whose recipient often stands in the complement. */
function farRecipients(cast: Cast, chain: Chain, frame: Frame, type: string): Party[] {
  const { tree } = cast;
  const parties: Party[] = [];
  const visit = (token: number, depth: number): void => {
    for (const child of childrenOf(tree, token)) {
      if (hasRelation(tree, child, "nsubj") && token === chain.base) continue;
      if (NOT_CROSSED.has(tree.relation[child]) && !isInfinitive(tree, child)) continue;
      const local = LOCAL.has(type) && prepositionOf(tree, child) === "in";
      const aside = tree.relation[child] === "obl" && !local && !TOWARDS.includes(prepositionOf(tree, child));
      if (aside && token === chain.base) continue;
      const mention = cast.byHead.get(child);
      if (mention?.actor || mention?.refersTo || (local && mention?.place)) parties.push(...partiesAt(cast, child));
      else if (depth < 6) visit(child, depth + 1);
    }
  };
  visit(chain.base, 0);
  return distinct(parties).filter((party) => !frame.actors.some((actor) => sameParty(actor, party)));
}

const isInfinitive = (tree: Tree, token: number): boolean => {
  const marker = childBy(tree, token, "mark");
  return /^(advcl|acl)$/.test(tree.relation[token]) && marker >= 0 && tree.lemma[marker] === "to";
};

/** Who takes part in the event of a row at the foot of a chain. */
export function frameOf(cast: Cast, row: EventRow, chain: Chain): Frame {
  const verbal = row.trigger.kind !== "noun";
  const own = verbal ? verbFrame(cast, row, chain.base) : nounFrame(cast, row, chain);
  const frame = overLinks(cast, chain, own);
  if (frame.actors.length === 0 || frame.recipients.length > 0 || isMutual(row) || !verbal) return frame;
  const type = "rejected" in chain.outcome ? row.type : chain.outcome.type;
  if (!(FAR.has(type) || type !== row.type) || (row.recipient && type === row.type)) return frame;
  const recipients = farRecipients(cast, chain, frame, type);
  return recipients.length > 0 ? { ...frame, recipients: recipients.slice(0, 2), loose: true } : frame;
}
