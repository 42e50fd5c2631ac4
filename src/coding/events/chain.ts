import type { Effect, EventRow, EventRules } from "../../knowledge/index.ts";
import { operatorsAt } from "./match.ts";
import { applyOperation, type Meaning, type Operation, type Outcome } from "./operators.ts";
import { tellsStatus } from "./phrase.ts";
import {
  childBy,
  childrenOf,
  firstConjunct,
  hasChild,
  hasRelation,
  isPredicate,
  isVerbal,
  prepositionOf,
  type Tree,
} from "./tree.ts";

/** One operator over an event: where it stands, what it does, which row says so. */
export interface Link {
  readonly token: number;
  readonly operation: Operation;
  readonly row?: string;
}

/** Whether a link does more than report the event or carry it on. */
export const isOperative = ({ row, operation }: Link): boolean =>
  row !== undefined && operation !== "pass" && operation !== "speak";

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
/** Words that a linear row may have in its own phrase, instead of an operator. */
const CHANGING = new Set([...NEGATIONS, ...FUTURE, ...POSSIBLE, ...NECESSARY, ...CONDITIONS, "to"]);
const AUX = new Set(["aux"]);
/** "the coming visit", "a planned exercise". */
const COMING = new Set([
  "coming",
  "upcoming",
  "forthcoming",
  "planned",
  "future",
  "scheduled",
  "imminent",
  "impending",
]);
const MODIFIER = new Set(["amod"]);
const DETERMINER = new Set(["det"]);
/** The same as participles. */
const COMING_VERBS = new Set(["come", "plan", "schedule"]);

/** "ahead of talks", "in advance of the visit": the noun names what is still to come. */
function followsAhead(tree: Tree, token: number): boolean {
  const of = childBy(tree, token, "case");
  return of > 0 && tree.lemma[of] === "of" && /^(ahead|advance)$/.test(tree.lemma[of - 1]);
}

/** Whether a noun names what is still to come. */
const isComing = (tree: Tree, token: number): boolean =>
  hasChild(tree, token, COMING, MODIFIER) || hasChild(tree, token, COMING_VERBS, MODIFIER) || followsAhead(tree, token);

/** "no sanctions", "no talks took place". */
function isDenied(tree: Tree, token: number): boolean {
  if (hasChild(tree, token, NEGATIONS, NEGATING)) return true;
  for (const child of childrenOf(tree, token)) {
    // "cooperate like never before" says how much, not that it never was
    const denies = tree.relation[child] === "advmod" && tree.lemma[child] !== "before";
    if (denies && hasChild(tree, child, NEGATIONS)) return true;
    const relation = tree.relation[child];
    if ((relation === "nsubj" || relation === "obj") && isPredicate(tree, token) && hasDetNo(tree, child)) return true;
  }
  return false;
}

const NOBODY = new Set(["no", "neither"]);
const hasDetNo = (tree: Tree, token: number): boolean => hasChild(tree, token, NOBODY, new Set(["det", "cc"]));

/** "is to visit", not "to be visited": the form of "be" stands before "to". */
function isScheduled(tree: Tree, token: number): boolean {
  const to = childBy(tree, token, "mark");
  if (to < 0 || tree.lemma[to] !== "to") return false;
  for (const child of childrenOf(tree, token))
    if (child < to && tree.lemma[child] === "be" && /^(aux|cop)$/.test(tree.relation[child])) return true;
  return false;
}

/** The auxiliaries of a conjunct without its own are those of the first. */
function auxiliaryHolder(tree: Tree, token: number): number {
  if (tree.relation[token] !== "conj" || childBy(tree, token, "aux") >= 0) return token;
  if (tree.analysis.xpos[token] === "VBD" || childBy(tree, token, "nsubj") >= 0) return token;
  return firstConjunct(tree, token);
}

