import type { OrientationRow } from "../../knowledge/index.ts";
import type { Candidate } from "./candidate.ts";
import { clauseOf } from "./clause.ts";
import type { Ground } from "./ground.ts";
import { isMet, kindsAt } from "./match.ts";
import { partiesAt, partiesBeside } from "./parties/cast.ts";
import { countriesOf, distinct, type Party } from "./parties/party.ts";
import { childBy, childrenBy, childrenOf, isPredicate, prepositionOf, sentenceOf, type Tree } from "./tree.ts";

/** Words that say against whom something is directed, and who that is. */
export interface Orientation {
  readonly token: number;
  readonly row: string;
  readonly parties: readonly Party[];
}

function prepositional(tree: Tree, token: number, wanted: ReadonlySet<string>): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, token))
    if (/^(obl|nmod)$/.test(tree.relation[child]) && wanted.has(prepositionOf(tree, child))) found.push(child);
  return found;
}

const CLAUSE = new Set(["acl"]);
const OBJECT = new Set(["obj"]);
/** Endings of adjectives that no verb with an object has. */
const ADJECTIVE = /(al|ic|ous|ern|can|ean|ian)$/;

/** "a counterweight to liberal states": what the tree takes for the object of an infinitive whose verb is an adjective. */
function mistakenFor(tree: Tree, token: number, wanted: ReadonlySet<string>): number[] {
  if (!wanted.has("to")) return [];
  const isMistaken = (child: number) => {
    const mark = childBy(tree, child, "mark");
    return mark >= 0 && tree.lemma[mark] === "to" && ADJECTIVE.test(tree.lemma[child]);
  };
  return childrenBy(tree, token, CLAUSE)
    .filter(isMistaken)
    .flatMap((verb) => childrenBy(tree, verb, OBJECT));
}

function targetsOf({ tree, cast }: Ground, row: OrientationRow, token: number): Party[] {
  const { prepositions } = row.trigger;
  if (prepositions)
    return [...prepositional(tree, token, prepositions), ...mistakenFor(tree, token, prepositions)].flatMap((at) =>
      deepParties(cast, at),
    );
  if (!isPredicate(tree, token)) return partiesAt(cast, token);
  return clauseOf(tree, token).objects.flatMap((at) => deepParties(cast, at));
}

type Named = Parameters<typeof partiesAt>[0];

/** Everybody named in the phrase ("liberal democracy generally and the United States specifically"). */
function deepParties(cast: Named, token: number): Party[] {
  const direct = partiesAt(cast, token);
  return direct.length > 0 ? direct : partiesBeside(cast, token);
}

function orientationAt(ground: Ground, token: number): Orientation | undefined {
  const kind = kindsAt(ground.tree, token);
  const rows = kind && ground.rules.orientations[kind].get(ground.tree.lemma[token]);
  const row = rows?.find((candidate) => isMet(ground.tree, token, candidate.trigger));
  if (!row) return undefined;
  const parties = distinct(targetsOf(ground, row, token)).filter((party) => party.identity.country !== null);
  return parties.length > 0 ? { token, row: row.name, parties } : undefined;
}

/** All words in a sentence that say against whom something is directed. */
export function orientationsIn(ground: Ground, sentence: number): Orientation[] {
  const [from, to] = sentenceOf(ground.tree, sentence);
  const found: Orientation[] = [];
  for (let token = from; token < to; token += 1) {
    const orientation = orientationAt(ground, token);
    if (orientation) found.push(orientation);
  }
  return found;
}

const OPEN = new Set(["COOPERATE", "AGREE", "CONSULT", "SUPPORT", "MOBILIZE", "AID"]);

/** The orientations of a candidate's sentence whose targets take no part in it themselves. */
export function directedBy(candidate: Candidate, orientations: readonly Orientation[]): Orientation[] {
  if (!OPEN.has(candidate.meaning.type)) return [];
  const own = countriesOf([...candidate.actors, ...candidate.recipients]);
  return orientations
    .map((orientation) => ({
      ...orientation,
      parties: orientation.parties.filter(({ identity }) => identity.country && !own.has(identity.country)),
    }))
    .filter(({ parties }) => parties.length > 0);
}
