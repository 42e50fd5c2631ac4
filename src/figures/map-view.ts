import { type GeoProjection, geoAzimuthalEqualArea, geoEqualEarth, geoPath } from "d3-geo";

export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

/** A projection fitted to a width, and the height that it takes. */
export interface MapView {
  readonly projection: GeoProjection;
  readonly height: number;
}

/** Room around the outermost places, for their names. */
const INSET = 36;
/** Degrees that a map shows at least. */
const LEAST_SPAN = 36;
/** Degrees above which a map of one region bends the land too much. */
const WIDEST_REGION = 110;
const NARROW = 480;

/** All inhabited land, cut where it cuts no land: in the Bering Strait. */
export function worldView(width: number): MapView {
  const projection = geoEqualEarth().rotate([-11, 0]);
  return fitted(projection, multiPoint([-168, 0], [-170, 0], [11, -54], [11, 74]), width, 2);
}

/** The part of the earth with the places, turned so that they are in its middle: no pair is cut at the antimeridian. */
export function regionView(places: readonly LonLat[], width: number): MapView {
  const [west, span] = arcOf(places.map(({ lon }) => lon));
  const lats = places.map(({ lat }) => lat);
  const [lon, lat] = [west + span / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
  const half = LEAST_SPAN / 2;
  const least = [
    [lon - half, lat],
    [lon + half, lat],
    [lon, Math.max(-84, lat - half / 2)],
    [lon, Math.min(84, lat + half / 2)],
  ] as const;
  const projection =
    span <= WIDEST_REGION ? geoAzimuthalEqualArea().rotate([-lon, -lat]) : geoEqualEarth().rotate([-lon, 0]);
  return fitted(
    projection,
    multiPoint(...least, ...places.map((place) => [place.lon, place.lat] as const)),
    width,
    INSET,
  );
}

/** Where the shortest arc that holds all longitudes begins, and how long it is, in degrees. */
export function arcOf(longitudes: readonly number[]): [number, number] {
  const sorted = longitudes.toSorted((a, b) => a - b);
  const gaps = sorted.map((lon, at) => (sorted[at + 1] ?? sorted[0] + 360) - lon);
  const widest = gaps.indexOf(Math.max(...gaps));
  return [sorted[(widest + 1) % sorted.length], 360 - gaps[widest]];
}

type Outline = { readonly type: "MultiPoint"; readonly coordinates: [number, number][] };

const multiPoint = (...points: readonly (readonly [number, number])[]): Outline => ({
  type: "MultiPoint",
  coordinates: points.map(([lon, lat]) => [lon, lat]),
});

function fitted(projection: GeoProjection, outline: Outline, width: number, inset: number): MapView {
  const [[left, top], [right, bottom]] = geoPath(projection).bounds(outline);
  const [least, most] = width < NARROW ? [0.5, 0.9] : [0.38, 0.56];
  const shape = (bottom - top) / Math.max(1, right - left);
  const height = Math.round(width * Math.min(most, Math.max(least, shape)));
  projection
    .fitExtent(
      [
        [inset, inset],
        [width - inset, height - inset],
      ],
      outline,
    )
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
  return { projection, height };
}
