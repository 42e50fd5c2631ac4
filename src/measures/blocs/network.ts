import type { SignedTie } from "../balance.ts";
import { type IncidentRow, isDirected } from "../rows.ts";

/** Who is in an incident. */
export type Parties = Pick<IncidentRow, "actors" | "recipients">;

/** Incidents as columns, the oldest first: one place in each column is one incident. */
export interface Acts {
  /** Who is in them, each once. */
  readonly parties: readonly Parties[];
  /** The place of an incident's own among them. */
  readonly party: ArrayLike<number>;
  readonly score: ArrayLike<number>;
  readonly confidence: ArrayLike<number>;
}

/** A tie with the incidents that it is made of, as columns: what each adds to it, and how sure it is. */
export interface Tie extends SignedTie {
  readonly score: Float64Array;
  readonly confidence: Float64Array;
}

/**
 * The signed, weighted network of a period: between two states the sum of score times confidence over all incidents in
 * which one acts towards the other. An incident of n states ties each of its pairs with score / (n - 1), so that no
 * state gets more out of a summit than out of a meeting of two.
 */
export const networkOf = (rows: readonly IncidentRow[]): Tie[] =>
  tiesOf({
    parties: rows,
    party: rows.map((_, at) => at),
    score: rows.map(({ score }) => score),
    confidence: rows.map(({ confidence }) => confidence),
  });

/** A tie whose incidents come in one by one. */
interface Draft {
  readonly a: string;
  readonly b: string;
  size: number;
  score: Float64Array;
  confidence: Float64Array;
  filled: number;
  weight: number;
}

/** The same network out of columns. */
export function tiesOf(acts: Acts): Tie[] {
  const { party, score, confidence } = acts;
  const drafts = new Map<string, Draft>();
  const shares = acts.parties.map((parties) => sharesOf(parties, drafts));
  for (let at = 0; at < party.length; at += 1) for (const draft of shares[party[at]].drafts) draft.size += 1;
  const tied = [...drafts].filter(([, { size }]) => size > 0).sort(([x], [y]) => (x < y ? -1 : 1));
  for (const [, draft] of tied)
    Object.assign(draft, { score: new Float64Array(draft.size), confidence: new Float64Array(draft.size) });
  for (let at = 0; at < party.length; at += 1) {
    const { drafts: own, among } = shares[party[at]];
    for (const draft of own) fill(draft, score[at] / among, confidence[at]);
  }
  return tied.map(([, { a, b, weight, score: scores, confidence: sure }]) => ({
    ...{ a, b, weight, score: scores, confidence: sure },
  }));
}

function fill(draft: Draft, score: number, confidence: number): void {
  draft.score[draft.filled] = score;
  draft.confidence[draft.filled] = confidence;
  draft.filled += 1;
  draft.weight += score * confidence;
}

const NONE = new Float64Array(0);

/** The ties of one incident's states, and by how many each divides its score. */
function sharesOf(parties: Parties, drafts: Map<string, Draft>): { readonly drafts: Draft[]; readonly among: number } {
  const states = [...new Set([...parties.actors, ...parties.recipients])].sort();
  const own = states.flatMap((a, at) =>
    states.slice(at + 1).flatMap((b): Draft[] => {
      if (!isDirected(parties, a, b) && !isDirected(parties, b, a)) return [];
      const known = drafts.get(`${a} ${b}`);
      const draft = known ?? { a, b, size: 0, score: NONE, confidence: NONE, filled: 0, weight: 0 };
      drafts.set(`${a} ${b}`, draft);
      return [draft];
    }),
  );
  return { drafts: own, among: states.length - 1 };
}
