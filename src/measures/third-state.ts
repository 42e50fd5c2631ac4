import { type Correlation, correlationOf } from "./correlation.ts";
import { cellsOf, type IndexQuestion } from "./index-series/cells.ts";
import { expectedSums, observe } from "./index-series/observations.ts";
import { type IncidentRow, isBetween } from "./rows.ts";

/** One period of what two states do towards a third. Scores are net per 100 families, absent without exposure. */
export interface ThirdStatePoint {
  readonly period: string;
  readonly first?: number;
  readonly second?: number;
  /** Incidents of the two together that are said to be directed against the third. */
  readonly directedAgainst: readonly string[];
}

/** Two states towards a third. */
export interface ThirdState {
  readonly dyad: readonly [string, string];
  readonly third: string;
  readonly points: readonly ThirdStatePoint[];
  /** Incidents directed against the third, those without a day too. */
  readonly directedAgainst: readonly string[];
  /** How far the two move together in what they do towards the third. */
  readonly together: Correlation;
}

/**
 * Whether two states stand together towards a third: what they do together that is directed against it, and whether
 * their own net scores towards it rise and fall together (Pearson's r over periods, with interval).
 * `question.direction` and `question.domain` are as in the index; the dyad is the two members.
 */
export function thirdStateOf(rows: readonly IncidentRow[], question: IndexQuestion, third: string): ThirdState {
  const [a, b] = question.dyad;
  const first = towards(rows, question, a, third);
  const second = towards(rows, question, b, third);
  const against = rows.filter((row) => isBetween(row, a, b) && row.directedAgainst.includes(third));
  const cells = cellsOf(against, question);
  const points = cells.periods.map((period, t) => ({
    period,
    ...(Number.isNaN(first[t]) ? {} : { first: first[t] }),
    ...(Number.isNaN(second[t]) ? {} : { second: second[t] }),
    directedAgainst: cells.ids.filter((_, at) => cells.period[at] === t).sort(),
  }));
  const ids = against.map((row) => row.id).sort();
  return { dyad: question.dyad, third, points, directedAgainst: ids, together: correlationOf(first, second) };
}

/** What one state does towards another, net per 100 families and period. */
function towards(rows: readonly IncidentRow[], question: IndexQuestion, from: string, to: string): Float64Array {
  const cells = cellsOf(rows, { ...question, dyad: [from, to], direction: "first to second" });
  return observe("net", cells, expectedSums(cells)).y;
}
