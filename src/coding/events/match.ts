import type { EventRow, EventRules, OperatorRow, Trigger } from "../../knowledge/index.ts";
import { clauseOf } from "./clause.ts";
import { hasPhrase } from "./phrase.ts";
import { childBy, childrenBy, childrenOf, isPredicate, prepositionOf, type Tree, withConjuncts } from "./tree.ts";

type Kind = Trigger["kind"];

const PARTICLE_RELATIONS = new Set(["compound", "advmod", "case", "mark", "obl", "xcomp"]);

/** How the parser hangs a particle on the noun behind it. */
const MISPLACED = new Set(["case", "advmod"]);

/** A particle is a child of its verb, or a preposition right behind it that the parser gave to the noun. */
function hasParticle(tree: Tree, token: number, particle: string): boolean {
  for (const child of childrenOf(tree, token))
    if (child > token && tree.lemma[child] === particle && PARTICLE_RELATIONS.has(tree.relation[child])) return true;
  return tree.lemma[token + 1] === particle && MISPLACED.has(tree.relation[token + 1]);
}

/** Light heads that hide the noun that counts: "a series of talks", "a round of sanctions". */
const WRAPPERS = new Set(
  "series round set number wave package raft batch kind form type piece dose spate string state lot couple pair act worth ton tonne dozen hundred thousand load shipload consignment stock handful bundle flurry barrage spate stream day week hour month planeload truckload boatload cargo total tranche quantity amount instalment installment pallet container shipment message letter telegram cable note".split(
    " ",
  ),
);

/** The "to" of "told them to leave" counts as a word of the clause, as its auxiliaries do. */
const isInfinitiveMark = (tree: Tree, token: number): boolean =>
  tree.relation[token] === "mark" && tree.lemma[token] === "to";

function headWords(tree: Tree, token: number): number[] {
  const tokens = withConjuncts(tree, token);
  if (WRAPPERS.has(tree.lemma[token]))
    for (const child of childrenOf(tree, token))
      if (tree.relation[child] === "nmod") tokens.push(...withConjuncts(tree, child));
  for (const child of childrenOf(tree, token))
    if (/^(compound|aux)$/.test(tree.relation[child]) || isInfinitiveMark(tree, child)) tokens.push(child);
  return tokens;
}

const isWanted = (tree: Tree, token: number, wanted: ReadonlySet<string>): boolean =>
  headWords(tree, token).some((word) => wanted.has(tree.lemma[word]));

function isModified(tree: Tree, token: number, wanted: ReadonlySet<string>): boolean {
  for (const child of childrenOf(tree, token)) {
    const relation = tree.relation[child];
    if ((relation === "amod" || relation === "compound" || relation === "nmod") && wanted.has(tree.lemma[child]))
      return true;
  }
  return false;
}

/** The complements of an object in these prepositions; of a wrapper those of what it wraps, too. */
function complementHeads(tree: Tree, object: number, wanted: ReadonlySet<string>): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, object)) {
    if (tree.relation[child] !== "nmod") continue;
    if (wanted.has(prepositionOf(tree, child))) found.push(child);
    else if (WRAPPERS.has(tree.lemma[object])) found.push(...complementHeads(tree, child, wanted));
  }
  return found;
}

/** "launched missiles on Tuesday": what says when is no goal. */
const WHEN = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december day morning night evening weekend anniversary eve".split(
    " ",
  ),
);

function prepositionalHeads(tree: Tree, token: number, wanted: ReadonlySet<string>): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, token)) {
    const relation = tree.relation[child];
    if ((relation === "obl" || relation === "nmod") && wanted.has(prepositionOf(tree, child))) found.push(child);
    else if ((relation === "advcl" || relation === "acl") && markedBy(tree, child, wanted)) found.push(child);
    else if (relation === "obj")
      found.push(...withConjuncts(tree, child).flatMap((object) => complementHeads(tree, object, wanted)));
  }
  return found;
}

function markedBy(tree: Tree, token: number, wanted: ReadonlySet<string>): boolean {
  for (const child of childrenOf(tree, token))
    if (tree.relation[child] === "mark" && wanted.has(tree.lemma[child])) return true;
  return false;
}

