import * as Plot from "@observablehq/plot";
import { type ChangePoint, type IndexPoint, periodStart, type SourceChange } from "../measures/index.ts";
import type { IncidentSummary } from "../schema/index.ts";
import { type FigureOptions, frame, nothing, paletteOf, plotDefaults } from "./frame.ts";
import { legend } from "./legend.ts";
import { withAttributes } from "./marks.ts";
import type { FigureTable } from "./table.ts";
import { counted, signed } from "./words.ts";

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

/**
 * An index over time: the level as a line in its 50 % and 90 % bands, observations as rings, marked incidents as
 * triangles (upwards for cooperation) with their words or a number, changes of the level and of the sources as upright
 * lines; below it, the source families read in each period.
 */
export function indexFigure(data: IndexFigureData, options: FigureOptions): SVGElement {
  const words = { kind: "index", title: titleOf(data), text: indexText(data) };
  if (data.points.length === 0) return frame([nothing("No value", options)], words, options);
  const palette = paletteOf(options);
  const head = legend(
    [
      { shape: "line", fill: "none", stroke: palette.cooperation, label: "level" },
      { shape: "block", fill: palette.cooperation, opacity: 0.45, label: "holds it with 50 %" },
      { shape: "block", fill: palette.cooperation, opacity: 0.18, label: "with 90 %" },
      { shape: "circle", fill: "none", stroke: palette.muted, label: "observed" },
      ...(data.changes?.length
        ? [{ shape: "dashed" as const, fill: "none", stroke: palette.ink, label: "change" }]
        : []),
    ],
    options,
  );
  return frame([head, levels(data, options), reading(data, options)], words, options);
}

const MARGINS = { marginLeft: 46, marginRight: 22 };

const start = (point: { readonly period: string }): Date => new Date(`${periodStart(point.period)}T00:00:00Z`);

const axisOf = (data: IndexFigureData): { readonly type: "utc"; readonly domain: Date[]; readonly label: null } => {
  const dates = data.points.map(start);
  return { type: "utc", domain: [dates[0], dates[dates.length - 1]], label: null };
};

function levels(data: IndexFigureData, options: FigureOptions): Element {
  const palette = paletteOf(options);
  const seen = data.points.filter((point) => point.observed !== undefined);
  const band = (name: "band50" | "band90", fillOpacity: number) =>
    Plot.areaY(data.points, {
      x: start,
      y1: (point) => point[name][0],
      y2: (point) => point[name][1],
      fill: palette.cooperation,
      fillOpacity,
    });
  const room = LABEL * toldOf(data).length;
  return Plot.plot({
    ...plotDefaults(options),
    ...MARGINS,
    height: 230 + room,
    marginTop: 24 + room,
    x: axisOf(data),
    y: { label: null, domain: reachOf(data) },
    marks: [
      Plot.axisY({ anchor: "left", ticks: 5, tickFormat: (value: number) => signed(value) }),
      Plot.axisX({ anchor: "bottom", ticks: [] }),
      Plot.ruleY([0], { stroke: palette.muted }),
      band("band90", 0.18),
      band("band50", 0.27),
      Plot.ruleX(data.changes ?? [], {
        x: start,
        stroke: palette.ink,
        strokeDasharray: "4 3",
        title: (change: ChangePoint) => `Change: ${signed(change.before)} to ${signed(change.after)}`,
      }),
      Plot.line(data.points, { x: start, y: "level", stroke: palette.cooperation, strokeWidth: 2 }),
      Plot.dot(seen, {
        x: start,
        y: "observed",
        r: 2,
        stroke: palette.muted,
        title: (point: IndexPoint) => `${point.period}: ${signed(point.observed ?? 0)}`,
        render: withAttributes((index) => ({ "data-period": seen[index].period })),
      }),
      ...annotations(data, options),
      ...marks(data, options),
      Plot.text([data.measure], { frameAnchor: "top-left", dy: -20 - room, fontWeight: 600 }),
    ],
  }) as Element;
}

/** Height of a row of words above the figure, and the width of a letter. */
const LABEL = 17;
const LETTER = 5.6;

const markedOf = (data: IndexFigureData): MarkedIncident[] => {
  const drawn = new Set(data.points.map(({ period }) => period));
  return (data.marked ?? []).filter(({ period }) => drawn.has(period));
};

/**
 * The incidents whose words stand in the figure, from the top row down: words of the left half run to the right and stand
 * lower the later they are, words of the right half the other way round, so that no line crosses the words of its half.
 */
function toldOf(data: IndexFigureData): MarkedIncident[] {
  const told = markedOf(data)
    .filter((incident) => incident.told)
    .sort((a, b) => (a.period < b.period ? -1 : 1));
  const [left, right] = [true, false].map((half) => told.filter((one) => shareOf(data, one) < 0.5 === half));
  return [...left, ...right.reverse()];
}

/** The share of the axis at which a period stands. */
function shareOf(data: IndexFigureData, incident: MarkedIncident): number {
  const [from, to] = axisOf(data).domain.map(Number);
  return to > from ? (start(incident).getTime() - from) / (to - from) : 0;
}

const shortened = (label: string, letters: number): string =>
  label.length <= letters ? label : `${label.slice(0, Math.max(8, letters - 2)).trimEnd()} …`;

