import type { Effect, EventRules } from "../../knowledge/index.ts";
import { isBystander, isDay } from "./circumstantial.ts";
import { operatorsAt } from "./match.ts";
import { AUX, FUTURE, MODIFIER, NECESSARY } from "./moods.ts";
import type { Operation } from "./operators.ts";
import { isOwner } from "./parties/belonging.ts";
import {
  childBy,
  childrenBy,
  childrenOf,
  hasChild,
  hasRelation,
  isPredicate,
  isVerbal,
  prepositionOf,
  type Tree,
} from "./tree.ts";

const CLAUSAL = new Set(["xcomp", "ccomp", "advcl", "csubj"]);
const PHRASAL = new Set(["obj", "obl", "nsubj", "nmod", "acl", "csubj", "xcomp", "ccomp", "advcl"]);
export const isInfinitive = (tree: Tree, token: number): boolean =>
  hasChild(tree, token, new Set(["to"]), new Set(["mark"]));

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

/** "interested in buying", "succeeded in blocking". */
const DOING = new Set(["interested", "succeed", "persist", "persevere"]);

function reachesClause(tree: Tree, token: number): boolean {
  const relation = tree.relation[token];
  if (relation !== "advcl") return CLAUSAL.has(relation) || relation === "acl" || relation === "parataxis";
  const marker = childBy(tree, token, "mark");
  if (marker >= 0 && tree.lemma[marker] === "in") return DOING.has(tree.lemma[tree.analysis.head[token]]);
  return marker >= 0 && COMPLEMENT_MARKERS.has(tree.lemma[marker]);
}

const WHICH = new Set(["which", "who", "whom"]);

/** "a phone call in which Ost urged West", unlike "the demand that West withdraw": what it tells is under no operator. */
const isTellingItself = (tree: Tree, token: number): boolean =>
  hasRelation(tree, token, "acl:relcl") && hasChild(tree, token, WHICH);

/** "The deal envisages the deployment of troops". */
const FORESEEING = new Set(["envisage", "envision", "foresee"]);

/** Whether an operator reaches down to a clause or noun in this relation. */
function reaches(tree: Tree, effect: Effect, token: number): boolean {
  if (effect === "occur") return !isVerbal(tree, token) && hasRelation(tree, token, "nsubj");
  if (OVER_NOUNS.has(effect)) return !isVerbal(tree, token) && reachesNoun(tree, token);
  const head = tree.analysis.head[token];
  if (isTellingItself(tree, token)) return false;
  if (isPredicate(tree, token)) return reachesClause(tree, token) && !isPurposeOf(tree, head, token);
  // "aimed at his support", "kept talks": what only clauses can be planned or carried on.
  if (effect === "plan" && isVerbal(tree, head))
    return FORESEEING.has(tree.lemma[head]) && tree.relation[token] === "obj";
  if (effect === "pass") return false;
  return PHRASAL.has(tree.relation[token]) && !isBeside(tree, head, prepositionOf(tree, token));
}

/** "suspended the talks following an attack": what stands beside an operator is not under it. */
const AROUND = new Set(["following", "after", "before", "during", "despite", "amid", "since", "until"]);

/** "vowed countermeasures over the arms sale": after a verb "over" gives the reason. */
const isBeside = (tree: Tree, head: number, preposition: string): boolean =>
  AROUND.has(preposition) || (preposition === "over" && isVerbal(tree, head));

/** "considered an intervention to restore him": what is weighed is the noun, the infinitive says what for. */
const WEIGHING = new Set(["consider", "mull", "weigh", "contemplate", "ponder", "discuss", "debate", "envisage"]);

const isPurposeOf = (tree: Tree, head: number, token: number): boolean =>
  tree.relation[token] === "advcl" &&
  isInfinitive(tree, token) &&
  ((WEIGHING.has(tree.lemma[head]) && childBy(tree, head, "obj") >= 0) || calledFor(tree, head));

/** Things that people are called to: "called for a strike to protest against the plan". */
const GATHERINGS = new Set(
  "strike protest march rally demonstration boycott shutdown meeting session summit vote".split(" "),
);
const calledFor = (tree: Tree, head: number): boolean =>
  tree.lemma[head] === "call" &&
  childrenBy(tree, head, NOUNS_OF).some((oblique) => GATHERINGS.has(tree.lemma[oblique]));
const NOUNS_OF = new Set(["obl", "obj"]);

/** The operator at `head` over the clause or noun `below`: over a noun the light verb goes first. */
export function operatorOver(
  rules: EventRules,
  tree: Tree,
  head: number,
  below: number,
): { name: string; effect: Effect } | undefined {
  const rows = operatorsAt(rules, tree, head).filter((row) => reaches(tree, row.effect, below));
  if (rows.length === 0 || isBystander(tree, head, below)) return undefined;
  const row =
    rows.find(({ trigger }) => trigger.particle) ?? rows.find(({ effect }) => OVER_NOUNS.has(effect)) ?? rows[0];
  // "The talks ended", "the talks failed": what is the subject of the verb took place.
  const subject = hasRelation(tree, below, "nsubj") && !isVerbal(tree, below);
  // "The offensive would end": what is still to end is no offensive to come.
  const ending = row.effect === "stop" && hasChild(tree, head, FUTURE, AUX);
  return { name: row.name, effect: subject && row.effect !== "announce" && !ending ? "light" : row.effect };
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

/** "want China to withdraw" is asking, "want to cooperate" is trying. */
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
