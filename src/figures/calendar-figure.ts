import * as Plot from "@observablehq/plot";
import type { IncidentSummary } from "../schema/index.ts";
import { type FigureOptions, frame, hatching, nothing, paletteOf, plotDefaults } from "./frame.ts";
import { legend } from "./legend.ts";
import { withAttributes } from "./marks.ts";
import type { FigureTable } from "./table.ts";
import { counted, signed } from "./words.ts";

/** What the calendar draws: incidents that happened on a day known exactly, and how many others there are. */
export interface CalendarData {
  readonly names: readonly [string, string];
  readonly incidents: readonly (Pick<IncidentSummary, "id" | "score"> & { readonly day: string })[];
  /** Incidents whose day is not known exactly: not drawn, but said. */
  readonly inexact: number;
  readonly rule: string;
}

/** One day with its incidents. */
interface CalendarDay {
  readonly day: string;
  readonly year: string;
  readonly week: number;
  readonly weekday: number;
  readonly ids: readonly string[];
  readonly kind: "cooperation" | "conflict" | "both";
  readonly net: number;
}

const DAY_MS = 86_400_000;
const WEEKDAYS = 7;

/**
 * Days with incidents, a block a year, a column a week, a row a weekday: full for cooperation, hatched for conflict, a
 * diamond on it where a day has both. Days carry `data-incident` and `data-day`.
 */
export function calendarFigure(data: CalendarData, options: FigureOptions): SVGElement {
  const words = { kind: "calendar", title: titleOf(data), text: calendarText(data) };
  if (data.incidents.length === 0) return frame([nothing("No incidents with a known day", options)], words, options);
  const palette = paletteOf(options);
  const pattern = `calendar-conflict-${options.scheme ?? "page"}`;
  const head = legend(
    [
      { shape: "block", fill: palette.cooperation, label: "cooperation" },
      { shape: "block", fill: `url(#${pattern})`, stroke: palette.conflict, label: "conflict" },
      { shape: "diamond", fill: palette.paper, stroke: palette.ink, label: "both" },
    ],
    options,
  );
  head.append(hatching(options.document, pattern, palette.conflict, palette.paper));
  return frame([head, years(data, pattern, options)], words, options);
}

function years(data: CalendarData, pattern: string, options: FigureOptions): Element {
  const palette = paletteOf(options);
  const days = daysOf(data);
  const names = yearsOf(data);
  const cell = Math.min(16, (options.width - 40) / 54);
  const block = cell * WEEKDAYS;
  const place = { x: "week", y: "weekday", fy: "year" };
  const drawn = (kinds: readonly string[], style: object) => {
    const part = days.filter((day) => kinds.includes(day.kind));
    const render = withAttributes((at) => ({ "data-incident": part[at].ids.join(" "), "data-day": part[at].day }));
    return Plot.cell(part, { ...place, inset: 0.4, title: dayInWords, render, ...style });
  };
  return Plot.plot({
    ...plotDefaults(options),
    height: 22 + (block + 20) * names.length,
    marginLeft: 34,
    marginRight: Math.max(2, options.width - 34 - cell * 54),
    marginTop: 20,
    marginBottom: 2,
    x: { domain: Array.from({ length: 54 }, (_, week) => week), axis: null, padding: 0 },
    y: { domain: [0, 1, 2, 3, 4, 5, 6], axis: null, padding: 0 },
    fy: { domain: names, axis: null, padding: 20 / (block + 20) },
    marks: [
      Plot.cell(names.flatMap(allDays), { ...place, inset: 0.4, fill: palette.faint, fillOpacity: 0.5 }),
      drawn(["cooperation", "both"], { fill: palette.cooperation }),
      drawn(["conflict"], { fill: `url(#${pattern})`, stroke: palette.conflict }),
      Plot.dot(
        days.filter((day) => day.kind === "both"),
        { ...place, symbol: "diamond", r: cell / 3, fill: palette.paper, stroke: palette.ink },
      ),
      Plot.text(names, { fy: (year) => year, text: (year) => year, frameAnchor: "left", dx: -30, fontWeight: 600 }),
      Plot.text(names.flatMap(monthLabels), {
        x: "week",
        fy: "year",
        text: "label",
        frameAnchor: "top",
        dy: -12,
        textAnchor: "start",
        dx: -cell / 2,
        fill: palette.muted,
      }),
    ],
  }) as Element;
}

