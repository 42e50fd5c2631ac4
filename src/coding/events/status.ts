import type { Report, Status } from "../../schema/index.ts";
import type { Candidate } from "./candidate.ts";
import { type Circumstances, dateAhead } from "./circumstances.ts";
import type { Ground } from "./ground.ts";
import { CONDITIONS } from "./moods.ts";
import { applyOperation } from "./operators.ts";
import { childrenOf, type Tree } from "./tree.ts";

const ANNIVERSARY = new Set(["anniversary", "centenary", "commemoration"]);
const CLAUSE_EDGES = new Set(["advcl", "ccomp", "acl", "conj", "xcomp"]);

const AWAITING = new Set(["until", "till", "once", "before"]);
const PRESENT = new Set(["VBZ", "VBP"]);

/** "if it attacks", "until it withdraws". */
function hasCondition(tree: Tree, token: number): boolean {
  for (const child of childrenOf(tree, token)) {
    if (tree.relation[child] !== "mark") continue;
    if (CONDITIONS.has(tree.lemma[child])) return true;
    if (AWAITING.has(tree.lemma[child]) && PRESENT.has(tree.analysis.xpos[token])) return true;
  }
  return false;
}

/** The clauses from the event's own upwards, as long as each stands under the next as a clause of its own. */
function enclosing(tree: Tree, token: number): number[] {
  const clauses: number[] = [];
  for (let at = token, steps = 0; at >= 0 && steps < 20; at = tree.analysis.head[at], steps += 1) {
    clauses.push(at);
    if (tree.relation[at] === "parataxis") break;
  }
  return clauses;
}

function isConditional(tree: Tree, token: number): boolean {
  return enclosing(tree, token).some((at) => CLAUSE_EDGES.has(tree.relation[at]) && hasCondition(tree, at));
}

function isQuestion({ analysis }: Tree, token: number): boolean {
  const last = analysis.sentenceStart[analysis.sentence[token] + 1] - 1;
  return analysis.text.slice(analysis.start[last], analysis.end[last]).includes("?");
}

const isAnniversary = (tree: Tree, token: number): boolean =>
  enclosing(tree, token).some((at) => ANNIVERSARY.has(tree.lemma[at]));

/** Days before publication from which an event is history rather than news. */
const HISTORY_DAYS = 400;

function isHistoric({ sight }: Ground, date: Report["date"]): boolean {
  const { published } = sight.document;
  if (!published || !date) return false;
  return Date.parse(published) - Date.parse(date.to) > HISTORY_DAYS * 86_400_000;
}

/** Presents and participles of what is yet to be: "visits Beijing next week". */
const STILL = /^(VBZ|VBP|VBG)$/;

/** An event that a noun names, or a verb in the present tense, and that its own date puts behind the day of publication: it is planned. */
export function ahead(ground: Ground, from: Circumstances, candidate: Candidate): Candidate {
  const { meaning, chain, row } = candidate;
  const { xpos } = ground.tree.analysis;
  const isOpen = (token: number): boolean => STILL.test(xpos[token]);
  if (meaning.status !== "happened" || isAnniversary(ground.tree, chain.base)) return candidate;
  const tops = isOpen(chain.top) ? [chain.top] : [];
  if (row.trigger.kind === "noun" || isOpen(chain.base)) tops.unshift(chain.base);
  if (!dateAhead(ground, from, tops)) return candidate;
  const planned = applyOperation("plan", meaning);
  return "rejected" in planned ? candidate : { ...candidate, meaning: planned };
}

/** What became of the event: the chain's word, then questions, conditions, anniversaries and the date. */
export function statusOf(ground: Ground, candidate: Candidate, date: Report["date"]): Status {
  const { meaning, chain } = candidate;
  if (meaning.status !== "happened") return meaning.status;
  if (isQuestion(ground.tree, chain.base) || isConditional(ground.tree, chain.top)) return "hypothetical";
  if (isHistoric(ground, date) || isAnniversary(ground.tree, chain.base)) return "historical";
  return "happened";
}
