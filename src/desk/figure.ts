import { parseHTML } from "linkedom";
import {
  blocsFigure,
  calendarFigure,
  depthFigure,
  indexFigure,
  readoutsFigure,
  svgText,
  thirdStateFigure,
  timelineFigure,
} from "../figures/index.ts";
import { periodOf } from "../measures/index.ts";
import {
  type BlocsView,
  type Domain,
  type DyadMeasures,
  EntenteError,
  type IncidentSummary,
  type MeasureQuery,
  type ReadoutsView,
  type RelationView,
} from "../schema/index.ts";
import { stateNamed } from "./states.ts";
import type { Desk } from "./types.ts";

/** Figures of a dyad's measures that can be had as a file. */
export const MEASURE_FIGURES = ["index", "timeline", "depth", "third", "calendar"] as const;

export interface FigureChoice {
  readonly figure: (typeof MEASURE_FIGURES)[number];
  /** The index of this domain instead of all together. */
  readonly domain?: Domain;
  /** The third state, by code or name; the first of the measures where none is given. */
  readonly third?: string;
  /** In CSS pixels. */
  readonly width?: number;
}

const WIDTH = 720;
const MARKED = 5;

/** The DOM that figures are drawn in where there is no browser. */
const figureDocument = (): Document =>
  parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document;

function markedOf({ verdict, length }: DyadMeasures, incidents: readonly IncidentSummary[]) {
  const byId = new Map(incidents.map((incident) => [incident.id, incident]));
  return verdict.reasons
    .filter((reason) => reason.in === "window")
    .slice(0, MARKED)
    .flatMap(({ id }) => {
      const incident = byId.get(id);
      if (!incident?.date) return [];
      const { score, date, evidence } = incident;
      return [{ id, score, period: periodOf(date.from, length), label: evidence.words }];
    });
}

function indexSvg(
  measures: DyadMeasures,
  view: RelationView,
  { domain }: FigureChoice,
  options: FigureDraw,
): SVGElement {
  const { names, unit, rule, index, changes, outletChanges, kind } = measures;
  const chosen = index.find((one) => one.domain === domain);
  const all = domain === undefined && kind === "net";
  const measure = `${unit.charAt(0).toUpperCase()}${unit.slice(1)}${domain ? `, ${domain}` : ""}`;
  return indexFigure(
    {
      ...{ names, measure, points: chosen?.points ?? [], rule: rule.words },
      ...(all && { changes, marked: markedOf(measures, view.incidents) }),
      sourceChanges: outletChanges,
    },
    options,
  );
}

function thirdSvg(
  measures: DyadMeasures,
  third: DyadMeasures["thirdStates"][number] | undefined,
  options: FigureDraw,
): SVGElement {
  if (!third) throw new EntenteError("usage", { detail: "there is no such third state among those measured" });
  const { correlation, interval, points, directedAgainst, name } = third;
  const pairs = points.filter(({ first, second }) => first !== undefined && second !== undefined).length;
  const together =
    correlation === undefined || interval === undefined
      ? { value: undefined, reason: "too few pairs" as const }
      : { value: correlation, interval, pairs, effective: Number.NaN };
  const state = { dyad: measures.dyad, third: third.third, points, directedAgainst, together };
  return thirdStateFigure({ names: measures.names, third: name, state, rule: measures.rule.words }, options);
}

function calendarSvg({ names, incidents }: RelationView, options: FigureDraw): SVGElement {
  const happened = incidents.filter(({ status }) => status === "happened");
  const exact = happened.flatMap(({ id, score, date }) =>
    date && date.from === date.to ? [{ id, score, day: date.from }] : [],
  );
  const rule = "Every incident that happened counts.";
  return calendarFigure({ names, incidents: exact, inexact: happened.length - exact.length, rule }, options);
}

/** Two accounts side by side as the text of an SVG file. */
export function readoutsSvg(view: ReadoutsView, width = WIDTH): string {
  const bare = <T extends object>(statement: T) => ({ ...statement, lemmas: [] });
  const { first, second } = view;
  const comparison = {
    shared: view.shared.map((point) => ({ ...point, first: bare(point.first), second: bare(point.second) })),
    onlyFirst: view.onlyFirst.map(bare),
    onlySecond: view.onlySecond.map(bare),
    tone: { first: first.tone, second: second.tone },
  };
  const nameOf = ({ source: { publisher, document } }: ReadoutsView["first"]): string => publisher ?? document;
  const of = first.source.published?.slice(0, 10) ?? "Two accounts";
  const data = { names: [nameOf(first), nameOf(second)] as const, of, comparison };
  return `${svgText(readoutsFigure(data, { document: figureDocument(), width, scheme: "print" }))}\n`;
}

/** The bloc network as the text of an SVG file. */
export function blocsSvg(view: BlocsView, width = WIDTH): string {
  const { members, modularity = 0, frustration = 0, moves, baseline, period, rule } = view;
  const names = new Map(members.map(({ state, name }) => [state, name]));
  const data = {
    period: `${period.from} to ${period.to}`,
    blocs: { members, ties: view.ties, modularity, frustration },
    rule: rule.words,
    nameOf: (state: string): string => names.get(state) ?? state,
    ...(view.movesReason ? {} : { moved: { since: `${baseline.from} to ${baseline.to}`, moves } }),
  };
  return `${svgText(blocsFigure(data, { document: figureDocument(), width, scheme: "print" }))}\n`;
}

type FigureDraw = Parameters<typeof indexFigure>[1];

/** A figure of a dyad's measures as the text of an SVG file, black on white. Errors: those of `measure`, usage. */
export async function measureFigure(desk: Desk, query: MeasureQuery, choice: FigureChoice): Promise<string> {
  const options: FigureDraw = { document: figureDocument(), width: choice.width ?? WIDTH, scheme: "print" };
  const measures = await desk.measure(query);
  const { period, names, depth, rule, thirdStates } = measures;
  const view = await desk.relation({ a: query.a, b: query.b, ...period });
  const draw = async (): Promise<SVGElement> => {
    if (choice.figure === "index") return indexSvg(measures, view, choice, options);
    if (choice.figure === "depth") return depthFigure({ names, asOf: period.to, depth, rule: rule.words }, options);
    if (choice.figure === "timeline") return timelineFigure(view, options);
    if (choice.figure === "calendar") return calendarSvg(view, options);
    const code =
      choice.third === undefined ? thirdStates.at(0)?.third : stateNamed(await desk.states(), choice.third).code;
    return thirdSvg(
      measures,
      thirdStates.find(({ third }) => third === code),
      options,
    );
  };
  return `${svgText(await draw())}\n`;
}
