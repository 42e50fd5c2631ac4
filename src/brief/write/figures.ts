import { parseHTML } from "linkedom";
import {
  depthFigure,
  depthTable,
  depthText,
  type FigureTable,
  indexFigure,
  indexTable,
  indexText,
  svgText,
  timelineFigure,
  timelineTable,
  timelineText,
} from "../../figures/index.ts";
import type { BriefFigure, DyadMeasures } from "../../schema/index.ts";
import type { BriefFacts } from "../facts.ts";
import { dayInWords } from "../grammar/dates.ts";

const WIDTH = 640;

/** Figures of a brief are drawn for print: literal colours, one width. */
const options = () => ({
  document: parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document,
  width: WIDTH,
  scheme: "print" as const,
});

function figure(
  id: string,
  caption: string,
  words: string,
  drawn: SVGElement,
  { columns, rows }: FigureTable,
): BriefFigure {
  const svg = svgText(drawn).replaceAll(/plot-[0-9a-f]+/g, `plot-${id}`);
  return { id, caption, words, svg, table: { columns: [...columns], rows: rows.map((row) => [...row]) } };
}

function indexOf({ names, index, changes, rule }: DyadMeasures): BriefFigure[] {
  const [all] = index;
  if (!all || all.points.length === 0) return [];
  const data = { names, measure: "Net score per 100 sources", points: all.points, changes, rule: rule.words };
  const caption = "Level of relations over the period, all domains, with 50 and 90 per cent bands";
  return [figure("index", caption, indexText(data), indexFigure(data, options()), indexTable(data))];
}

function depthOf({ names, period, depth, rule }: DyadMeasures): BriefFigure[] {
  if (depth.every(({ reached }) => reached === undefined)) return [];
  const data = { names, asOf: dayInWords(period.to), depth, rule: rule.words };
  return [
    figure(
      "depth",
      `Depth of cooperation by domain, as of ${data.asOf}`,
      depthText(data),
      depthFigure(data, options()),
      depthTable(data),
    ),
  ];
}

/** Months with their scores, the index with its bands, the depth by domain: those there is data for. */
export function figuresOf({ view, measures }: BriefFacts): BriefFigure[] {
  if (!measures) return [];
  const months = { names: view.names, period: view.period, months: view.months, incidents: view.incidents };
  const timeline =
    view.months.length > 0
      ? [
          figure(
            "months",
            "Incidents and net score by month and domain",
            timelineText(months),
            timelineFigure(months, options()),
            timelineTable(months),
          ),
        ]
      : [];
  return [...timeline, ...indexOf(measures), ...depthOf(measures)];
}
