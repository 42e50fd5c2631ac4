import type { EventRow, EventRules, OperatorRow, Trigger } from "../../knowledge/index.ts";
import { clauseOf } from "./clause.ts";
import { childrenOf, isPredicate, prepositionOf, type Tree, withConjuncts } from "./tree.ts";

type Kind = Trigger["kind"];

const PARTICLE_RELATIONS = new Set(["compound", "advmod", "case", "mark", "obl", "xcomp"]);

function hasParticle(tree: Tree, token: number, particle: string): boolean {
  for (const child of childrenOf(tree, token)) {
    if (tree.lemma[child] === particle && PARTICLE_RELATIONS.has(tree.relation[child])) return true;
    for (const below of childrenOf(tree, child))
      if (tree.lemma[below] === particle && tree.relation[below] === "case" && tree.relation[child] === "obl")
        return true;
  }
  return false;
}

/** Light heads that hide the noun that counts: "a series of talks", "a round of sanctions". */
const WRAPPERS = new Set(
  "series round set number wave package raft batch kind form type piece dose spate string state lot couple pair act".split(
    " ",
  ),
);

function headWords(tree: Tree, token: number): number[] {
  const tokens = withConjuncts(tree, token);
  if (WRAPPERS.has(tree.lemma[token]))
    for (const child of childrenOf(tree, token))
      if (tree.relation[child] === "nmod") tokens.push(...withConjuncts(tree, child));
  for (const child of childrenOf(tree, token)) if (tree.relation[child] === "compound") tokens.push(child);
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

function prepositionalHeads(tree: Tree, token: number, wanted: ReadonlySet<string>): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, token)) {
    const relation = tree.relation[child];
    if ((relation === "obl" || relation === "nmod") && wanted.has(prepositionOf(tree, child))) found.push(child);
    else if ((relation === "advcl" || relation === "acl") && markedBy(tree, child, wanted)) found.push(child);
    else if (relation === "obj")
      for (const below of childrenOf(tree, child))
        if (tree.relation[below] === "nmod" && wanted.has(prepositionOf(tree, below))) found.push(below);
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

function complements(tree: Tree, token: number): number[] {
  const found: number[] = [];
  for (const child of childrenOf(tree, token)) if (tree.relation[child] === "xcomp") found.push(child);
  return found;
}

/** Whether a trigger whose lemma and kind fit also finds its particle, preposition, objects and modifiers. */
export function isMet(tree: Tree, token: number, trigger: Trigger): boolean {
  if (trigger.particle && !hasParticle(tree, token, trigger.particle)) return false;
  if (trigger.prepositions) {
    const heads = prepositionalHeads(tree, token, trigger.prepositions);
    const { objects } = trigger;
    if (heads.length === 0 || (objects && !heads.some((head) => isWanted(tree, head, objects)))) return false;
    return !trigger.modifiers || isModified(tree, token, trigger.modifiers);
  }
  const objects = trigger.objects ? objectTokens(tree, token).filter((t) => isWanted(tree, t, trigger.objects!)) : [];
  if (trigger.objects && objects.length === 0) return false;
  if (!trigger.modifiers) return true;
  return (trigger.objects ? objects : [token]).some((at) => isModified(tree, at, trigger.modifiers!));
}

/** The kinds of row that may start at a token. */
export function kindsAt(tree: Tree, token: number): Kind | undefined {
  const upos = tree.analysis.upos[token];
  if (upos === "VERB") return "verb";
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
