import * as Plot from "@observablehq/plot";
import type { ActorView } from "../schema/index.ts";
import { type FigureOptions, frame, nothing, paletteOf, plotDefaults } from "./frame.ts";
import { legend } from "./legend.ts";
import type { FigureTable } from "./table.ts";
import { counted, monthInWords } from "./words.ts";

/** What an actor said and did by month. */
export type ActivityData = Pick<ActorView, "months"> & { readonly name: string };

const LEAST_MONTHS = 12;
const HEIGHT = 190;

/** Milliseconds of the first instant of a month, `shift` months later. */
const monthStart = (month: string, shift = 0): number =>
  Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + shift);

/**
 * Saying and doing by month: quotations stand above the line in outline, incidents hang below it full. The two have one
 * scale.
 */
export function activityFigure(data: ActivityData, options: FigureOptions): SVGElement {
  const words = { kind: "activity", title: titleOf(data), text: activityText(data) };
  if (data.months.length === 0) return frame([nothing("Nothing with a known month", options)], words, options);
  const { ink, paper } = paletteOf(options);
  const head = legend(
    [
      { shape: "block", fill: paper, stroke: ink, label: "quotations, above the line" },
      { shape: "block", fill: ink, label: "incidents, below it" },
    ],
    options,
  );
  return frame([head, bars(data, options)], words, options);
}

function bars({ months }: ActivityData, options: FigureOptions): Element {
  const { ink, paper } = paletteOf(options);
  const all = months.map(({ month }) => month).sort();
  const last = Math.max(monthStart(all[all.length - 1], 1), monthStart(all[0], LEAST_MONTHS));
  const bounds = {
    x1: ({ month }: { month: string }) => monthStart(month),
    x2: ({ month }: { month: string }) => monthStart(month, 1),
    y1: 0,
  };
  const most = (part: "said" | "did"): number => Math.max(1, ...months.map((each) => each[part]));
  return Plot.plot({
    ...plotDefaults(options),
    height: HEIGHT,
    marginTop: 8,
    marginLeft: 34,
    x: { type: "utc", domain: [new Date(monthStart(all[0])), new Date(last)], label: null },
    y: {
      label: null,
      domain: [-most("did"), most("said")],
      ticks: 4,
      tickFormat: (value: number) => (Number.isInteger(value) ? String(Math.abs(value)) : ""),
    },
    marks: [
      Plot.axisX({ anchor: "bottom", ticks: Math.max(3, Math.floor(options.width / 90)) }),
      Plot.rect(
        months.filter(({ said }) => said > 0),
        {
          ...bounds,
          y2: "said",
          fill: paper,
          stroke: ink,
          insetLeft: 0.5,
          insetRight: 0.5,
          title: ({ month, said }) => `${monthInWords(month)}: ${counted(said, "quotation")}`,
        },
      ),
      Plot.rect(
        months.filter(({ did }) => did > 0),
        {
          ...bounds,
          y2: ({ did }) => -did,
          fill: ink,
          insetLeft: 0.5,
          insetRight: 0.5,
          title: ({ month, did }) => `${monthInWords(month)}: ${counted(did, "incident")}`,
        },
      ),
      Plot.ruleY([0], { stroke: ink }),
    ],
  }) as Element;
}

const titleOf = ({ name }: ActivityData): string => `${name}: said and done by month`;

const sum = ({ months }: ActivityData, part: "said" | "did"): number =>
  months.reduce((total, each) => total + each[part], 0);

/** The figure in words: how much, when. */
export function activityText(data: ActivityData): string {
  const months = data.months.map(({ month }) => month).sort();
  if (months.length === 0) return `${data.name}: nothing with a known month.`;
  const period = `${monthInWords(months[0])} to ${monthInWords(months[months.length - 1])}`;
  return `${data.name}: ${counted(sum(data, "said"), "quotation")} and ${counted(sum(data, "did"), "incident")}, ${period}.`;
}

/** The figure's data, a row a month. */
export const activityTable = (data: ActivityData): FigureTable => ({
  caption: titleOf(data),
  columns: ["Month", "Quotations", "Incidents"],
  rows: data.months.map(({ month, said, did }) => [month, said, did]),
});
