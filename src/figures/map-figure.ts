import * as Plot from "@observablehq/plot";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import land from "world-atlas/land-110m.json" with { type: "json" };
import type { IncidentSummary } from "../schema/index.ts";
import { type FigureOptions, frame, nothing, paletteOf, plotDefaults, svgElement } from "./frame.ts";
import { legend } from "./legend.ts";
import { type Label, placeLabels } from "./map-labels.ts";
import { regionView, worldView } from "./map-view.ts";
import { withAttributes } from "./marks.ts";
import type { FigureTable } from "./table.ts";
import { counted } from "./words.ts";

/** What the map draws: incidents with a place as exact as a region, and how many others there are. */
export interface MapData {
  /** Whose incidents they are: `China and Russia`. */
  readonly names: readonly string[];
  /** Places whose incidents are counted and not at hand; they come instead of incidents. */
  readonly sites?: readonly Site[];
  readonly incidents: readonly (Pick<IncidentSummary, "id" | "score"> & {
    readonly place: { readonly name: string; readonly lat: number; readonly lon: number };
  })[];
  /** Incidents without a place, or with one no more exact than a country. */
  readonly unplaced: number;
  readonly rule: string;
}

/** All incidents of one place. */
export interface Site {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly ids: readonly string[];
  readonly cooperative: number;
  readonly conflictual: number;
}

/** Places that are named in the map, as far as there is room. */
const MOST_NAMES = 12;
const LEAST_NAMES = 5;

const LAND = feature(
  land as unknown as Topology<{ land: GeometryCollection }>,
  (land as unknown as Topology<{ land: GeometryCollection }>).objects.land,
);

/**
 * Where incidents happened: land without borders, a circle a place, its area the number of incidents; full for
 * cooperation, with a cross for conflict, both where it had both. Marks carry `data-incident` and `data-place`.
 * Land: Natural Earth, public domain.
 */
export function mapFigure(data: MapData, options: FigureOptions): SVGElement {
  const words = { kind: "map", title: titleOf(data), text: mapText(data) };
  if (sitesOf(data).length === 0) return frame([nothing("No incidents with a known place", options)], words, options);
  const palette = paletteOf(options);
  const head = legend(
    [
      { shape: "circle", fill: palette.cooperation, stroke: palette.paper, label: "cooperation" },
      { shape: "cross", fill: "none", stroke: palette.conflict, label: "conflict" },
    ],
    options,
  );
  return frame([head, world(data, options)], words, options);
}

function world(data: MapData, options: FigureOptions): Element {
  const palette = paletteOf(options);
  const sites = sitesOf(data);
  const { projection, height } = data.sites ? worldView(options.width) : regionView(sites, options.width);
  const cooperative = sites.filter((site) => site.cooperative > 0);
  const conflictual = sites.filter((site) => site.conflictual > 0);
  const place = { x: "lon", y: "lat", title: siteInWords };
  const attributes = (part: readonly Site[]) =>
    withAttributes((at) => ({ "data-incident": part[at].ids.join(" "), "data-place": part[at].name }));
  const largest = Math.max(...sites.map(countOf));
  const radius = (count: number): number => 3 + 7 * Math.sqrt(count / largest);
  const plot = Plot.plot({
    ...plotDefaults(options),
    height,
    margin: 0,
    projection,
    r: { type: "identity" },
    marks: [
      Plot.geo(LAND, { fill: palette.faint, stroke: "none" }),
      Plot.frame({ stroke: palette.faint, inset: 0.5 }),
      Plot.dot(cooperative, {
        ...place,
        r: (site) => radius(site.cooperative),
        fill: palette.cooperation,
        fillOpacity: 0.85,
        stroke: palette.paper,
        render: attributes(cooperative),
      }),
      Plot.dot(conflictual, {
        ...place,
        r: (site) => radius(site.conflictual),
        symbol: "times",
        stroke: palette.conflict,
        strokeWidth: 2.5,
        render: attributes(conflictual),
      }),
    ],
  }) as Element;
  const dots = busiest(sites).flatMap((site) => {
    const at = projection([site.lon, site.lat]);
    return at ? [{ name: site.name, x: at[0], y: at[1], r: radius(Math.max(site.cooperative, site.conflictual)) }] : [];
  });
  const most = Math.round(Math.min(MOST_NAMES, Math.max(LEAST_NAMES, options.width / 70)));
  for (const label of placeLabels(dots.slice(0, most), dots, options.width, height))
    plot.append(...labelled(label, options));
  return plot;
}

/** A name with a paper edge, and a thin line to its mark where it stands apart. */
function labelled({ name, x, y, anchor, leader }: Label, options: FigureOptions): SVGElement[] {
  const { document } = options;
  const palette = paletteOf(options);
  const text = svgElement(
    document,
    "text",
    {
      x: round(x),
      y: round(y),
      dy: "0.34em",
      "text-anchor": anchor,
      fill: palette.ink,
      stroke: palette.paper,
      "stroke-width": 3,
      "stroke-linejoin": "round",
      "paint-order": "stroke",
      "pointer-events": "none",
    },
    name,
  );
  if (!leader) return [text];
  const [x1, y1, x2, y2] = leader.map(round);
  return [svgElement(document, "line", { x1, y1, x2, y2, stroke: palette.muted, "stroke-width": 0.75 }), text];
}

const round = (value: number): number => Math.round(value * 10) / 10;

const countOf = ({ cooperative, conflictual }: Site): number => cooperative + conflictual;

function sitesOf(data: MapData): readonly Site[] {
  if (data.sites) return data.sites;
  const groups = Map.groupBy(data.incidents, ({ place }) => `${place.lat},${place.lon}`);
  return [...groups.values()].map((incidents) => ({
    name: incidents[0].place.name,
    lat: incidents[0].place.lat,
    lon: incidents[0].place.lon,
    ids: incidents.map((incident) => incident.id),
    cooperative: incidents.filter((incident) => incident.score >= 0).length,
    conflictual: incidents.filter((incident) => incident.score < 0).length,
  }));
}

/** Places by the number of incidents, the most first. */
const busiest = (sites: readonly Site[]): Site[] =>
  sites.toSorted((a, b) => countOf(b) - countOf(a) || (a.name < b.name ? -1 : 1));

const siteInWords = (site: Site): string =>
  `${site.name}: ${site.cooperative} of cooperation, ${site.conflictual} of conflict`;

const titleOf = (data: MapData): string => `${data.names.join(" and ")}: where incidents happened`;

/** The figure in words: the places with most incidents. */
export function mapText(data: MapData): string {
  const sites = busiest(sitesOf(data));
  const most = sites.slice(0, 5).map((site) => `${site.name} (${countOf(site)})`);
  const others = data.unplaced > 0 ? ` ${counted(data.unplaced, "incident")} without an exact place not drawn.` : "";
  return `${titleOf(data)}: ${counted(sites.length, "place")}, most: ${most.join(", ")}.${others} ${data.rule}`;
}

/** The figure's data, a row a place. */
export function mapTable(data: MapData): FigureTable {
  return {
    caption: `${titleOf(data)}. ${data.rule}`,
    columns: ["Place", "Latitude", "Longitude", "Cooperation", "Conflict", ...(data.sites ? [] : ["Net score"])],
    rows: sitesOf(data).map((site) => [
      site.name,
      site.lat,
      site.lon,
      site.cooperative,
      site.conflictual,
      ...(data.sites ? [] : [netOf(site, data)]),
    ]),
  };
}

const netOf = (site: Site, data: MapData): number =>
  data.incidents.reduce((sum, incident) => sum + (site.ids.includes(incident.id) ? incident.score : 0), 0);
