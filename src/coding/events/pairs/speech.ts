import type { EventType } from "../../../schema/index.ts";
import type { Ground } from "../ground.ts";
import { operatorsAt } from "../match.ts";
import { NECESSARY } from "../moods.ts";
import { childBy, childrenOf, isBelow, type Tree } from "../tree.ts";

/** A type that the way of speaking tells, and how surely. */
export interface Spoken {
  readonly type: EventType;
  readonly score: number;
}

const CHARGE: Spoken = { type: "ACCUSE", score: 2.5 };
const DEMAND: Spoken = { type: "REQUEST", score: 3 };
const COMING = new Set(["will", "would", "shall"]);
const INSTRUCT = new Set(["tell", "bid", "instruct", "advise"]);
const ADDRESSED = ["obj", "iobj", "obl"];

const hasAuxiliary = (tree: Tree, token: number, wanted: ReadonlySet<string>): boolean =>
  [...childrenOf(tree, token)].some((child) => tree.relation[child] === "aux" && wanted.has(tree.lemma[child]));

const isInfinitive = (tree: Tree, token: number): boolean =>
  [...childrenOf(tree, token)].some((child) => tree.relation[child] === "mark" && tree.lemma[child] === "to");

/** "said that Serbia was behind the blast": what the other does or is. "said Serbia must withdraw": what it ought to do. */
function aboutOther({ rules, tree }: Ground, token: number, recipient: number): Spoken | undefined {
  const clause = childBy(tree, token, "ccomp");
  const subject = clause < 0 ? -1 : childBy(tree, clause, "nsubj");
  if (subject < 0 || !isBelow(tree, recipient, subject) || hasAuxiliary(tree, clause, COMING)) return undefined;
  if (!operatorsAt(rules, tree, token).some(({ effect }) => effect === "speak")) return undefined;
  return hasAuxiliary(tree, clause, NECESSARY) ? DEMAND : CHARGE;
}

/** "told the police to apologise" */
function instruction({ tree }: Ground, token: number, recipient: number): Spoken | undefined {
  if (!INSTRUCT.has(tree.lemma[token])) return undefined;
  const below = [...childrenOf(tree, token)];
  const addressed = below.some((child) => ADDRESSED.includes(tree.relation[child]) && isBelow(tree, recipient, child));
  const order = below.some((child) => /^(xcomp|ccomp|advcl)$/.test(tree.relation[child]) && isInfinitive(tree, child));
  return addressed && order ? DEMAND : undefined;
}

/** What it tells that the actor (its head token) speaks of or to the recipient by the verb at `token`. */
export function spokenAt(ground: Ground, token: number, actor: number, recipient: number): Spoken | undefined {
  const speaker = childBy(ground.tree, token, "nsubj");
  if (recipient < 0 || speaker < 0 || !isBelow(ground.tree, actor, speaker)) return undefined;
  return aboutOther(ground, token, recipient) ?? instruction(ground, token, recipient);
}
