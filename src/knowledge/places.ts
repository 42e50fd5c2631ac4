import { type PlaceIdentity, Resolution } from "../schema/index.ts";
import { type KnowledgeFiles, listOf, numberIn, oneOf, readTable, refuse, required } from "./table.ts";

/** A place that the news names, with its coordinates. */
export interface Place extends PlaceIdentity {
  readonly names: readonly string[];
  /** What is disputed about it; empty where nothing is. */
  readonly disputed: string;
}

const COLUMNS = ["name", "names", "country", "lat", "lon", "resolution", "disputed", "source"] as const;

function readPlaceTable(files: KnowledgeFiles, file: string, isCountry: (code: string) => boolean): Place[] {
  const seen = new Set<string>();
  return readTable(files, file, COLUMNS).map((row) => {
    const { country } = row.cells;
    if (country !== "" && !isCountry(country))
      refuse(
        row,
        `"${country}" is no country of states.tsv`,
        "Use the code of a row in states.tsv, or leave it empty.",
      );
    const name = required(row, "name");
    const key = `${name} ${country}`;
    if (seen.has(key)) refuse(row, `"${key.trim()}" stands in the table already`, "Keep one of the two rows.");
    seen.add(key);
    required(row, "source");
    return {
      name,
      names: listOf(row.cells.names),
      ...(country === "" ? {} : { country }),
      lat: numberIn(row, "lat", -90, 90),
      lon: numberIn(row, "lon", -180, 180),
      resolution: oneOf(row, "resolution", Resolution.options),
      disputed: row.cells.disputed,
    };
  });
}

/** Reads `places.tsv` (seas, straits, regions, islands, bases, sites) and `cities.tsv`, in this order. */
export const readPlaces = (files: KnowledgeFiles, isCountry: (code: string) => boolean): Place[] => [
  ...readPlaceTable(files, "places.tsv", isCountry),
  ...readPlaceTable(files, "cities.tsv", isCountry),
];
