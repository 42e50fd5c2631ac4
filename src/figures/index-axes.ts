import { type ChangePoint, type IndexPoint, periodStart, type SourceChange } from "../measures/index.ts";
import type { IncidentSummary } from "../schema/index.ts";

/** An incident that is marked in the figure, with what it is called there. */
export type MarkedIncident = Pick<IncidentSummary, "id" | "score"> & {
  readonly period: string;
  readonly label: string;
  /** Whether the label stands in the figure, with a line to its mark; else its number does. */
  readonly told?: boolean;
};

/** What the index figure draws. */
export interface IndexFigureData {
  readonly names: readonly [string, string];
  /** What is measured, with its unit: `Net score per 100 source families, military`. */
  readonly measure: string;
  readonly points: readonly IndexPoint[];
  readonly marked?: readonly MarkedIncident[];
  readonly changes?: readonly ChangePoint[];
  readonly sourceChanges?: readonly SourceChange[];
  /** The counting rule in words. */
  readonly rule: string;
}

export const MARGINS = { marginLeft: 46, marginRight: 22 };

export const start = (point: { readonly period: string }): Date => new Date(`${periodStart(point.period)}T00:00:00Z`);

export const axisOf = (
  data: IndexFigureData,
): { readonly type: "utc"; readonly domain: Date[]; readonly label: null } => {
  const dates = data.points.map(start);
  return { type: "utc", domain: [dates[0], dates[dates.length - 1]], label: null };
};

/** The top of the axis: above every band and observation. */
export function reachOf(data: IndexFigureData): [number, number] {
  const values = data.points.flatMap(({ band90, observed = 0 }) => [...band90, observed]);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const space = (high - low || 1) * 0.04;
  return [low - space, high + space];
}

export const topOf = (data: IndexFigureData): number => reachOf(data)[1];

/** The share of the axis at which a period stands. */
export function shareOf(data: IndexFigureData, incident: MarkedIncident): number {
  const [from, to] = axisOf(data).domain.map(Number);
  return to > from ? (start(incident).getTime() - from) / (to - from) : 0;
}

export const markedOf = (data: IndexFigureData): MarkedIncident[] => {
  const drawn = new Set(data.points.map(({ period }) => period));
  return (data.marked ?? []).filter(({ period }) => drawn.has(period));
};

/**
 * The incidents whose words stand in the figure, from the top row down: words of the left half run to the right and stand
 * lower the later they are, words of the right half the other way round, so that no line crosses the words of its half.
 */
export function toldOf(data: IndexFigureData): MarkedIncident[] {
  const told = markedOf(data)
    .filter((incident) => incident.told)
    .sort((a, b) => (a.period < b.period ? -1 : 1));
  const [left, right] = [true, false].map((half) => told.filter((one) => shareOf(data, one) < 0.5 === half));
  return [...left, ...right.reverse()];
}
