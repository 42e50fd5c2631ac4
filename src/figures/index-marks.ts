import * as Plot from "@observablehq/plot";
import { type FigureOptions, paletteOf } from "./frame.ts";
import {
  type IndexFigureData,
  MARGINS,
  type MarkedIncident,
  markedOf,
  shareOf,
  start,
  toldOf,
  topOf,
} from "./index-axes.ts";
import { withAttributes } from "./marks.ts";

/** Height of a row of words above the figure. */
export const LABEL = 17;

/** Width of a letter. */
const LETTER = 5.6;

const shortened = (label: string, letters: number): string =>
  label.length <= letters ? label : `${label.slice(0, Math.max(8, letters - 2)).trimEnd()} …`;

/** Words above the figure, each in a row of its own, with a line down to where the incident stands. */
export function annotations(data: IndexFigureData, options: FigureOptions): Plot.Markish[] {
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

export function marks(data: IndexFigureData, options: FigureOptions): Plot.Markish[] {
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
