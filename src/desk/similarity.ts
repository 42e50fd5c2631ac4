import {
  forEachDyad,
  idealPointsOf,
  type NoValueReason,
  type Position,
  portfoliosOf,
  type SimilarityMeasure,
  seededRandom,
  similarities,
} from "../measures/index.ts";
import { EntenteError } from "../schema/index.ts";
import { SEED } from "./measure-views.ts";
import type { PositionTable } from "./position-files.ts";
import { loadKnowledge } from "./reader.ts";

/** Which periods and states are asked for. */
export interface SimilarityQuestion {
  /** Two states by code, name, or the file's own code; all where none are given. */
  readonly dyad?: readonly [string, string];
  /** First and last year or session. */
  readonly from?: number;
  readonly to?: number;
}

/** How alike the positions of two states are in one period; an absent value has its reason. */
export interface SimilarityRow {
  readonly period: string;
  readonly a: string;
  readonly b: string;
  /** Items on which both took a position. */
  readonly items: number;
  readonly values: Readonly<Partial<Record<SimilarityMeasure, number>>>;
  readonly reasons: Readonly<Partial<Record<SimilarityMeasure, NoValueReason>>>;
}

const asked = ({ periods }: PositionTable, { from, to }: SimilarityQuestion): [string, readonly Position[]][] =>
  [...periods].filter(
    ([period]) => (from === undefined || Number(period) >= from) && (to === undefined || Number(period) <= to),
  );

/** The code that the positions have for a state. Error: state.absent. */
async function codeIn({ periods }: PositionTable, state: string): Promise<string> {
  const codes = new Set([...periods.values()].flatMap((positions) => positions.map((position) => position.state)));
  const known = (await loadKnowledge()).stateOf(state)?.code;
  const found = [state, state.toUpperCase(), known].find((code) => code !== undefined && codes.has(code));
  if (found === undefined) throw new EntenteError("state.absent", { name: state });
  return found;
}

function rowOf(period: string, a: string, b: string, table: Parameters<typeof similarities>[0]): SimilarityRow {
  const entries = Object.entries(similarities(table));
  const values = entries.flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value] as const]));
  const reasons = entries.flatMap(([name, { reason }]) => (reason === undefined ? [] : [[name, reason] as const]));
  return { period, a, b, items: table.total, values: Object.fromEntries(values), reasons: Object.fromEntries(reasons) };
}

/** Every measure of every dyad asked for, period by period. Error: state.absent. */
export async function* similarityRows(
  table: PositionTable,
  question: SimilarityQuestion = {},
): AsyncGenerator<readonly SimilarityRow[]> {
  const dyad = question.dyad && (await Promise.all(question.dyad.map((state) => codeIn(table, state))));
  if (dyad && dyad[0] === dyad[1]) throw new EntenteError("dyad.same", { name: dyad[0] });
  for (const [period, positions] of asked(table, question)) {
    const own = dyad ? positions.filter(({ state }) => dyad.includes(state)) : positions;
    const rows: SimilarityRow[] = [];
    forEachDyad(portfoliosOf(own, table.levels), (a, b, counts) => rows.push(rowOf(period, a, b, counts)));
    yield rows;
  }
}

/** A state's ideal point in one period, or why the period has none. */
export type IdealPointRow =
  | {
      readonly period: string;
      readonly state: string;
      readonly point: number;
      readonly interval: readonly [number, number];
      readonly items: number;
      readonly reason?: undefined;
    }
  | { readonly period: string; readonly reason: NoValueReason };

/** Ideal points of every state, period by period; the first pole lies below the second. Error: state.absent. */
export async function* idealPointRows(
  table: PositionTable,
  poles: readonly [string, string],
  question: Omit<SimilarityQuestion, "dyad"> = {},
): AsyncGenerator<readonly IdealPointRow[]> {
  const [low, high] = [await codeIn(table, poles[0]), await codeIn(table, poles[1])];
  for (const [period, positions] of asked(table, question)) {
    const random = seededRandom(SEED);
    const found = idealPointsOf(positions, { levels: table.levels, poles: [low, high], random });
    yield found.reason
      ? [{ period, reason: found.reason }]
      : found.points.map((point) => ({ period, ...point })).sort((a, b) => a.point - b.point);
  }
}
