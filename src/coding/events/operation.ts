import type { Effect } from "../../knowledge/index.ts";
import { isDay } from "./circumstantial.ts";
import { AUX, MODIFIER, NECESSARY } from "./moods.ts";
import type { Operation } from "./operators.ts";
import { isInfinitive } from "./over.ts";
import { isOwner } from "./parties/belonging.ts";
import { childBy, childrenOf, hasChild, isPredicate, isVerbal, type Tree } from "./tree.ts";

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

/** What these ask for stands in the subjunctive, which looks like the indicative: "demanded that they hold". */
const MANDATIVE = new Set(["demand", "request", "require", "order", "call", "urge"]);

/** "insists that Washington provide": the bare form after one of whom the indicative has an "s". */
function isSubjunctive(tree: Tree, token: number): boolean {
  const subject = childBy(tree, token, "nsubj");
  if (subject < 0 || tree.relation[token] !== "ccomp" || childBy(tree, token, "aux") >= 0) return false;
  const { upos, xpos } = tree.analysis;
  if (!/^VB[P]?$/.test(xpos[token]) || childBy(tree, subject, "conj") >= 0) return false;
  return upos[subject] === "PROPN" ? xpos[subject] !== "NNPS" : xpos[subject] === "NN";
}
const INSISTING = new Set(["insist", "maintain", "stipulate"]);

/** "said Israel needs to withdraw", "has to withdraw": what somebody names as a need he asks for. */
const NEEDING = new Set(["need", "have"]);
const isNeeded = (tree: Tree, token: number): boolean => {
  const need = childBy(tree, token, "xcomp");
  return NEEDING.has(tree.lemma[token]) && need >= 0 && isInfinitive(tree, need);
};

/** "said it must defend itself": who says so mostly means himself. */
const ONESELF = new Set(["i", "we", "it", "he", "she"]);
const isOneself = (tree: Tree, token: number): boolean => {
  const subject = childBy(tree, token, "nsubj");
  return subject >= 0 && ONESELF.has(tree.lemma[subject]);
};

/** "is reported to be holding talks". */
const isProgressive = (tree: Tree, token: number): boolean =>
  tree.analysis.xpos[token] === "VBG" && hasChild(tree, token, new Set(["be"]), AUX);

/** "announced to hold" plans, "told them to hold" and "said they must hold" ask, "said they hold" says. */
function spokenOperation(tree: Tree, head: number, below: number): Operation {
  // "claims to have surrounded the town"
  const perfect = hasChild(tree, below, new Set(["have"]), AUX);
  if (isInfinitive(tree, below)) {
    if (perfect || isProgressive(tree, below)) return "speak";
    return tree.lemma[head] === "tell" ? "ask" : "plan";
  }
  if (INSISTING.has(tree.lemma[head]) && isSubjunctive(tree, below)) return "ask";
  const necessary = hasChild(tree, below, NECESSARY, AUX) || isNeeded(tree, below);
  if (necessary && isOneself(tree, below)) return "must";
  return necessary ? "ask" : "speak";
}

const WARNINGS = new Set(["warn", "caution", "warning"]);

/** "warned of a Russian attack": a noun with somebody's name before it, which is not yet the speaker's own deed. */
function isAnothers(tree: Tree, token: number): boolean {
  const { text, start } = tree.analysis;
  if (isPredicate(tree, token)) return false;
  for (const child of childrenOf(tree, token))
    if (child < token && isOwner(tree, child) && /\p{Lu}/u.test(text[start[child]])) return true;
  return false;
}

/** Who discusses the attack takes it for granted; who discusses an attack does not. */
const PRESUPPOSING = new Set(["discuss", "describe", "debate", "depict", "portray", "analyse", "analyze", "question"]);
const DETERMINER = new Set(["det"]);
const DEFINITE = new Set(["the", "this", "that", "these", "those"]);
const UNREAL = new Set(["possible", "potential", "likely", "planned", "future", "proposed", "upcoming"]);

function isPresupposed(tree: Tree, head: number, below: number): boolean {
  if (!PRESUPPOSING.has(tree.lemma[head]) || isVerbal(tree, below)) return false;
  const owned = childrenOf(tree, below).some((child) => tree.analysis.relation[child] === "nmod:poss");
  const definite = owned || hasChild(tree, below, DEFINITE, DETERMINER);
  return definite && !hasChild(tree, below, UNREAL, MODIFIER);
}

/** What an operator does to what stands under it: "want China to withdraw" is asking, "want to cooperate" is trying. */
export function operationOf(tree: Tree, effect: Effect, head: number, below: number): Operation {
  if (effect === "speak") return spokenOperation(tree, head, below);
  // "called the president on Monday to thank him"
  const called = effect === "ask" && tree.lemma[head] === "call" ? childBy(tree, head, "obj") : -1;
  if (called >= 0 && !isDay(tree, called)) return "pass";
  if (effect === "ask" && isStatement(tree, below) && !MANDATIVE.has(tree.lemma[head])) return "pass";
  if (effect === "threaten" && isStatement(tree, below) && isAboutOthers(tree, below)) return "doubt";
  if (effect === "threaten" && WARNINGS.has(tree.lemma[head]) && isAnothers(tree, below)) return "doubt";
  if (effect === "doubt" && isPresupposed(tree, head, below)) return "pass";
  if (effect !== "wish") return effect;
  if (NEEDING.has(tree.lemma[head])) return isInfinitive(tree, below) ? "must" : "lack";
  const object = childBy(tree, head, "obj");
  const other = object >= 0 && !RELATIVE.has(tree.lemma[object]) && isPredicate(tree, below);
  return other || childBy(tree, below, "nsubj") >= 0 ? "ask" : "try";
}
