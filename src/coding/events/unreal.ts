import { type EventType, QUAD_OF } from "../../schema/index.ts";
import type { Chain } from "./chain.ts";
import { CONDITIONS } from "./moods.ts";
import type { Meaning } from "./operators.ts";
import { childBy, childrenBy, childrenOf, hasChild, type Tree } from "./tree.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const MARK = words("mark");
const AUX = words("aux");
const SUBJECT = words("nsubj");
/** "would have attacked", "should have joined": it did not come about. */
const COUNTERFACTUAL = words("would could should");
const MUSING = words(
  "hope wish fear think believe imagine suppose worry wonder doubt suspect predict speculate expect",
);
const SUPPOSING = words("imagine suppose");
/** Who only muses: the author, and people without a name. */
const MUSERS = words(
  "i we one anyone anybody nobody someone many some few everyone people analyst observer critic expert commentator pundit reader pessimist optimist sceptic skeptic",
);
const ASKED_ABOUT = /^(why|how|when|where|who|whom|whose)$/;
const SUPPOSED = words("loom looming possible potential hypothetical feared imaginary putative eventual");
const MODIFIER = words("amod");
const ANY = words("any");
const DETERMINER = words("det");
/** "An attack is unlikely", "the attack remains a possibility". */
const OPEN = words("likely unlikely possible impossible probable improbable imminent inevitable possibility prospect");
/** "A danger of war", "fears of an attack". */
const DREAD = words("danger risk fear warning concern worry prospect possibility likelihood chance");
const AVOIDING = words("avoid preclude");
const WISHING = words("want wish like");

const isHostile = (type: EventType): boolean => QUAD_OF[type] === 4 || type === "THREATEN";

/** What is no agreement while it is only wished for: hostile and yielding deeds. */
const isDeed = (type: EventType): boolean => QUAD_OF[type] === 4 || type === "CONCEDE" || type === "RETREAT";

/** The words from the event upwards, as far as each says how the one below is meant; not out of what is told in passing. */
function upwards(tree: Tree, base: number): number[] {
  const path: number[] = [];
  for (let at = base; at >= 0 && path.length < 12; at = tree.analysis.head[at]) {
    path.push(at);
    const relation = tree.relation[at];
    if (relation === "parataxis" || (relation === "acl" && childBy(tree, at, "nsubj") >= 0)) break;
    const isTold = tree.analysis.xpos[at] === "VBD" && childBy(tree, at, "nsubj") >= 0;
    if (isTold && relation === "advcl") break;
  }
  return path;
}

const CASE_REACH = 6;

/** "in case it joins", which the parser reads in many ways: the two words stand shortly before the event's. */
function isInCase({ lemma, analysis }: Tree, base: number): boolean {
  for (let at = base - 2; at >= 0 && base - at <= CASE_REACH && analysis.upos[at] !== "PUNCT"; at -= 1)
    if (lemma[at] === "in" && lemma[at + 1] === "case" && lemma[at + 2] !== "of") return true;
  return false;
}

const isCounterfactual = (tree: Tree, token: number): boolean =>
  hasChild(tree, token, COUNTERFACTUAL, AUX) && hasChild(tree, token, words("have"), AUX);

/** "instead of bombing", "rather than attack". */
const isPassedOver = (tree: Tree, token: number): boolean =>
  childrenOf(tree, token).some(
    (child) =>
      child < token &&
      ((tree.lemma[child] === "instead" && tree.lemma[child + 1] === "of") ||
        (tree.lemma[child] === "rather" && tree.lemma[child + 1] === "than")),
  );

/** "any attack", "possible attacks", "an attack is unlikely": a noun that names what may come, or all of its kind. */
function isOpen(tree: Tree, base: number): boolean {
  if (hasChild(tree, base, SUPPOSED, MODIFIER) || hasChild(tree, base, ANY, DETERMINER)) return true;
  return tree.relation[base] === "nsubj" && OPEN.has(tree.lemma[tree.analysis.head[base]]);
}

