import * as Plot from "@observablehq/plot";
import { DOMAINS, type Domain, type IncidentSummary, type RelationView } from "../schema/index.ts";
import { type FigureOptions, frame, hatching, nothing, paletteOf, plotDefaults } from "./frame.ts";
import { type Key, legend } from "./legend.ts";
import { withAttributes } from "./marks.ts";
import type { FigureTable } from "./table.ts";
import { capital, counted, monthInWords, signed } from "./words.ts";

/** What the timeline draws: a `RelationView` is one. */
export type TimelineData = Pick<RelationView, "names" | "months"> & {
  readonly period?: RelationView["period"];
  /** The score of each counted incident; a month whose incidents are not all here is drawn as one net bar. */
  readonly incidents: readonly Pick<IncidentSummary, "id" | "score" | "type">[];
};

/** A block of a month's bar: one incident, or the whole month where its incidents are not at hand. */
interface Block {
  readonly month: string;
  readonly domain: Domain;
  readonly ids: readonly string[];
  readonly type?: string;
  readonly from: number;
  readonly to: number;
}

const ROW = 74;
/** Pixels that a month takes, below which its incidents are drawn as one bar each way: hairlines between them would fill it. */
const LEAST_STEP = 7;
const LEAST_MONTHS = 12;

/**
 * Incidents by month, one row a domain: cooperation stands above the line and is full, conflict hangs below it
 * and is hatched; a block's height is the incident's score. Blocks carry `data-incident` and `data-month`.
 */
export function timelineFigure(data: TimelineData, options: FigureOptions): SVGElement {
  const words = { kind: "timeline", title: titleOf(data), text: timelineText(data) };
  const palette = paletteOf(options);
  const pattern = `timeline-conflict-${options.scheme ?? "page"}`;
  const keys: Key[] = [
    { shape: "block", fill: palette.cooperation, label: "cooperation, above the line" },
    ...(isFine(data, options)
      ? [{ shape: "block" as const, fill: palette.conflict, label: "conflict, below it" }]
      : [
          {
            shape: "block" as const,
            fill: `url(#${pattern})`,
            stroke: palette.conflict,
            label: "conflict, below it",
          },
          {
            shape: "diamond" as const,
            fill: palette.paper,
            stroke: palette.ink,
            label: "net, where a month has both",
          },
        ]),
  ];
  const head = legend(keys, options);
  head.append(hatching(options.document, pattern, palette.conflict, palette.paper));
  const body = data.months.length > 0 ? rows(data, pattern, options) : nothing("No dated incidents", options);
  return frame([head, body], words, options);
}

function rows(data: TimelineData, pattern: string, options: FigureOptions): Element {
  const palette = paletteOf(options);
  const fine = isFine(data, options);
  const blocks = fine ? monthsOf(data) : blocksOf(data);
  const domains = DOMAINS.filter((domain) => blocks.some((block) => block.domain === domain));
  const neutral = blocks.filter((block) => block.to === block.from);
  const middle = (cell: { readonly month: string }) => (monthStart(cell.month) + monthStart(cell.month, 1)) / 2;
  const bounds = { x1: (block: Block) => monthStart(block.month), x2: (block: Block) => monthStart(block.month, 1) };
  const bar = (part: readonly Block[], style: Plot.RectOptions) =>
    Plot.rect(part, {
      ...bounds,
      y1: "from",
      y2: "to",
      fy: "domain",
      inset: fine ? 0 : 0.5,
      title: blockTitle,
      render: withAttributes((index) => attributesOf(part[index])),
      ...style,
    });
  return Plot.plot({
    ...plotDefaults(options),
    height: 48 + ROW * domains.length,
    marginTop: 18,
    marginLeft: 34,
    marginRight: 22,
    x: { type: "utc", domain: extent(data), label: null },
    y: { label: null, nice: true, ticks: 3, domain: reach(blocks) },
    fy: { domain: domains, axis: null, padding: 0.28 },
    marks: [
      Plot.axisY({ anchor: "left", ticks: 3, tickFormat: (value: number) => signed(value) }),
      Plot.axisX({ anchor: "bottom", ticks: Math.max(3, Math.floor(options.width / 90)) }),
      Plot.ruleY([0], { stroke: palette.ink }),
      bar(
        blocks.filter((block) => block.to > block.from),
        { fill: palette.cooperation },
      ),
      bar(
        blocks.filter((block) => block.to < block.from),
        fine ? { fill: palette.conflict } : { fill: `url(#${pattern})`, stroke: palette.conflict },
      ),
      Plot.dot(neutral, {
        x: middle,
        y: "from",
        fy: "domain",
        r: 2.5,
        fill: palette.muted,
        title: blockTitle,
        render: withAttributes((index) => attributesOf(neutral[index])),
      }),
      Plot.dot(fine ? [] : mixedMonths(data), {
        x: middle,
        y: "net",
        fy: "domain",
        symbol: "diamond",
        r: Math.min(3.5, Math.max(2, options.width / spanOf(data) / 3)),
        fill: palette.paper,
        stroke: palette.ink,
        title: (cell) => `${capital(cell.domain)}, ${monthInWords(cell.month)}: net ${signed(cell.net)}`,
      }),
      Plot.text(domains, {
        fy: (domain) => domain,
        text: capital,
        frameAnchor: "top-left",
        lineAnchor: "bottom",
        dy: -4,
        fontWeight: 600,
      }),
    ],
  }) as Element;
}

