import type { Effect, EventRow, EventRules } from "../../knowledge/index.ts";
import { surfaceSubjects } from "./clause.ts";
import { operatorsAt } from "./match.ts";
import { applyOperation, type Meaning, type Operation, type Outcome } from "./operators.ts";
import { childBy, childrenOf, firstConjunct, hasChild, hasRelation, isPredicate, isVerbal, type Tree } from "./tree.ts";

/** One operator over an event: where it stands, what it does, which row says so. */
export interface Link {
  readonly token: number;
  readonly operation: Operation;
  readonly row?: string;
}

/** An event's way up the tree. `top` is the last token reached; `links` are in the order in which they apply. */
export interface Chain {
  readonly base: number;
  readonly top: number;
  readonly links: readonly Link[];
  readonly outcome: Outcome;
}

const NEGATIONS = new Set(["not", "never", "no", "n't", "neither", "nor", "hardly", "without"]);
const NEGATING = new Set(["advmod", "det", "cc", "case", "mark"]);
const FUTURE = new Set(["will", "would", "shall", "'ll", "wo"]);
const POSSIBLE = new Set(["may", "might", "could", "can"]);
const NECESSARY = new Set(["must", "should", "ought"]);
const CONDITIONS = new Set(["if", "unless", "whether", "lest"]);
const AUX = new Set(["aux"]);

/** "no sanctions", "no talks took place". */
function isDenied(tree: Tree, token: number): boolean {
  if (hasChild(tree, token, NEGATIONS, NEGATING)) return true;
  for (const child of childrenOf(tree, token)) {
    const relation = tree.relation[child];
    if ((relation === "nsubj" || relation === "obj") && isPredicate(tree, token) && hasDetNo(tree, child)) return true;
  }
  return false;
}

const hasDetNo = (tree: Tree, token: number): boolean => hasChild(tree, token, new Set(["no"]), new Set(["det"]));

/** "is to visit", "is going to visit". */
function isScheduled(tree: Tree, token: number): boolean {
  const copula = childBy(tree, token, "cop");
  const aux = childBy(tree, token, "aux");
  const be = copula >= 0 ? copula : aux;
  return be >= 0 && tree.lemma[be] === "be" && hasChild(tree, token, new Set(["to"]), new Set(["mark"]));
}

/** The auxiliaries of a conjunct without its own are those of the first. */
function auxiliaryHolder(tree: Tree, token: number): number {
  if (tree.relation[token] !== "conj" || childBy(tree, token, "aux") >= 0) return token;
  if (tree.analysis.xpos[token] === "VBD" || childBy(tree, token, "nsubj") >= 0) return token;
  return firstConjunct(tree, token);
}

function localOperations(tree: Tree, token: number): Operation[] {
  const operations: Operation[] = [];
  if (!isPredicate(tree, token)) return isDenied(tree, token) ? ["negate"] : [];
  const holder = auxiliaryHolder(tree, token);
  if (hasChild(tree, holder, FUTURE, AUX) || isScheduled(tree, holder)) operations.push("plan");
  else if (hasChild(tree, holder, POSSIBLE, AUX)) operations.push("may");
  else if (hasChild(tree, holder, NECESSARY, AUX)) operations.push("must");
  if (isDenied(tree, token)) operations.push("negate");
  if (hasChild(tree, holder, CONDITIONS, new Set(["mark"]))) operations.push("if");
  return operations;
}

const CLAUSAL = new Set(["xcomp", "ccomp", "advcl", "csubj"]);
const PHRASAL = new Set(["obj", "obl", "nsubj", "nmod", "acl", "csubj", "xcomp", "ccomp", "advcl"]);
const isInfinitive = (tree: Tree, token: number): boolean => hasChild(tree, token, new Set(["to"]), new Set(["mark"]));

const OVER_NOUNS: ReadonlySet<Effect> = new Set(["light", "announce"]);
const NOUN_PLACES = new Set(["obj", "nsubj", "obl", "nmod"]);

/** Whether an operator reaches down to a clause or noun in this relation. */
function reaches(tree: Tree, effect: Effect, token: number): boolean {
  const relation = tree.relation[token];
  if (OVER_NOUNS.has(effect)) return NOUN_PLACES.has(relation) && !isVerbal(tree, token);
  if (isPredicate(tree, token)) return CLAUSAL.has(relation) || relation === "acl" || relation === "parataxis";
  return PHRASAL.has(relation);
}

/** The operator at `head` over the clause or noun `below`: over a noun the light verb goes first. */
function operatorOver(
  rules: EventRules,
  tree: Tree,
  head: number,
  below: number,
): { name: string; effect: Effect } | undefined {
  const rows = operatorsAt(rules, tree, head).filter((row) => reaches(tree, row.effect, below));
  if (rows.length === 0) return undefined;
  const row = rows.find(({ effect }) => OVER_NOUNS.has(effect)) ?? rows[0];
  // "The talks ended", "the talks failed": what is the subject of the verb took place.
  const subject = hasRelation(tree, below, "nsubj") && !isVerbal(tree, below);
  return { name: row.name, effect: subject && row.effect !== "announce" ? "light" : row.effect };
}

/** "want China to withdraw" is asking, "want to cooperate" is trying. */
function operationOf(tree: Tree, effect: Effect, head: number, below: number): Operation {
  if (effect !== "wish") return effect;
  const other = childBy(tree, head, "obj") >= 0 && isPredicate(tree, below);
  return other || childBy(tree, below, "nsubj") >= 0 ? "ask" : "try";
}

/** A purpose ("met to discuss", "forces to attack") is not yet an event. */
function purpose(tree: Tree, token: number): boolean {
  const relation = tree.relation[token];
  return (relation === "advcl" || relation === "acl" || relation === "xcomp") && isInfinitive(tree, token);
}

interface Climb {
  top: number;
  links: Link[];
  outcome: Outcome;
}

function step(climb: Climb, link: Link): boolean {
  if ("rejected" in climb.outcome) return false;
  climb.links.push(link);
  climb.outcome = applyOperation(link.operation, climb.outcome);
  return true;
}

function localSteps(tree: Tree, climb: Climb, token: number): void {
  for (const operation of localOperations(tree, token)) step(climb, { token, operation });
}

const MAX_STEPS = 8;

/** Climbs from an event's word over light verbs and operators, and says what the whole means. */
export function chainOf(rules: EventRules, tree: Tree, base: number, row: EventRow): Chain {
  const first: Meaning = { type: row.type, status: "happened", ...(row.mode && { mode: row.mode }) };
  const climb: Climb = { top: base, links: [], outcome: first };
  localSteps(tree, climb, base);
  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    const below = firstConjunct(tree, climb.top);
    const head = tree.analysis.head[below];
    if (head < 0) break;
    const operator = operatorOver(rules, tree, head, below);
    if (!operator) {
      if (purpose(tree, below)) step(climb, { token: below, operation: "doubt" });
      break;
    }
    step(climb, { token: head, operation: operationOf(tree, operator.effect, head, below), row: operator.name });
    climb.top = head;
    localSteps(tree, climb, head);
  }
  return { base, top: climb.top, links: climb.links, outcome: climb.outcome };
}

/** Tokens whose subject may act in the event: the base, then every operator above it. */
export const subjectHolders = (chain: Chain): number[] => [
  ...new Set([chain.base, ...chain.links.filter((link) => link.row).map((link) => link.token)]),
];

/** The subjects along the chain, from the event's own clause upwards; the first one that names somebody acts. */
export const chainSubjects = (tree: Tree, chain: Chain): number[] =>
  subjectHolders(chain).flatMap((token) => surfaceSubjects(tree, token));
