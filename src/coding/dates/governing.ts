import type { Analysis } from "../../schema/index.ts";
import type { Sight, TokenMention } from "../types.ts";

/** Relations over which a date inside an argument still dates the predicate ("held talks on Monday"). */
const NOMINAL = /^(obl|nmod|obj|nsubj|advmod|compound|nummod|conj|appos|amod|det|case|dep|flat|fixed)(:|$)/;
/** Relations over which a predicate shares the date of the one above it. */
const SHARING = /^(conj|xcomp)$/;
const FAR = 100;

/** Steps from the date up to the predicate, or FAR where a clause lies between. */
function distance(analysis: Analysis, date: TokenMention, predicate: number): number {
  let steps = 0;
  for (let at = date.head; at >= 0 && steps < FAR; at = analysis.head[at], steps++) {
    if (at === predicate) return steps;
    if (!NOMINAL.test(analysis.relation[at])) return FAR;
  }
  return FAR;
}

function nearestDate(analysis: Analysis, dates: readonly TokenMention[], predicate: number): TokenMention | undefined {
  let best: TokenMention | undefined;
  let least = FAR;
  for (const date of dates) {
    if (analysis.sentence[date.head] !== analysis.sentence[predicate]) continue;
    const steps = distance(analysis, date, predicate);
    if (steps < least) [best, least] = [date, steps];
  }
  return best;
}

/** "On Monday they met and signed a pact": a date before the first predicate holds for those joined to it. */
function shared(analysis: Analysis, dates: readonly TokenMention[], predicate: number): TokenMention | undefined {
  const above = analysis.head[predicate];
  if (above < 0 || !SHARING.test(analysis.relation[predicate])) return undefined;
  const date = nearestDate(analysis, dates, above);
  return date !== undefined &&
    (date.tokens[0] < above || analysis.relation[predicate] === "xcomp") &&
    date.tokens[0] < predicate
    ? date
    : shared(analysis, dates, above);
}

/**
 * The date that holds for the clause of `predicate`: its own oblique or adverb, one inside its arguments,
 * or one that it shares with the predicate it is joined to. undefined where the sentence gives none.
 */
export function governingDate(
  sight: Pick<Sight, "analysis">,
  dates: readonly TokenMention[],
  predicate: number,
): TokenMention | undefined {
  return nearestDate(sight.analysis, dates, predicate) ?? shared(sight.analysis, dates, predicate);
}
