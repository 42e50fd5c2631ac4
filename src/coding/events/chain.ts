import type { EventRow, EventRules } from "../../knowledge/index.ts";
import { CHANGING, localOperations } from "./moods.ts";
import { operationOf } from "./operation.ts";
import { applyOperation, type Meaning, type Operation, type Outcome } from "./operators.ts";
import { operatorOver } from "./over.ts";
import { tellsStatus } from "./phrase.ts";
import { carried, isPurpose, isVoiced } from "./purposes.ts";
import { isVerdict } from "./summed-up.ts";
import { childBy, firstConjunct, isVerbal, prepositionOf, type Tree } from "./tree.ts";

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

/** "visiting ministers", "warring parties": what a participle before its noun says is told in passing. */
export const isInPassing = ({ analysis, relation }: Tree, token: number): boolean =>
  relation[token] === "amod" && analysis.upos[token] === "VERB" && analysis.xpos[token] === "VBG";

/** "concluded Joint Sea, a six-day exercise": an apposition stands where its noun stands. */
function apposed(tree: Tree, token: number): number {
  const head = tree.analysis.head[token];
  if (head < 0) return token;
  const name = tree.relation[token] === "compound" && tree.analysis.upos[head] === "PROPN";
  return name || tree.relation[token] === "appos" ? head : token;
}

const CHARGING = new Set(["of", "for", "from"]);

/** "no intention of talking to Ost": what is intended is under the noun. */
const INTENDING = new Set("intention intent hope idea aim goal".split(" "));

/** "accused the mission of spreading …", where the parser hung the clause on the object: it is under the verb. */
function headOver(tree: Tree, below: number): number {
  const noun = tree.analysis.head[below];
  if (noun < 0 || tree.relation[below] !== "acl" || tree.relation[noun] !== "obj") return noun;
  const mark = childBy(tree, below, "mark");
  if (INTENDING.has(tree.lemma[noun])) return noun;
  return mark >= 0 && CHARGING.has(tree.lemma[mark]) ? tree.analysis.head[noun] : noun;
}

const REPORTS = new Set(
  "report news rumor rumour story article claim allegation assertion suggestion speculation".split(" "),
);
const DENYING = new Set("deny reject refute dismiss rebut debunk rubbish disprove".split(" "));
const REPORTING = new Set(["acl", "nmod", "ccomp"]);
const DENIED = new Set(["obj", "nsubj"]);

/** "rejected reports that claimed the two held talks": the verb that denies what a report told, or -1. */
function denierOf(tree: Tree, below: number): number {
  const noun = tree.analysis.head[below];
  if (noun < 0 || !REPORTING.has(tree.relation[below]) || !REPORTS.has(tree.lemma[noun])) return -1;
  const verb = tree.analysis.head[noun];
  return verb >= 0 && DENIED.has(tree.relation[noun]) && DENYING.has(tree.lemma[verb]) ? verb : -1;
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

function localSteps(tree: Tree, climb: Climb, token: number, below = -1): void {
  for (const operation of localOperations(tree, token, below)) step(climb, { token, operation });
}

/** "will stand firm, a day after Washington imposed sanctions": what is told in the past has happened all the same. */
const isTold = (tree: Tree, token: number): boolean =>
  tree.analysis.xpos[token] === "VBD" && childBy(tree, token, "nsubj") >= 0;

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
  const steep = isVerdict(tree, base) ? 0 : MAX_STEPS;
  for (let steps = 0; steps < steep; steps += 1) {
    const below = apposed(tree, firstConjunct(tree, climb.top));
    const head = headOver(tree, below);
    if (head < 0) break;
    if (isVoiced(tree, row, below, head)) {
      step(climb, { token: head, operation: "pass" });
      climb.top = head;
      localSteps(tree, climb, head, below);
      continue;
    }
    const denier = denierOf(tree, below);
    if (denier >= 0) {
      step(climb, { token: denier, operation: "deny", row: "op-denial" });
      climb.top = denier;
      localSteps(tree, climb, denier, head);
      continue;
    }
    const errand = carried(tree, row, below, head);
    if (errand) {
      step(climb, errand);
      climb.top = errand.token;
      localSteps(tree, climb, errand.token, below);
      continue;
    }
    const operator = operatorOver(rules, tree, head, below);
    if (!operator) {
      if (tree.relation[below] === "advcl" && childBy(tree, below, "aux") < 0 && !isTold(tree, below))
        mainClauseSteps(tree, climb, head);
      if (isPurpose(tree, below)) climb.outcome = { rejected: "it is a purpose, not yet an event" };
      break;
    }
    step(climb, {
      token: head,
      operation: isCompletion(tree, row, head) ? "pass" : operationOf(tree, operator.effect, head, below),
      row: operator.name,
    });
    climb.top = head;
    localSteps(tree, climb, head, below);
  }
  const outcome = row.reading === "linear" ? kept(row, first, climb) : (toCome(rules, tree, base, row) ?? heard(climb));
  return { base, top: climb.top, links: climb.links, outcome };
}

const AT = new Set(["at", "during"]);

/** "are expected to meet at a summit", "will sign it during the talks": the talks are as planned as what is done there. */
function toCome(rules: EventRules, tree: Tree, base: number, row: EventRow): Outcome | undefined {
  const head = tree.analysis.head[base];
  if (row.type !== "CONSULT" || row.trigger.kind !== "noun" || head < 0 || tree.relation[base] !== "obl")
    return undefined;
  if (!AT.has(prepositionOf(tree, base)) || !isVerbal(tree, head)) return undefined;
  const { outcome } = chainOf(rules, tree, head, row);
  return "status" in outcome && outcome.type === "AGREE" && outcome.status === "planned" ? outcome : undefined;
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
