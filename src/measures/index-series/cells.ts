import { type PeriodLength, periodOf } from "../calendar.ts";
import { type IncidentRow, isBetween, isDirected } from "../rows.ts";

/** Whose incidents a series counts: of both sides, or what the first of the dyad does towards the second. */
export type Direction = "both" | "first to second" | "second to first";

/** What an index is asked for. */
export interface IndexQuestion {
  readonly dyad: readonly [string, string];
  /** One domain, or all together. */
  readonly domain?: IncidentRow["domain"];
  readonly direction?: Direction;
  readonly length: PeriodLength;
  /** Every period of the window with the source families read in it: a period missing here is not in the index. */
  readonly exposure: readonly { readonly period: string; readonly families: number }[];
}

/** The incidents of a series as columns, in the order given. */
export interface Cells {
  readonly periods: readonly string[];
  readonly exposure: Float64Array;
  readonly period: Int32Array;
  readonly score: Float64Array;
  readonly confidence: Float64Array;
  readonly ids: readonly string[];
  /** Incidents of the dyad that have no day, that lie outside the window, and in periods of which nothing was read. */
  readonly undated: number;
  readonly outside: number;
  readonly unread: number;
}

/** The incidents that a question asks for, by period. Incidents are counted as given: apply a counting rule before. */
export function cellsOf(rows: readonly IncidentRow[], question: IndexQuestion): Cells {
  const periods = question.exposure.map((row) => row.period);
  const index = new Map(periods.map((period, at) => [period, at]));
  const days = new Map<string, number>();
  const periodAt = (day: string): number => {
    const known = days.get(day);
    if (known !== undefined) return known;
    const at = index.get(periodOf(day, question.length)) ?? -1;
    days.set(day, at);
    return at;
  };
  const asked = rows.filter((row) => belongs(row, question));
  const inside = asked.filter((row) => row.day !== undefined && periodAt(row.day) >= 0);
  const undated = asked.filter((row) => row.day === undefined).length;
  const period = Int32Array.from(inside, (row) => periodAt(row.day as string));
  return {
    periods,
    exposure: Float64Array.from(question.exposure, (row) => row.families),
    period,
    score: Float64Array.from(inside, (row) => row.score),
    confidence: Float64Array.from(inside, (row) => row.confidence),
    ids: inside.map((row) => row.id),
    undated,
    outside: asked.length - inside.length - undated,
    unread: period.filter((at) => !(question.exposure[at].families > 0)).length,
  };
}

function belongs(row: IncidentRow, question: IndexQuestion): boolean {
  if (question.domain && row.domain !== question.domain) return false;
  const [a, b] = question.dyad;
  if (question.direction === "first to second") return isDirected(row, a, b);
  if (question.direction === "second to first") return isDirected(row, b, a);
  return isBetween(row, a, b);
}