/** "wants to push them back", "a danger of war", "avoiding an occupation": wished, dreaded or avoided, and not done. */
const isUndone = ({ lemma }: Tree, { links }: Chain): boolean =>
  links.some(
    ({ operation, token, row }) =>
      (row !== undefined && WISHING.has(lemma[token])) ||
      (operation === "doubt" && DREAD.has(lemma[token])) ||
      AVOIDING.has(lemma[token]),
  );

/** "Many fear that …", "imagine that …": the clause `below` is what somebody muses about. */
function isMused(tree: Tree, token: number, below: number): boolean {
  if (!MUSING.has(tree.lemma[token]) || tree.relation[below] !== "ccomp") return false;
  const subjects = childrenBy(tree, token, SUBJECT);
  if (subjects.length === 0) return SUPPOSING.has(tree.lemma[token]) && tree.analysis.xpos[token] === "VB";
  return subjects.some((subject) => MUSERS.has(tree.lemma[subject].toLowerCase()));
}

const sentenceText = ({ analysis }: Tree, token: number): string => {
  const [from, to] = [0, 1].map((step) => analysis.sentenceStart[analysis.sentence[token] + step]);
  return analysis.text.slice(analysis.start[from], analysis.end[to - 1]);
};

const QUOTED = /[“”"]/;

/** "Ost may decide to attack": the author's guess, where nobody is said to say so. */
const isGuess = (tree: Tree, { base, links }: Chain): boolean =>
  links.some(({ operation }) => operation === "may") &&
  links.every(({ row, operation }) => row === undefined || (operation !== "speak" && operation !== "threaten")) &&
  !QUOTED.test(sentenceText(tree, base));

/** A question of the author's; one that asks why or how takes the event for granted. */
function isAsked(tree: Tree, base: number): boolean {
  const text = sentenceText(tree, base);
  const first = tree.analysis.sentenceStart[tree.analysis.sentence[base]];
  return text.endsWith("?") && !QUOTED.test(text) && !ASKED_ABOUT.test(tree.lemma[first].toLowerCase());
}

const ADDED = new Set(["negate", "plan"]);

/** "Japan should not attack", "would have to work with": an opinion, whatever its other auxiliaries add. */
function isOpinion({ links }: Chain): boolean {
  const last = links.findLast(({ operation, row }) => row !== undefined || !ADDED.has(operation));
  return last?.operation === "must" && last.row === undefined;
}

const NAMED = new Set(["iobj", "xcomp"]);

/** "called Yemen a disaster" gives it a name; who is phoned is called without one. */
export const isNaming = (tree: Tree, { base }: Chain, mode?: string): boolean =>
  mode === "phone" && tree.lemma[base] === "call" && childrenBy(tree, base, NAMED).length > 0;

/** Why an event is only supposed, asked or mused about and no event to report; or undefined. */
export function unreal(tree: Tree, chain: Chain, meaning: Meaning, own: EventType): string | undefined {
  const path = upwards(tree, chain.base);
  if (isInCase(tree, chain.base) || path.some((at) => hasChild(tree, at, CONDITIONS, MARK)))
    return "it is only a condition";
  if (path.some((at) => isCounterfactual(tree, at))) return "it did not come about";
  if (path.some((at) => isPassedOver(tree, at))) return "something else is done in its stead";
  if (isHostile(own) && isOpen(tree, chain.base)) return "it is only thought possible";
  if (isAsked(tree, chain.base)) return "it is only asked";
  if (meaning.status === "happened") return undefined;
  if (meaning.type === own && isDeed(own) && isUndone(tree, chain)) return "it is wished, dreaded or avoided, not done";
  if (meaning.type === "THREATEN" && meaning.status === "hypothetical" && isGuess(tree, chain))
    return "somebody only guesses";
  if (isOpinion(chain)) return "it is only said that it should not be";
  return path.some((at, step) => step > 0 && isMused(tree, at, path[step - 1]))
    ? "somebody only muses about it"
    : undefined;
}
