import type { EventRules } from "../../knowledge/index.ts";
import type { Quotation } from "../../schema/index.ts";
import type { Sight, TokenMention } from "../types.ts";
import { type Cast, castOf } from "./parties/cast.ts";
import { type Tree, treeOf } from "./tree.ts";

/** What every step of event coding works on, made once a document. */
export interface Ground {
  readonly sight: Sight;
  readonly rules: EventRules;
  readonly tree: Tree;
  readonly cast: Cast;
}

export function groundOf(
  sight: Sight,
  mentions: readonly TokenMention[],
  rules: EventRules = sight.knowledge.eventRules,
  quotations: readonly Quotation[] = [],
): Ground {
  const tree = treeOf(sight.analysis, rules.vocabulary);
  return { sight, rules, tree, cast: castOf(tree, mentions, quotations) };
}
