import * as Plot from "@observablehq/plot";
import { type IndexPoint, periodStart } from "../measures/index.ts";
import { type FigureOptions, frame, nothing, paletteOf, plotDefaults } from "./frame.ts";
import { legend } from "./legend.ts";
import type { FigureTable } from "./table.ts";
import { signed } from "./words.ts";

/** What the figure of directed indexes draws. */
export interface DirectedFigureData {
  readonly names: readonly [string, string];
  /** What is measured, with its unit. */
  readonly measure: string;
  /** What the first does towards the second, and what the second does towards the first. */
  readonly there: readonly IndexPoint[];
  readonly back: readonly IndexPoint[];
  /** How much more the first does, with its 90 % band. */
  readonly asymmetry: readonly {
    readonly period: string;
    readonly difference: number;
    readonly band90: readonly [number, number];
  }[];
  /** The counting rule in words. */
  readonly rule: string;
}

/**
 * What each of two states does towards the other, as a full and a dashed line in their 90 % bands; below it, how much
 * more the first does.
 */
export function directedFigure(data: DirectedFigureData, options: FigureOptions): SVGElement {
  const words = { kind: "directed", title: titleOf(data), text: directedText(data) };
  if (data.there.length === 0 && data.back.length === 0) return frame([nothing("No value", options)], words, options);
  const palette = paletteOf(options);
  const head = legend(
    [
      { shape: "line", fill: "none", stroke: palette.ink, label: `${data.names[0]} to ${data.names[1]}` },
      { shape: "dashed", fill: "none", stroke: palette.ink, label: `${data.names[1]} to ${data.names[0]}` },
      { shape: "block", fill: palette.muted, opacity: 0.25, label: "holds it with 90 %" },
    ],
    options,
  );
  const parts = [head, lines(data, options)];
  if (data.asymmetry.length > 0) parts.push(difference(data, options));
  return frame(parts, words, options);
}

const MARGINS = { marginLeft: 46, marginRight: 22 };

const start = (point: { readonly period: string }): Date => new Date(`${periodStart(point.period)}T00:00:00Z`);

function axisOf({ there, back }: DirectedFigureData) {
  const dates = [...there, ...back].map((point) => start(point).getTime());
  return {
    type: "utc" as const,
    domain: [Math.min(...dates), Math.max(...dates)].map((at) => new Date(at)),
    label: null,
  };
}

const tick = (value: number): string => signed(value);

function lines(data: DirectedFigureData, options: FigureOptions): Element {
  const palette = paletteOf(options);
  const one = (points: readonly IndexPoint[], strokeDasharray?: string) => [
    Plot.areaY(points, {
      x: start,
      y1: (point: IndexPoint) => point.band90[0],
      y2: (point: IndexPoint) => point.band90[1],
      fill: palette.muted,
      fillOpacity: 0.18,
    }),
    Plot.line(points, { x: start, y: "level", stroke: palette.ink, strokeWidth: 2, strokeDasharray }),
  ];
  return Plot.plot({
    ...plotDefaults(options),
    ...MARGINS,
    height: 200,
    marginTop: 24,
    x: axisOf(data),
    y: { label: null, nice: true },
    marks: [
      Plot.axisY({ anchor: "left", ticks: 5, tickFormat: tick }),
      Plot.axisX({ anchor: "bottom", ticks: Math.max(3, Math.floor(options.width / 90)) }),
      Plot.ruleY([0], { stroke: palette.muted }),
      ...one(data.there),
      ...one(data.back, "5 4"),
      Plot.text([data.measure], { frameAnchor: "top-left", dy: -20, fontWeight: 600 }),
    ],
  }) as Element;
}

function difference(data: DirectedFigureData, options: FigureOptions): Element {
  const palette = paletteOf(options);
  return Plot.plot({
    ...plotDefaults(options),
    ...MARGINS,
    height: 130,
    marginTop: 24,
    x: axisOf(data),
    y: { label: null, nice: true },
    marks: [
      Plot.axisY({ anchor: "left", ticks: 3, tickFormat: tick }),
      Plot.axisX({ anchor: "bottom", ticks: Math.max(3, Math.floor(options.width / 90)) }),
      Plot.ruleY([0], { stroke: palette.muted }),
      Plot.areaY(data.asymmetry, {
        x: start,
        y1: (point) => point.band90[0],
        y2: (point) => point.band90[1],
        fill: palette.muted,
        fillOpacity: 0.25,
      }),
      Plot.line(data.asymmetry, { x: start, y: "difference", stroke: palette.ink, strokeWidth: 2 }),
      Plot.text([`How much more ${data.names[0]} does`], { frameAnchor: "top-left", dy: -20, fontWeight: 600 }),
    ],
  }) as Element;
}

const titleOf = ({ names }: DirectedFigureData): string => `${names.join(" and ")}: what each does towards the other`;

/** The figure in words: where both levels ended, and how far they lie apart. */
export function directedText(data: DirectedFigureData): string {
  const end = (points: readonly IndexPoint[], from: string, to: string): string => {
    const last = points.at(-1);
    return last ? `${from} to ${to} ${signed(last.level)} in ${last.period}` : `${from} to ${to} no value`;
  };
  const [a, b] = data.names;
  const apart = data.asymmetry.at(-1);
  const told = apart
    ? ` The difference is ${signed(apart.difference)} (90 %: ${signed(apart.band90[0])} to ${signed(apart.band90[1])}).`
    : "";
  return `${titleOf(data)}: ${end(data.there, a, b)}, ${end(data.back, b, a)}.${told} ${data.rule}`;
}

/** The figure's data, a row a period. */
export function directedTable(data: DirectedFigureData): FigureTable {
  const [a, b] = data.names;
  const back = new Map(data.back.map((point) => [point.period, point]));
  const apart = new Map(data.asymmetry.map((point) => [point.period, point]));
  return {
    caption: `${titleOf(data)}. ${data.rule}`,
    columns: ["Period", `${a} to ${b}`, `${b} to ${a}`, "Difference", "90 % from", "90 % to"],
    rows: data.there.map(({ period, level }) => [
      period,
      level,
      back.get(period)?.level ?? null,
      apart.get(period)?.difference ?? null,
      apart.get(period)?.band90[0] ?? null,
      apart.get(period)?.band90[1] ?? null,
    ]),
  };
}
