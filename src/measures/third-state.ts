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
  /** Incidents in which the first, and the second, acts towards the third, in periods of which something was read. */
  readonly towards: readonly [number, number];
  /** How far the two move together in what they do towards the third. */
  readonly together: Correlation;
}

/** Fewest incidents of each towards the third: one common month would be a correlation of 1. */
const LEAST_INCIDENTS = 3;

/**
 * Whether two states stand together towards a third: what they do together that is directed against it, and whether
 * their own net scores towards it rise and fall together (Pearson's r over periods, with interval).
 * The dyad is the two members; `question.exposure` holds all families read, not those that name both members: what one
 * does towards the third is told by others too. No correlation with fewer than 3 incidents of each towards the third.
 */
export function thirdStateOf(rows: readonly IncidentRow[], question: IndexQuestion, third: string): ThirdState {
  const [a, b] = question.dyad;
  const first = towards(rows, question, a, third);
  const second = towards(rows, question, b, third);
  const against = rows.filter((row) => isBetween(row, a, b) && row.directedAgainst.includes(third));
  const cells = cellsOf(against, question);
  const points = cells.periods.map((period, t) => ({
    period,
    ...(Number.isNaN(first.y[t]) ? {} : { first: first.y[t] }),
    ...(Number.isNaN(second.y[t]) ? {} : { second: second.y[t] }),
    directedAgainst: cells.ids.filter((_, at) => cells.period[at] === t).sort(),
  }));
  return {
    dyad: question.dyad,
    third,
    points,
    directedAgainst: against.map((row) => row.id).sort(),
    towards: [first.incidents, second.incidents],
    together:
      Math.min(first.incidents, second.incidents) < LEAST_INCIDENTS ? TOO_FEW : correlationOf(first.y, second.y),
  };
}

interface Towards {
  readonly y: Float64Array;
  readonly incidents: number;
}

const TOO_FEW: Correlation = { value: undefined, reason: "too few incidents" };

/** What one state does towards another, net per 100 families and period. */
function towards(rows: readonly IncidentRow[], question: IndexQuestion, from: string, to: string): Towards {
  const cells = cellsOf(rows, { ...question, dyad: [from, to], direction: "first to second" });
  return { y: observe("net", cells, expectedSums(cells)).y, incidents: cells.ids.length - cells.unread };
}
