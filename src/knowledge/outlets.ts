import { holdUnique, type KnowledgeFiles, listOf, oneOf, readTable, refuse, required } from "./table.ts";

/** Who publishes: a newspaper, agency, broadcaster or site. */
export interface Outlet {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  /** ISO 3166-1 alpha-3 of the seat. */
  readonly country: string;
  /** `public` is paid for by the public and governed at arm's length. */
  readonly ownership: "state" | "public" | "private";
}

/** Reads `outlets.tsv`. */
export function readOutlets(files: KnowledgeFiles, isCountry: (code: string) => boolean): Outlet[] {
  const rows = readTable(files, "outlets.tsv", ["id", "name", "names", "country", "ownership", "source"]);
  holdUnique(rows, (row) => row.cells.id);
  holdUnique(rows, (row) => row.cells.name);
  return rows.map((row) => {
    const country = required(row, "country");
    if (!isCountry(country))
      refuse(row, `"${country}" is no country of states.tsv`, "Use the code of a row in states.tsv.");
    required(row, "source");
    return {
      id: required(row, "id"),
      name: required(row, "name"),
      names: listOf(row.cells.names),
      country,
      ownership: oneOf(row, "ownership", ["state", "public", "private"]),
    };
  });
}
