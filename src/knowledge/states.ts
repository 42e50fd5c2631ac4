import { CountryCode } from "../schema/index.ts";
import { type Period, periodOf } from "./dates.ts";
import { holdUnique, type KnowledgeFiles, listOf, numberIn, readTable, refuse, required } from "./table.ts";

/** A state or territory, as ISO 3166 and the UN name it. */
export interface State extends Period {
  /** ISO 3166-1 alpha-3, also of past states (`SUN`, `YUG`). */
  readonly code: string;
  readonly name: string;
  /** Other names, as news writes them. */
  readonly names: readonly string[];
  /** `Russian`, also as the first part of a compound (`Sino-`). */
  readonly adjectives: readonly string[];
  /** Its people in the plural (`Russians`). */
  readonly demonyms: readonly string[];
  readonly capitals: readonly string[];
  /** Names that stand for the government (`Kremlin`). */
  readonly governments: readonly string[];
  readonly lat: number;
  readonly lon: number;
  /** What is disputed about its status; empty where nothing is. */
  readonly disputed: string;
}

const COLUMNS = [
  "code",
  "name",
  "names",
  "adjectives",
  "demonyms",
  "capitals",
  "governments",
  "lat",
  "lon",
  "from",
  "to",
  "disputed",
  "source",
] as const;

/** Reads `states.tsv`. */
export function readStates(files: KnowledgeFiles): State[] {
  const rows = readTable(files, "states.tsv", COLUMNS);
  holdUnique(rows, (row) => row.cells.code);
  holdUnique(rows, (row) => row.cells.name);
  return rows.map((row) => {
    const code = required(row, "code");
    if (!CountryCode.safeParse(code).success)
      refuse(row, `"${code}" is no country code`, "Use the three letters of ISO 3166-1.");
    required(row, "source");
    return {
      code,
      name: required(row, "name"),
      names: listOf(row.cells.names),
      adjectives: listOf(row.cells.adjectives),
      demonyms: listOf(row.cells.demonyms),
      capitals: listOf(row.cells.capitals),
      governments: listOf(row.cells.governments),
      lat: numberIn(row, "lat", -90, 90),
      lon: numberIn(row, "lon", -180, 180),
      disputed: row.cells.disputed,
      ...periodOf(row, "from", "to"),
    };
  });
}