function localOperations(tree: Tree, token: number): Operation[] {
  const operations: Operation[] = [];
  if (!isPredicate(tree, token)) {
    if (isComing(tree, token)) operations.push("plan");
    return isDenied(tree, token) ? [...operations, "negate"] : operations;
  }
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

/** Prepositions with which a light verb takes its noun ("take part in", "embark on"). */
const LIGHT_PREPOSITIONS = new Set(["in", "into", "on", "of"]);
/** Markers of clauses that an operator reaches ("accused of attacking"), unlike "by strengthening", "after meeting". */
const COMPLEMENT_MARKERS = new Set(["to", "of", "for", "from", "into", "against", "on", "about", "at"]);

function reachesNoun(tree: Tree, token: number): boolean {
  const relation = tree.relation[token];
  if (relation === "obl" || relation === "nmod") return LIGHT_PREPOSITIONS.has(prepositionOf(tree, token));
  return relation === "obj" || relation === "nsubj";
}

function reachesClause(tree: Tree, token: number): boolean {
  const relation = tree.relation[token];
  if (relation !== "advcl") return CLAUSAL.has(relation) || relation === "acl" || relation === "parataxis";
  const marker = childBy(tree, token, "mark");
  return marker >= 0 && COMPLEMENT_MARKERS.has(tree.lemma[marker]);
}

/** Whether an operator reaches down to a clause or noun in this relation. */
function reaches(tree: Tree, effect: Effect, token: number): boolean {
  if (effect === "occur") return !isVerbal(tree, token) && hasRelation(tree, token, "nsubj");
  if (OVER_NOUNS.has(effect)) return !isVerbal(tree, token) && reachesNoun(tree, token);
  if (isPredicate(tree, token)) return reachesClause(tree, token);
  const head = tree.analysis.head[token];
  // "aimed at his support", "kept talks": what only clauses can be planned or carried on.
  if (effect === "pass" || (effect === "plan" && isVerbal(tree, head))) return false;
  return PHRASAL.has(tree.relation[token]) && !AROUND.has(prepositionOf(tree, token));
}

/** "suspended the talks following an attack": what stands beside an operator is not under it. */
const AROUND = new Set(["following", "after", "before", "during", "despite", "amid", "since", "until"]);

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

const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);

/** "suggested that the battle was over": a clause in the indicative asks for nothing. */
function isStatement(tree: Tree, token: number): boolean {
  if (tree.relation[token] !== "ccomp") return false;
  const { xpos } = tree.analysis;
  if (FINITE.has(xpos[token])) return true;
  for (const child of childrenOf(tree, token))
    if (/^(aux|cop)$/.test(tree.relation[child]) && FINITE.has(xpos[child]) && tree.lemma[child] !== "should")
      return true;
  return false;
}

/** "warned that the enemy would attack": who warns is not who attacks. */
function isAboutOthers(tree: Tree, token: number): boolean {
  const subject = childBy(tree, token, "nsubj");
  return subject >= 0 && tree.analysis.upos[subject] !== "PRON";
}

const RELATIVE = new Set(["that", "which", "who", "whom"]);

/** "announced to hold" plans, "told them to hold" and "said they must hold" ask, "said they hold" says. */
function spokenOperation(tree: Tree, head: number, below: number): Operation {
  // "claims to have surrounded the town"
  const perfect = hasChild(tree, below, new Set(["have"]), AUX);
  if (isInfinitive(tree, below)) {
    if (perfect) return "speak";
    return tree.lemma[head] === "tell" ? "ask" : "plan";
  }
  return hasChild(tree, below, NECESSARY, AUX) ? "ask" : "speak";
}

const WARNINGS = new Set(["warn", "caution", "warning"]);
const OWNERS = new Set(["amod", "compound", "nmod:poss", "nmod:desc"]);

/** "warned of a Russian attack": a noun with somebody's name before it, which is not yet the speaker's own deed. */
function isAnothers(tree: Tree, token: number): boolean {
  const { text, start, relation } = tree.analysis;
  if (isPredicate(tree, token)) return false;
  for (const child of childrenOf(tree, token))
    if (child < token && OWNERS.has(relation[child]) && /\p{Lu}/u.test(text[start[child]])) return true;
  return false;
}

/** Who discusses the attack takes it for granted; who discusses an attack does not. */
const PRESUPPOSING = new Set(["discuss", "describe", "debate", "depict", "portray", "analyse", "analyze", "question"]);
const DEFINITE = new Set(["the", "this", "that", "these", "those"]);
const UNREAL = new Set(["possible", "potential", "likely", "planned", "future", "proposed", "upcoming"]);

function isPresupposed(tree: Tree, head: number, below: number): boolean {
  if (!PRESUPPOSING.has(tree.lemma[head]) || isVerbal(tree, below)) return false;
  const owned = childrenOf(tree, below).some((child) => tree.analysis.relation[child] === "nmod:poss");
  const definite = owned || hasChild(tree, below, DEFINITE, DETERMINER);
  return definite && !hasChild(tree, below, UNREAL, MODIFIER);
}