/** Words above the figure, each in a row of its own, with a line down to where the incident stands. */
function annotations(data: IndexFigureData, options: FigureOptions): Plot.Markish[] {
  const palette = paletteOf(options);
  const told = toldOf(data);
  const levelAt = new Map(data.points.map((point) => [point.period, point.level]));
  const width = options.width - MARGINS.marginLeft - MARGINS.marginRight;
  const rows = told.map((incident, at) => {
    const share = shareOf(data, incident);
    return {
      incident,
      left: share < 0.5,
      room: Math.max(share, 1 - share) * width,
      dy: -11 - LABEL * (told.length - at - 1),
    };
  });
  return [
    ...rows.map(({ incident, dy }) =>
      Plot.ruleX([incident], {
        x: start,
        y1: topOf(data),
        y2: () => levelAt.get(incident.period) ?? 0,
        insetTop: dy + 3,
        stroke: palette.muted,
        strokeWidth: 0.8,
      }),
    ),
    ...rows.map(({ incident, left, room, dy }) =>
      Plot.text([incident], {
        x: start,
        text: [shortened(incident.label, Math.floor(room / LETTER))],
        title: "label",
        frameAnchor: "top",
        textAnchor: left ? "start" : "end",
        dx: left ? 4 : -4,
        dy,
        fill: palette.ink,
        stroke: palette.paper,
        render: withAttributes(() => ({ "data-incident": incident.id })),
      }),
    ),
  ];
}

/** The top of the axis: above every band and observation. */
function reachOf(data: IndexFigureData): [number, number] {
  const values = data.points.flatMap(({ band90, observed = 0 }) => [...band90, observed]);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const space = (high - low || 1) * 0.04;
  return [low - space, high + space];
}

const topOf = (data: IndexFigureData): number => reachOf(data)[1];

function marks(data: IndexFigureData, options: FigureOptions): Plot.Markish[] {
  const palette = paletteOf(options);
  const levelAt = new Map(data.points.map((point) => [point.period, point.level]));
  const marked = markedOf(data);
  const numbered = marked.filter(({ told }) => !told);
  const height = (incident: MarkedIncident): number => levelAt.get(incident.period) ?? 0;
  const symbol = (incident: MarkedIncident) => (incident.score < 0 ? flipped : "triangle");
  return [
    Plot.dot(marked, {
      x: start,
      y: height,
      symbol,
      r: 4.5,
      fill: palette.paper,
      stroke: palette.ink,
      title: "label",
      render: withAttributes((index) => ({ "data-incident": marked[index].id })),
    }),
    Plot.text(numbered, {
      x: start,
      y: height,
      text: (_, index) => String((data.marked ?? []).indexOf(numbered[index]) + 1),
      dy: -11,
      fontWeight: 600,
      stroke: palette.paper,
      fill: palette.ink,
    }),
  ];
}

/** A triangle on its tip: conflict. */
const flipped = {
  draw(context: CanvasPath, size: number): void {
    const half = Math.sqrt(size / Math.sqrt(3));
    context.moveTo(-half, -half * 0.6);
    context.lineTo(half, -half * 0.6);
    context.lineTo(0, half * 1.1);
    context.closePath();
  },
};

/** Source families read, beside every count. */
function reading(data: IndexFigureData, options: FigureOptions): Element {
  const palette = paletteOf(options);
  const sources = (data.sourceChanges ?? []).filter((change) => data.points.some((p) => p.period === change.period));
  const most = Math.max(...data.points.map((point) => point.families));
  return Plot.plot({
    ...plotDefaults(options),
    ...MARGINS,
    height: 84,
    marginTop: 18,
    marginBottom: 30,
    x: axisOf(data),
    y: { label: null, domain: [0, Math.max(1, most)] },
    marks: [
      Plot.axisY([0, most], { anchor: "left", tickSize: 3 }),
      Plot.axisX({ anchor: "bottom", ticks: Math.max(3, Math.floor(options.width / 90)) }),
      Plot.areaY(data.points, { x: start, y: "families", fill: palette.muted, fillOpacity: 0.5, curve: "step-after" }),
      Plot.ruleX(sources, {
        x: start,
        stroke: palette.conflict,
        strokeWidth: 1.5,
        title: (change: SourceChange) => `${change.outlet} ${change.change}`,
      }),
      Plot.text([readingLabel(sources.length)], { frameAnchor: "top-left", dy: -16 }),
    ],
  }) as Element;
}

const readingLabel = (changes: number): string =>
  changes === 0 ? "Source families read" : `Source families read (${counted(changes, "change")} of the source set)`;

const titleOf = (data: IndexFigureData): string => `${data.names.join(" and ")}: ${data.measure}`;

/** The figure in words: where the level began and ended, and the changes between. */
export function indexText(data: IndexFigureData): string {
  const first = data.points[0];
  const last = data.points[data.points.length - 1];
  if (!first) return `${titleOf(data)}: no value. ${data.rule}`;
  const ends = [first, last].map(
    ({ period, level, band90 }) => `${signed(level)} in ${period} (90 %: ${signed(band90[0])} to ${signed(band90[1])})`,
  );
  const changes = (data.changes ?? []).map(
    (change) => ` It changed in ${change.period} from ${signed(change.before)} to ${signed(change.after)}.`,
  );
  const sources = (data.sourceChanges ?? []).map((one) => ` ${one.outlet} was ${one.change} in ${one.period}.`);
  const told = toldOf(data).map(({ label }) => ` Marked: ${label}.`);
  return `${titleOf(data)}: ${ends.join(", then ")}.${changes.join("")}${sources.join("")}${told.join("")} ${data.rule}`;
}

/** The figure's data, a row a period. */
export function indexTable(data: IndexFigureData): FigureTable {
  return {
    caption: `${titleOf(data)}. ${data.rule}`,
    columns: [
      "Period",
      "Incidents",
      "Families read",
      "Observed",
      "Level",
      "50 % from",
      "50 % to",
      "90 % from",
      "90 % to",
    ],
    rows: data.points.map((point) => [
      point.period,
      point.incidents,
      point.families,
      point.observed ?? null,
      point.level,
      ...point.band50,
      ...point.band90,
    ]),
  };
}
