import type { SignedTie } from "../balance.ts";
import { type IncidentRow, isDirected } from "../rows.ts";

/** A tie with the incidents that it is made of. */
export interface Tie extends SignedTie {
  readonly incidents: readonly { readonly score: number; readonly confidence: number }[];
}

/**
 * The signed, weighted network of a period: between two states the sum of score times confidence over all incidents in
 * which one acts towards the other. An incident of n states ties each of its pairs with score / (n - 1), so that no
 * state gets more out of a summit than out of a meeting of two.
 */
export function networkOf(rows: readonly IncidentRow[]): Tie[] {
  const ties = new Map<string, { a: string; b: string; incidents: { score: number; confidence: number }[] }>();
  for (const row of rows) {
    const states = [...new Set([...row.actors, ...row.recipients])].sort();
    for (const [at, a] of states.entries()) {
      for (const b of states.slice(at + 1)) {
        if (!isDirected(row, a, b) && !isDirected(row, b, a)) continue;
        const tie = ties.get(`${a} ${b}`) ?? { a, b, incidents: [] };
        tie.incidents.push({ score: row.score / (states.length - 1), confidence: row.confidence });
        ties.set(`${a} ${b}`, tie);
      }
    }
  }
  const sorted = [...ties.entries()].sort(([x], [y]) => (x < y ? -1 : 1));
  return sorted.map(([, tie]) => ({ ...tie, weight: weightOf(tie.incidents) }));
}

const weightOf = (incidents: Tie["incidents"]): number =>
  incidents.reduce((sum, { score, confidence }) => sum + score * confidence, 0);
