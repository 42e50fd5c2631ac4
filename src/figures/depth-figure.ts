import * as Plot from "@observablehq/plot";
import { type Depth, type DepthCell, RUNGS } from "../measures/index.ts";
import { type FigureOptions, frame, hatching, paletteOf, plotDefaults } from "./frame.ts";
import { legend } from "./legend.ts";
import { withAttributes } from "./marks.ts";
import type { FigureTable } from "./table.ts";
import { capital, counted } from "./words.ts";

/** What the depth matrix draws. */
export interface DepthFigureData {
  readonly names: readonly [string, string];
  readonly asOf: string;
  readonly depth: readonly Depth[];
  readonly rule: string;
}

/** One field of the matrix. */
type Field = DepthCell & { readonly domain: string };

const ROW = 30;

/** Below this width the rungs' names stand aslant. */
const NARROW = 860;

/**
 * Depth by domain: a row a domain, a column a rung. Full where the rung is kept up, hatched where it was reached and is
 * not, an empty frame where it never was; the number of incidents stands in it. Fields carry `data-incident`.
 */
export function depthFigure(data: DepthFigureData, options: FigureOptions): SVGElement {
  const palette = paletteOf(options);
  const pattern = `depth-reached-${options.scheme ?? "page"}`;
  const head = legend(
    [
      { shape: "block", fill: palette.cooperation, label: "kept up" },
      { shape: "block", fill: `url(#${pattern})`, stroke: palette.cooperation, label: "reached, not kept up" },
      { shape: "block", fill: palette.paper, stroke: palette.muted, label: "never" },
    ],
    options,
  );
  head.append(hatching(options.document, pattern, palette.cooperation, palette.paper));
  const words = { kind: "depth", title: titleOf(data), text: depthText(data) };
  return frame([head, matrix(data, pattern, options)], words, options);
}

function matrix(data: DepthFigureData, pattern: string, options: FigureOptions): Element {
  const palette = paletteOf(options);
  const fields = data.depth.flatMap(({ domain, cells }): Field[] => cells.map((cell) => ({ ...cell, domain })));
  const reached = fields.filter((field) => field.incidents.length > 0);
  const fill = (field: Field): string =>
    field.keptUp ? palette.cooperation : field.incidents.length > 0 ? `url(#${pattern})` : palette.paper;
  const narrow = options.width < NARROW;
  const marginTop = narrow ? 112 : 24;
  return Plot.plot({
    ...plotDefaults(options),
    height: marginTop + 6 + ROW * data.depth.length,
    marginLeft: 148,
    marginTop,
    marginRight: narrow ? 36 : 4,
    marginBottom: 6,
    x: { domain: RUNGS, axis: null, padding: 0.08 },
    y: { domain: data.depth.map((depth) => depth.domain), label: null, padding: 0.12 },
    color: { type: "identity" },
    marks: [
      Plot.axisY({ anchor: "left", tickSize: 0, tickFormat: capital }),
      Plot.text(RUNGS, {
        x: (rung) => rung,
        text: capital,
        frameAnchor: "top",
        lineAnchor: "bottom",
        dy: -6,
        ...(narrow ? { rotate: -62, textAnchor: "start", dx: 2 } : {}),
      }),
      Plot.cell(fields, {
        x: "rung",
        y: "domain",
        fill,
        stroke: (field) => (field.incidents.length > 0 ? palette.cooperation : palette.faint),
        title: fieldInWords,
        render: withAttributes((index) => ({
          "data-incident": fields[index].incidents.join(" "),
          "data-domain": fields[index].domain,
          "data-rung": fields[index].rung,
        })),
      }),
      Plot.text(reached, {
        x: "rung",
        y: "domain",
        text: (field) => String(field.incidents.length),
        fill: palette.ink,
        stroke: palette.paper,
        strokeWidth: 4,
        fontWeight: 600,
      }),
    ],
  }) as Element;
}

const titleOf = (data: DepthFigureData): string =>
  `${data.names.join(" and ")}: depth of cooperation by domain, as of ${data.asOf}`;

function fieldInWords(field: Field): string {
  const place = `${capital(field.domain)}, ${field.rung}`;
  if (field.incidents.length === 0) return `${place}: never`;
  const since = field.first ? `, first ${field.first}, last ${field.last}` : "";
  return `${place}: ${counted(field.incidents.length, "incident")}${since}${field.keptUp ? ", kept up" : ""}`;
}

/** The figure in words: the highest rung of each domain. */
export function depthText(data: DepthFigureData): string {
  const domains = data.depth.flatMap(({ domain, keptUp, reached }) => {
    if (!reached) return [];
    if (keptUp === reached) return [`${domain}: ${keptUp}, kept up`];
    return [`${domain}: ${reached} reached, ${keptUp ? `${keptUp} kept up` : "none kept up"}`];
  });
  return `${titleOf(data)}: ${domains.length > 0 ? domains.join("; ") : "none"}. ${data.rule}`;
}

/** The figure's data, a row a domain and rung that was reached. */
export function depthTable(data: DepthFigureData): FigureTable {
  return {
    caption: `${titleOf(data)}. ${data.rule}`,
    columns: ["Domain", "Rung", "Incidents", "First", "Last", "Kept up"],
    rows: data.depth.flatMap(({ domain, cells }) =>
      cells
        .filter((cell) => cell.incidents.length > 0)
        .map((cell) => [
          domain,
          cell.rung,
          cell.incidents.length,
          cell.first ?? null,
          cell.last ?? null,
          cell.keptUp ? "yes" : "no",
        ]),
    ),
  };
}
