import type { CorrectionRow, EventRow } from "../../knowledge/index.ts";
import type { Chain } from "./chain.ts";
import type { Ground } from "./ground.ts";
import type { Meaning } from "./operators.ts";
import type { Party } from "./parties/party.ts";
import { childrenOf, prepositionOf, type Tree } from "./tree.ts";

interface Sides {
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
}

function someWord(tree: Tree, from: number, to: number, wanted: ReadonlySet<string>): boolean {
  for (let token = from; token < to; token += 1) if (wanted.has(tree.lemma[token])) return true;
  return false;
}

const namesOne = (tree: Tree, parties: readonly Party[], wanted: ReadonlySet<string>): boolean =>
  parties.some(({ here }) => someWord(tree, here.tokens[0], here.tokens[1], wanted));

const FUNCTIONAL = new Set(["case", "mark", "fixed", "advmod"]);

const WHEN = new Set(["after", "before", "since", "until", "following"]);

/** What a word in the clause tells against is not what only says when: "days after an earthquake, troops killed two". */
const isTime = (tree: Tree, token: number): boolean =>
  tree.relation[token] === "obl" && WHEN.has(prepositionOf(tree, token));

interface Sought {
  readonly words: ReadonlySet<string>;
  readonly anyTime: boolean;
}

function inClause(tree: Tree, token: number, sought: Sought, depth = 0): boolean {
  if (sought.words.has(tree.lemma[token]) && !FUNCTIONAL.has(tree.relation[token])) return true;
  if (depth > 5) return false;
  for (const child of childrenOf(tree, token)) {
    if (tree.relation[child] === "parataxis" || (!sought.anyTime && isTime(tree, child))) continue;
    if (inClause(tree, child, sought, depth + 1)) return true;
  }
  return false;
}

function applies(ground: Ground, correction: CorrectionRow, chain: Chain, { actors, recipients }: Sides): boolean {
  const { tree } = ground;
  const { verb, actor, recipient, clause } = correction;
  if (verb && !verb.has(tree.lemma[chain.base])) return false;
  if (actor && !namesOne(tree, actors, actor)) return false;
  if (recipient && !namesOne(tree, recipients, recipient)) return false;
  if (correction.actorSector && !hasSector(actors, correction.actorSector)) return false;
  if (correction.recipientSector && !hasSector(recipients, correction.recipientSector)) return false;
  if (correction.persons && !arePersons(correction.persons, actors, recipients)) return false;
  return !clause || inClause(tree, chain.base, { words: clause, anyTime: correction.drop === undefined });
}

const hasSector = (parties: readonly Party[], sectors: readonly string[]): boolean =>
  parties.some(({ identity }) => sectors.includes(identity.sector));

const ARMED = new Set(["MIL", "REB", "UAF", "PRM", "COP"]);

/** A person who is known by name and commands nothing armed. */
const isPerson = ({ identity: { id, sector } }: Party): boolean => id.startsWith("person.") && !ARMED.has(sector);

/** Whether the actors are such persons, or everybody is and there are two of them. */
function arePersons(sides: "actor" | "both", actors: readonly Party[], recipients: readonly Party[]): boolean {
  const all = sides === "actor" ? actors : [...actors, ...recipients];
  return all.length > (sides === "actor" ? 0 : 1) && all.every(isPerson);
}

/** The meaning after the first correction by kind of actor, recipient or clause that applies to the event's own type. */
export function corrected(
  ground: Ground,
  row: EventRow,
  chain: Chain,
  meaning: Meaning,
  sides: Sides,
): { meaning: Meaning; correction?: string; dropped?: string } {
  const own = meaning.type === row.type;
  const found = ground.rules.corrections.find(
    (correction) =>
      (own || correction.drop !== undefined) &&
      correction.from.includes(row.type) &&
      applies(ground, correction, chain, sides),
  );
  if (!found) return { meaning };
  const { type, mode, name, drop } = found;
  if (!type) return { meaning, correction: name, dropped: drop };
  if (type === meaning.type && !mode) return { meaning, correction: name };
  return { meaning: { type, status: meaning.status, ...(mode && { mode }) }, correction: name };
}
