import type { Effect, EventRules } from "../../knowledge/index.ts";
import { isBystander } from "./circumstantial.ts";
import { operatorsAt } from "./match.ts";
import { AUX, FUTURE } from "./moods.ts";
import { childBy, childrenBy, hasChild, hasRelation, isPredicate, isVerbal, prepositionOf, type Tree } from "./tree.ts";

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
