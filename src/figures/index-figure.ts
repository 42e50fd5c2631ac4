import * as Plot from "@observablehq/plot";
import type { ChangePoint, IndexPoint, SourceChange } from "../measures/index.ts";
import { type FigureOptions, frame, nothing, paletteOf, plotDefaults } from "./frame.ts";
import { axisOf, type IndexFigureData, MARGINS, reachOf, start, toldOf } from "./index-axes.ts";
import { annotations, LABEL, marks } from "./index-marks.ts";
import { indexText, titleOf } from "./index-words.ts";
import { legend } from "./legend.ts";
import { withAttributes } from "./marks.ts";
import { counted, signed } from "./words.ts";

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
