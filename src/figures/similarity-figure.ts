import * as Plot from "@observablehq/plot";
import { type IndexPoint, periodStart, type SimilarityMeasure } from "../measures/index.ts";
import { type FigureOptions, frame, nothing, paletteOf, plotDefaults } from "./frame.ts";
import { legend } from "./legend.ts";
import type { FigureTable } from "./table.ts";
import { signed } from "./words.ts";

/** One year of one measure; no value where there is none. */
export interface SimilarityPoint {
  readonly year: number;
  readonly value?: number;
  readonly items: number;
}

/** One measure over the years. At most four are told apart. */
export interface SimilaritySeries {
  readonly measure: SimilarityMeasure;
  readonly points: readonly SimilarityPoint[];
}

/** What the similarity figure draws. */
export interface SimilarityFigureData {
  readonly names: readonly [string, string];
  /** What the positions are: `votes in the UN General Assembly`. */
  readonly of: string;
  readonly series: readonly SimilaritySeries[];
  /** The index of the same dyad, drawn below on the same years. */
  readonly index?: readonly IndexPoint[];
}

const DASHES = ["none", "6 3", "2 2", "8 3 2 3"];
const MARGINS = { marginLeft: 40, marginRight: 16 };

/**
 * Similarity of positions over the years, each measure with its own dashes; a year without a value is a gap. Below it
 * the index of the dyad, on the same years.
 */
export function similarityFigure(data: SimilarityFigureData, options: FigureOptions): SVGElement {
  const words = { kind: "similarity", title: titleOf(data), text: similarityText(data) };
  const series = data.series.slice(0, DASHES.length);
  const years = series.flatMap(({ points }) =>
    points.flatMap((point) => (point.value === undefined ? [] : point.year)),
  );
  if (years.length === 0) return frame([nothing("No value", options)], words, options);
  const palette = paletteOf(options);
  const head = legend(
    series.map(({ measure }, at) => ({
      shape: "line",
      dashes: DASHES[at],
      fill: "none",
      stroke: palette.ink,
      label: measure,
    })),
    options,
  );
  const x = {
    type: "utc" as const,
    domain: [yearStart(Math.min(...years)), yearStart(Math.max(...years) + 1)],
    label: null,
  };
  const parts = [head, similarities(series, x, options)];
  if (data.index?.length) parts.push(indexPanel(data.index, x, options));
  return frame(parts, words, options);
}

const yearStart = (year: number): Date => new Date(Date.UTC(year, 0, 1));

function similarities(series: readonly SimilaritySeries[], x: Plot.ScaleOptions, options: FigureOptions): Element {
  const palette = paletteOf(options);
  return Plot.plot({
    ...plotDefaults(options),
    ...MARGINS,
    height: 210,
    marginTop: 24,
    x,
    y: { label: null, domain: [-1, 1] },
    marks: [
      Plot.axisY({ anchor: "left", ticks: 5, tickFormat: (value: number) => signed(value) }),
      Plot.axisX({ anchor: "bottom", ticks: Math.max(3, Math.floor(options.width / 90)) }),
      Plot.ruleY([0], { stroke: palette.muted }),
      ...series.map(({ points }, at) =>
        Plot.line(points, {
          x: (point) => yearStart(point.year),
          y: (point) => point.value ?? Number.NaN,
          stroke: palette.ink,
          strokeWidth: 1.6,
          strokeDasharray: DASHES[at],
        }),
      ),
      ...series.map(({ points, measure }) =>
        Plot.dot(points, {
          x: (point) => yearStart(point.year),
          y: (point) => point.value ?? Number.NaN,
          r: 1.8,
          fill: palette.ink,
          title: (point) => `${measure}, ${point.year}: ${signed(point.value ?? 0, 3)} (${point.items} items)`,
        }),
      ),
      Plot.text(["Similarity of positions, −1 to +1"], { frameAnchor: "top-left", dy: -20, fontWeight: 600 }),
    ],
  }) as Element;
}

function indexPanel(points: readonly IndexPoint[], x: Plot.ScaleOptions, options: FigureOptions): Element {
  const palette = paletteOf(options);
  const start = (point: IndexPoint): Date => new Date(`${periodStart(point.period)}T00:00:00Z`);
  return Plot.plot({
    ...plotDefaults(options),
    ...MARGINS,
    height: 170,
    marginTop: 24,
    clip: true,
    x,
    y: { label: null, nice: true },
    marks: [
      Plot.axisY({ anchor: "left", ticks: 4, tickFormat: (value: number) => signed(value) }),
      Plot.axisX({ anchor: "bottom", ticks: Math.max(3, Math.floor(options.width / 90)) }),
      Plot.ruleY([0], { stroke: palette.muted }),
      Plot.areaY(points, {
        x: start,
        y1: (point: IndexPoint) => point.band90[0],
        y2: (point: IndexPoint) => point.band90[1],
        fill: palette.cooperation,
        fillOpacity: 0.2,
      }),
      Plot.line(points, { x: start, y: "level", stroke: palette.cooperation, strokeWidth: 2 }),
      Plot.text(["Index of incidents, with its 90 % band"], {
        frameAnchor: "top-left",
        dy: -20,
        fontWeight: 600,
        clip: false,
      }),
    ],
  }) as Element;
}

const titleOf = (data: SimilarityFigureData): string => `${data.names.join(" and ")}: similarity of ${data.of}`;

/** The figure in words: first and last value of each measure. */
export function similarityText(data: SimilarityFigureData): string {
  const told = data.series.map(({ measure, points }) => {
    const known = points.filter((point) => point.value !== undefined);
    if (known.length === 0) return `${measure}: no value`;
    const [first, last] = [known[0], known[known.length - 1]];
    return `${measure} ${signed(first.value ?? 0, 2)} in ${first.year}, ${signed(last.value ?? 0, 2)} in ${last.year}`;
  });
  return `${titleOf(data)}: ${told.join("; ")}.`;
}

/** The figure's data, a row a measure and year. */
export function similarityTable(data: SimilarityFigureData): FigureTable {
  return {
    caption: titleOf(data),
    columns: ["Measure", "Year", "Items", "Value"],
    rows: data.series.flatMap(({ measure, points }) =>
      points.map((point) => [measure, point.year, point.items, point.value ?? null]),
    ),
  };
}