const titleOf = (data: TimelineData): string => `${data.names.join(" and ")}: incidents by month and domain`;

/** Milliseconds of the first instant of a month, `shift` months later. */
const monthStart = (month: string, shift = 0): number =>
  Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + shift);

function blocksOf(data: TimelineData): Block[] {
  const scores = new Map(data.incidents.map((incident) => [incident.id, incident]));
  return data.months.flatMap((cell) => {
    const known = cell.ids.flatMap((id) => scores.get(id) ?? []);
    const { month, domain } = cell;
    if (known.length < cell.ids.length) return [{ month, domain, ids: cell.ids, from: 0, to: cell.net }];
    let above = 0;
    let below = 0;
    return known.map((incident) => {
      const from = incident.score < 0 ? below : above;
      const to = from + incident.score;
      if (incident.score < 0) below = to;
      else above = to;
      return { month, domain, ids: [incident.id], type: incident.type, from, to };
    });
  });
}

/** Whether months are too narrow to show their incidents one by one. */
const isFine = (data: TimelineData, { width }: FigureOptions): boolean =>
  data.months.length > 0 && width / spanOf(data) < LEAST_STEP;

/** A month's cooperation and its conflict as one bar each. */
function monthsOf(data: TimelineData): Block[] {
  const parts = Map.groupBy(
    blocksOf(data),
    ({ month, domain, from, to }) => `${month} ${domain} ${Math.sign(to - from)}`,
  );
  return [...parts.values()].map((blocks) => ({
    month: blocks[0].month,
    domain: blocks[0].domain,
    ids: blocks.flatMap(({ ids }) => ids),
    ...(blocks.length === 1 && { type: blocks[0].type }),
    from: 0,
    to: blocks.reduce((sum, { from, to }) => sum + to - from, 0),
  }));
}

function mixedMonths(data: TimelineData): TimelineData["months"] {
  const scores = new Map(data.incidents.map((incident) => [incident.id, incident.score]));
  return data.months.filter((cell) => {
    const signs = new Set(cell.ids.map((id) => Math.sign(scores.get(id) ?? 0)));
    return signs.has(1) && signs.has(-1);
  });
}

const attributesOf = (block: Block) => ({
  "data-incident": block.ids.join(" "),
  "data-month": block.month,
  "data-domain": block.domain,
});

const blockTitle = (block: Block): string =>
  block.type
    ? `${block.type}, ${monthInWords(block.month)}: ${signed(block.to - block.from)}`
    : `${monthInWords(block.month)}, ${counted(block.ids.length, "incident")}: net ${signed(block.to)}`;

/** At least a year, so that one month does not fill the page. */
function extent(data: TimelineData): [Date, Date] {
  const months = data.months.map((cell) => cell.month);
  const ends = data.period ? [data.period.from.slice(0, 7), data.period.to.slice(0, 7)] : [];
  const all = [...months, ...ends].sort();
  const first = all[0] ?? "2000-01";
  const from = monthStart(first);
  const to = Math.max(monthStart(all[all.length - 1] ?? first, 1), monthStart(first, LEAST_MONTHS));
  return [new Date(from), new Date(to)];
}

/** Length of the time axis in months. */
function spanOf(data: TimelineData): number {
  const [from, to] = extent(data);
  return (to.getTime() - from.getTime()) / (30.44 * 86_400_000);
}

/** The highest and lowest stack, and the line between. */
function reach(blocks: readonly Block[]): [number, number] {
  const ends = blocks.map((block) => block.to);
  return [Math.min(0, ...ends), Math.max(1, ...ends)];
}

/** The figure in words: how many, when, in what. */
export function timelineText(data: TimelineData): string {
  if (data.months.length === 0) return `${data.names.join(" and ")}: no dated incidents.`;
  const total = sum(data.months, "incidents");
  const months = data.months.map((cell) => cell.month).sort();
  const byDomain = DOMAINS.flatMap((domain) => {
    const cells = data.months.filter((cell) => cell.domain === domain);
    if (cells.length === 0) return [];
    return [`${domain} ${sum(cells, "incidents")} (net ${signed(sum(cells, "net"))})`];
  });
  const period = `${monthInWords(months[0])} to ${monthInWords(months[months.length - 1])}`;
  const net = signed(sum(data.months, "net"));
  return `${data.names.join(" and ")}: ${counted(total, "incident")}, ${period}, net score ${net}: ${byDomain.join(", ")}.`;
}

const sum = (cells: TimelineData["months"], key: "incidents" | "net"): number =>
  cells.reduce((total, cell) => total + cell[key], 0);

/** The figure's data, a row a month and domain. */
export function timelineTable(data: TimelineData): FigureTable {
  return {
    caption: titleOf(data),
    columns: ["Month", "Domain", "Incidents", "Net score"],
    rows: data.months.map((cell) => [cell.month, cell.domain, cell.incidents, cell.net]),
  };
}
