import { holdUnique, type KnowledgeFiles, listOf, oneOf, readTable, refuse, required } from "./table.ts";

export const EQUIPMENT_CLASSES = [
  "aircraft",
  "bomber",
  "fighter",
  "helicopter",
  "drone",
  "transport",
  "surveillance",
  "ship",
  "carrier",
  "submarine",
  "missile",
  "air-defence",
  "artillery",
  "armour",
  "vehicle",
  "radar",
  "weapon",
] as const;

/** A weapon or platform by its type, with the states that use it. */
export interface Equipment {
  readonly name: string;
  readonly names: readonly string[];
  readonly class: (typeof EQUIPMENT_CLASSES)[number];
  /** The state that made it; empty where several did. */
  readonly maker: string;
  readonly users: readonly string[];
}

/** Reads `equipment.tsv`. */
export function readEquipment(files: KnowledgeFiles, isCountry: (code: string) => boolean): Equipment[] {
  const rows = readTable(files, "equipment.tsv", ["name", "names", "class", "maker", "users", "source"]);
  holdUnique(rows, (row) => row.cells.name);
  return rows.map((row) => {
    const users = listOf(row.cells.users);
    const foreign = [row.cells.maker, ...users].find((code) => code !== "" && !isCountry(code));
    if (foreign) refuse(row, `"${foreign}" is no country of states.tsv`, "Use the codes of states.tsv, parted by |.");
    required(row, "source");
    return {
      name: required(row, "name"),
      names: listOf(row.cells.names),
      class: oneOf(row, "class", EQUIPMENT_CLASSES),
      maker: row.cells.maker,
      users,
    };
  });
}
