import type { EventType, Report, Span } from "../../schema/index.ts";
import type { Candidate } from "./candidate.ts";
import type { Ground } from "./ground.ts";
import { byNoun, byState } from "./harm/states.ts";
import { byVerb } from "./harm/verbs.ts";
import type { Count } from "./harm/words.ts";
import type { Tree } from "./tree.ts";

/** Events in which people come to harm. */
const VIOLENT: ReadonlySet<EventType> = new Set(["ASSAULT", "PROTEST", "COERCE"]);

/** Whether one of the two tokens stands above the other. */
function related(tree: Tree, one: number, other: number): boolean {
  const above = (from: number, top: number): boolean => {
    for (let token = from, steps = 0; token >= 0 && steps < 12; token = tree.analysis.head[token], steps += 1)
      if (token === top) return true;
    return false;
  };
  return above(one, other) || above(other, one);
}

/** The predicate whose subject, object or circumstance the token is; the token itself where it is none of these. */
function predicateOf(tree: Tree, base: number): number {
  const head = tree.analysis.head[base];
  return head >= 0 && /^(nsubj|obj|obl)$/.test(tree.relation[base]) ? head : base;
}

/** The toll that a death stands before: "the death toll from the attack"; else the token itself. */
function tollAbove(tree: Tree, token: number): number {
  const head = tree.analysis.head[token];
  return head >= 0 && tree.lemma[head] === "toll" ? head : token;
}

const VIOLENCE: ReadonlySet<string> = new Set(
  (
    "attack bombing war strike airstrike shooting massacre blast explosion raid assault clash offensive invasion conflict " +
    "battle ambush siege crash earthquake flood coup uprising riot"
  ).split(" "),
);

/** "after the attack that killed 3,000, …": the harm that a relative clause tells of another event. */
function isOfAnother(tree: Tree, token: number, base: number): boolean {
  const { head, relation } = tree.analysis;
  for (let at = token, steps = 0; at >= 0 && at !== base && steps < 12; at = head[at], steps += 1)
    if (relation[at] === "acl:relcl" && head[at] !== base && VIOLENCE.has(tree.lemma[head[at]])) return true;
  return false;
}

function countsOf(tree: Tree, base: number): Count[] {
  const sentence = tree.analysis.sentence[base];
  const predicate = predicateOf(tree, base);
  const counts: Count[] = [];
  for (
    let token = tree.analysis.sentenceStart[sentence];
    token < tree.analysis.sentenceStart[sentence + 1];
    token += 1
  ) {
    const count = byVerb(tree, token) ?? byState(tree, token) ?? byNoun(tree, token);
    if (count && related(tree, tollAbove(tree, token), predicate) && !isOfAnother(tree, token, base))
      counts.push(count);
  }
  return counts;
}

const spanOver = (counts: readonly Count[]): Span => [
  Math.min(...counts.map(({ span }) => span[0])),
  Math.max(...counts.map(({ span }) => span[1])),
];

/**
 * The dead and wounded that the event's sentence counts, the first number of each; undefined where it gives no number
 * ("dozens", "up to 12"). Only of violent events that are told as having happened.
 */
export function casualtiesOf(
  { tree }: Ground,
  { chain, meaning }: Candidate,
  status: Report["status"],
): Report["casualties"] {
  if (!VIOLENT.has(meaning.type) || (status !== "happened" && status !== "historical")) return undefined;
  const all = countsOf(tree, chain.base);
  const firsts = (["killed", "wounded"] as const).flatMap((harm) => all.find((count) => count.harm === harm) ?? []);
  if (firsts.length === 0) return undefined;
  return {
    ...Object.fromEntries(firsts.map(({ harm, value }) => [harm, value])),
    ...(firsts.some(({ least }) => least) && { atLeast: true }),
    span: spanOver(firsts),
  };
}