/** "want China to withdraw" is asking, "want to cooperate" is trying. */
function operationOf(tree: Tree, effect: Effect, head: number, below: number): Operation {
  if (effect === "speak") return spokenOperation(tree, head, below);
  // "called the president on Monday to thank him"
  if (effect === "ask" && tree.lemma[head] === "call" && childBy(tree, head, "obj") >= 0) return "pass";
  if (effect === "ask" && isStatement(tree, below)) return "pass";
  if (effect === "threaten" && isStatement(tree, below) && isAboutOthers(tree, below)) return "doubt";
  if (effect === "threaten" && WARNINGS.has(tree.lemma[head]) && isAnothers(tree, below)) return "doubt";
  if (effect === "doubt" && isPresupposed(tree, head, below)) return "pass";
  if (effect !== "wish") return effect;
  if (tree.lemma[head] === "need") return "lack";
  const object = childBy(tree, head, "obj");
  const other = object >= 0 && !RELATIVE.has(tree.lemma[object]) && isPredicate(tree, below);
  return other || childBy(tree, below, "nsubj") >= 0 ? "ask" : "try";
}

/** "visiting ministers", "warring parties": what a participle before its noun says is told in passing. */
export const isInPassing = ({ analysis, relation }: Tree, token: number): boolean =>
  relation[token] === "amod" && analysis.upos[token] === "VERB" && analysis.xpos[token] === "VBG";

/** A purpose ("met to discuss", "forces to attack") is not yet an event. */
function purpose(tree: Tree, token: number): boolean {
  const relation = tree.relation[token];
  return (relation === "advcl" || relation === "acl" || relation === "xcomp") && isInfinitive(tree, token);
}

/** "concluded Joint Sea, a six-day exercise": an apposition stands where its noun stands. */
function apposed(tree: Tree, token: number): number {
  const head = tree.analysis.head[token];
  if (head < 0) return token;
  const name = tree.relation[token] === "compound" && tree.analysis.upos[head] === "PROPN";
  return name || tree.relation[token] === "appos" ? head : token;
}

/** Talks and exercises that are ended took place; aid or cooperation that is ended is cut. */
const isCompletion = (tree: Tree, row: EventRow, head: number): boolean =>
  tree.lemma[head] === "end" && (row.type === "CONSULT" || row.alone !== undefined);

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

/** "By strengthening ties they can resist": what a participle tells is as possible or planned as its main clause. */
function mainClauseSteps(tree: Tree, climb: Climb, head: number): void {
  const moods = localOperations(tree, head).filter((operation) => operation !== "negate");
  if (moods.length > 0) step(climb, { token: head, operation: moods[0] === "plan" ? "plan" : "doubt" });
}

const MAX_STEPS = 8;

/** Climbs from an event's word over light verbs and operators, and says what the whole means. */
export function chainOf(rules: EventRules, tree: Tree, base: number, row: EventRow): Chain {
  const first: Meaning = { type: row.type, status: "happened", ...(row.mode && { mode: row.mode }) };
  const climb: Climb = { top: base, links: [], outcome: first };
  localSteps(tree, climb, base);
  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    const below = apposed(tree, firstConjunct(tree, climb.top));
    const head = tree.analysis.head[below];
    if (head < 0) break;
    const operator = operatorOver(rules, tree, head, below);
    if (!operator) {
      if (tree.relation[below] === "advcl" && childBy(tree, below, "aux") < 0) mainClauseSteps(tree, climb, head);
      if (purpose(tree, below)) climb.outcome = { rejected: "it is a purpose, not yet an event" };
      break;
    }
    step(climb, {
      token: head,
      operation: isCompletion(tree, row, head) ? "pass" : operationOf(tree, operator.effect, head, below),
      row: operator.name,
    });
    climb.top = head;
    localSteps(tree, climb, head);
  }
  const outcome = row.reading === "linear" ? kept(row, first, climb) : heard(climb);
  return { base, top: climb.top, links: climb.links, outcome };
}

/** A row that is read along the sentence keeps its type; only its status is what stands over it. */
function kept({ trigger }: EventRow, first: Meaning, { outcome }: Climb): Meaning {
  if (trigger.phrase && tellsStatus(trigger.phrase, CHANGING)) return first;
  return { ...first, status: "status" in outcome ? outcome.status : "hypothetical" };
}

/** "The two sides should expand their trade": what nobody named asks for is an opinion. */
function heard({ links, outcome }: Climb): Outcome {
  const opinion = "status" in outcome && outcome.status === "hypothetical" && links.at(-1)?.operation === "must";
  return opinion ? { rejected: "it is only said that it should be" } : outcome;
}
