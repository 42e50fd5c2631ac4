import * as Plot from "@observablehq/plot";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import land from "world-atlas/land-110m.json" with { type: "json" };
import type { IncidentSummary } from "../schema/index.ts";
import { type FigureOptions, frame, nothing, paletteOf, plotDefaults } from "./frame.ts";
import { legend } from "./legend.ts";
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

/** Places that are named in the map. */
const MOST_NAMES = 6;

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
  const cooperative = sites.filter((site) => site.cooperative > 0);
  const conflictual = sites.filter((site) => site.conflictual > 0);
  const place = { x: "lon", y: "lat", title: siteInWords };
  const attributes = (part: readonly Site[]) =>
    withAttributes((at) => ({ "data-incident": part[at].ids.join(" "), "data-place": part[at].name }));
  const largest = Math.max(...sites.map(countOf));
  const radius = (count: number): number => 3 + 7 * Math.sqrt(count / largest);
  return Plot.plot({
    ...plotDefaults(options),
    height: Math.round(Math.min(options.width * (data.sites ? 0.46 : 0.62), 520)),
    margin: 2,
    projection: { type: "equirectangular", domain: data.sites ? INHABITED : boxOf(sites) },
    r: { type: "identity" },
    marks: [
      Plot.geo(LAND, { fill: palette.faint, stroke: "none", clip: true }),
      Plot.frame({ stroke: palette.faint }),
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
      Plot.text(busiest(sites).slice(0, MOST_NAMES), {
        x: "lon",
        y: "lat",
        text: "name",
        dy: -14,
        fill: palette.ink,
        stroke: palette.paper,
        strokeWidth: 3,
      }),
    ],
  }) as Element;
}

/** Where people live. */
const INHABITED: ReturnType<typeof boxOf> = {
  type: "MultiPoint",
  coordinates: [
    [-172, -52],
    [180, 76],
  ],
};

/** The part of the world with the places, at least 40 by 25 degrees, as a feature to fit the map to. */
function boxOf(sites: readonly Site[]): { readonly type: "MultiPoint"; readonly coordinates: [number, number][] } {
  const [west, east] = stretch(
    sites.map((site) => site.lon),
    40,
    180,
  );
  const [south, north] = stretch(
    sites.map((site) => site.lat),
    25,
    84,
  );
  return {
    type: "MultiPoint",
    coordinates: [
      [west, south],
      [east, north],
    ],
  };
}

function stretch(values: readonly number[], least: number, limit: number): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const half = Math.max(least, (high - low) * 1.2) / 2;
  const middle = (low + high) / 2;
  return [Math.max(-limit, middle - half), Math.min(limit, middle + half)];
}

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
