import type { Knowledge } from "../knowledge/index.ts";
import { EntenteError, type RelationQuery } from "../schema/index.ts";

function codeOf(name: string, knowledge: Knowledge): string {
  const state = knowledge.stateOf(name);
  if (!state) throw new EntenteError("state.unknown", { name });
  return state.code;
}

/** The two states of a query, in alphabetical order of their codes. Errors: state.unknown, dyad.same. */
export function dyadOf({ a, b }: Pick<RelationQuery, "a" | "b">, knowledge: Knowledge): [string, string] {
  const [first, second] = [codeOf(a, knowledge), codeOf(b, knowledge)].sort();
  if (first === second) throw new EntenteError("dyad.same", { name: knowledge.stateName(first) });
  return [first, second];
}