/** Week column and weekday row of a day; weeks begin on Monday, the first one of a year may be short. */
function placeOf(day: string): {
  readonly day: string;
  readonly year: string;
  readonly week: number;
  readonly weekday: number;
} {
  const year = day.slice(0, 4);
  const first = Date.parse(`${year}-01-01T00:00:00Z`);
  const passed = Math.round((Date.parse(`${day}T00:00:00Z`) - first) / DAY_MS);
  const lead = (new Date(first).getUTCDay() + 6) % WEEKDAYS;
  return { day, year, week: Math.floor((passed + lead) / WEEKDAYS), weekday: (passed + lead) % WEEKDAYS };
}

function allDays(year: string) {
  const first = Date.parse(`${year}-01-01T00:00:00Z`);
  const count = (Date.parse(`${Number(year) + 1}-01-01T00:00:00Z`) - first) / DAY_MS;
  return Array.from({ length: count }, (_, at) => placeOf(new Date(first + at * DAY_MS).toISOString().slice(0, 10)));
}

const monthLabels = (year: string) =>
  ["Jan", "Apr", "Jul", "Oct"].map((label, at) => ({
    ...placeOf(`${year}-${String(3 * at + 1).padStart(2, "0")}-01`),
    label,
  }));

function daysOf(data: CalendarData): CalendarDay[] {
  return [...Map.groupBy(data.incidents, (incident) => incident.day)].sort().map(([day, incidents]) => {
    const conflict = incidents.some((incident) => incident.score < 0);
    const cooperation = incidents.some((incident) => incident.score >= 0);
    return {
      ...placeOf(day),
      ids: incidents.map((incident) => incident.id),
      kind: conflict ? (cooperation ? "both" : "conflict") : "cooperation",
      net: incidents.reduce((sum, incident) => sum + incident.score, 0),
    };
  });
}

function yearsOf(data: CalendarData): string[] {
  const all = data.incidents.map((incident) => Number(incident.day.slice(0, 4)));
  const first = Math.min(...all);
  return Array.from({ length: Math.max(...all) - first + 1 }, (_, at) => String(first + at));
}

const dayInWords = (day: CalendarDay): string =>
  `${day.day}: ${counted(day.ids.length, "incident")}, net ${signed(day.net)}`;

const titleOf = (data: CalendarData): string => `${data.names.join(" and ")}: days with incidents`;

/** The figure in words. */
export function calendarText(data: CalendarData): string {
  const busiest = daysOf(data).toSorted((a, b) => b.ids.length - a.ids.length || (a.day < b.day ? -1 : 1))[0];
  const most = busiest ? `, most on ${busiest.day} (${busiest.ids.length})` : "";
  const days = new Set(data.incidents.map((incident) => incident.day)).size;
  const inexact = data.inexact > 0 ? ` ${counted(data.inexact, "incident")} without an exact day not drawn.` : "";
  return `${titleOf(data)}: ${counted(data.incidents.length, "incident")} on ${counted(days, "day")}${most}.${inexact} ${data.rule}`;
}

/** The figure's data, a row a day. */
export function calendarTable(data: CalendarData): FigureTable {
  return {
    caption: `${titleOf(data)}. ${data.rule}`,
    columns: ["Day", "Incidents", "Net score"],
    rows: daysOf(data).map((day) => [day.day, day.ids.length, day.net]),
  };
}
