import type { Context } from "../../schema/index.ts";
import type { Candidate } from "./candidate.ts";
import type { Ground } from "./ground.ts";

const MAX_CONTEXTS = 4;

/** The row's contexts, then those that words of the evidence bring in, in the order of the text. */
export function contextsOf(ground: Ground, candidate: Candidate, tokens: ReadonlySet<number>): Context[] {
  const own = candidate.meaning.type === candidate.row.type || candidate.row.contexts.length > 0;
  const found = new Set<Context>(own ? candidate.row.contexts : []);
  for (const token of [...tokens].sort((a, b) => a - b))
    for (const context of ground.rules.contextOf.get(ground.tree.lemma[token]) ?? []) found.add(context);
  return [...found].slice(0, MAX_CONTEXTS);
}