function objectTokens(tree: Tree, token: number): readonly number[] {
  if (tree.analysis.upos[token] === "NOUN")
    return childrenOf(tree, token).filter((t) => tree.relation[t] !== "det") as never;
  const clause = clauseOf(tree, token);
  return [...clause.objects, ...clause.indirect, ...complements(tree, token)];
}

const COMPLEMENT = new Set(["xcomp", "ccomp"]);

/** Complement clauses count as objects by their verb and its auxiliaries: "said they must", "let go". */
const complements = (tree: Tree, token: number): number[] => childrenBy(tree, token, COMPLEMENT);

function hasOblique(tree: Tree, token: number, { prepositions, objects, oblique }: Trigger): boolean {
  if (!prepositions) return true;
  const all = prepositionalHeads(tree, token, prepositions);
  const heads = oblique ? all : all.filter((head) => !WHEN.has(tree.lemma[head]));
  return heads.length > 0 && (!oblique || !objects || heads.some((head) => isWanted(tree, head, objects)));
}

/** "handed over the base" where the parser took "over" for a preposition: its noun is the object. */
function behindParticle(tree: Tree, token: number, particle: string | undefined): number[] {
  if (!particle || tree.lemma[token + 1] !== particle || tree.relation[token + 1] !== "case") return [];
  return [tree.analysis.head[token + 1]];
}

/** Objects of a verb that says nothing about them ("called it a crime" does) and is done to them by name. */
function plainObjects(tree: Tree, token: number): readonly number[] {
  if (childBy(tree, token, "xcomp") >= 0) return [];
  return clauseOf(tree, token).objects.filter((object) => tree.analysis.upos[object] !== "PRON");
}

/** The objects that a trigger wants; the token itself where it wants none. */
function wantedObjects(
  tree: Tree,
  token: number,
  { objects, oblique, transitive, particle }: Trigger,
): readonly number[] {
  if (transitive) return plainObjects(tree, token);
  if (!objects || oblique) return [token];
  return [...objectTokens(tree, token), ...behindParticle(tree, token, particle)].filter((object) =>
    isWanted(tree, object, objects),
  );
}

/** Whether a trigger whose lemma and kind fit also finds its particle, preposition, objects and modifiers. */
export function isMet(tree: Tree, token: number, trigger: Trigger): boolean {
  const { particle, modifiers, phrase } = trigger;
  if (phrase && !hasPhrase(tree, token, phrase)) return false;
  if (particle && !hasParticle(tree, token, particle)) return false;
  if (!hasOblique(tree, token, trigger)) return false;
  const objects = wantedObjects(tree, token, trigger);
  if (objects.length === 0) return false;
  return !modifiers || objects.some((object) => isModified(tree, object, modifiers));
}

const isGerund = ({ analysis }: Tree, token: number): boolean =>
  analysis.text.slice(analysis.start[token], analysis.end[token]).endsWith("ing");

/** The kinds of row that may start at a token. */
export function kindsAt(tree: Tree, token: number): Kind | undefined {
  const upos = tree.analysis.upos[token];
  // "the visiting minister": what a participle before a noun tells is no event.
  if (upos === "VERB") return tree.analysis.relation[token] === "amod" && isGerund(tree, token) ? undefined : "verb";
  if (upos === "NOUN" || upos === "PROPN") return "noun";
  if (upos === "ADJ" && (isPredicate(tree, token) || tree.relation[token] === "xcomp")) return "adjective";
  return undefined;
}

/** The rows that fit at a token, the most specific first. */
export function eventRowsAt(rules: EventRules, tree: Tree, token: number): readonly EventRow[] {
  const kind = kindsAt(tree, token);
  const rows = kind && rules.events[kind].get(tree.lemma[token]);
  return rows ? rows.filter((row) => isMet(tree, token, row.trigger)) : [];
}

/** The operators that a token may be, the more specific first. */
export function operatorsAt(rules: EventRules, tree: Tree, token: number): readonly OperatorRow[] {
  const kind = kindsAt(tree, token);
  const rows = kind && rules.operatorsBy[kind].get(tree.lemma[token]);
  return rows ? rows.filter((row) => isMet(tree, token, row.trigger)) : [];
}
