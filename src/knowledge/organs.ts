import { SECTORS, type Sector } from "../schema/index.ts";
import { holdUnique, type KnowledgeFiles, listOf, oneOf, readTable, refuse, required } from "./table.ts";

/** A part of a state, or a body that stands under it: a ministry, a service, an army, a state company. */
export interface Organ {
  /** Part of actor ids: `RUS.mfa`. */
  readonly id: string;
  /** Lower-case names need a nation beside them ("the Russian defence ministry"). */
  readonly names: readonly string[];
  readonly sector: Sector;
  /** The state it belongs to, where its names say so by themselves ("Pentagon"); else empty. */
  readonly country: string;
}

/** Reads `organs.tsv`. */
export function readOrgans(files: KnowledgeFiles, isCountry: (code: string) => boolean): Organ[] {
  const rows = readTable(files, "organs.tsv", ["id", "country", "sector", "names", "source"]);
  holdUnique(rows, (row) => `${row.cells.country} ${row.cells.id}`);
  return rows.map((row) => {
    const { country } = row.cells;
    if (country !== "" && !isCountry(country))
      refuse(
        row,
        `"${country}" is no country of states.tsv`,
        "Use the code of a row in states.tsv, or leave it empty.",
      );
    required(row, "names");
    required(row, "source");
    return { id: required(row, "id"), names: listOf(row.cells.names), sector: oneOf(row, "sector", SECTORS), country };
  });
}

export const AGENT_KINDS = ["office", "person", "people", "force", "platform", "body"] as const;

/**
 * A noun for somebody known only by what he is: an office ("foreign minister"), one person ("spokesman"), several
 * ("protesters"), a force ("troops"), a platform with its crew ("warship"), or a body ("company").
 */
export interface Agent {
  /** The first of its names; an office's word in `roles.tsv`. */
  readonly id: string;
  readonly names: readonly string[];
  readonly plurals: readonly string[];
  readonly kind: (typeof AGENT_KINDS)[number];
  readonly sector: Sector;
}

/** Reads `agents.tsv`. */
export function readAgents(files: KnowledgeFiles): Agent[] {
  const rows = readTable(files, "agents.tsv", ["names", "plurals", "kind", "sector", "source"]);
  holdUnique(rows, (row) => listOf(row.cells.names)[0] ?? listOf(row.cells.plurals)[0] ?? "");
  return rows.map((row) => {
    const [names, plurals] = [listOf(row.cells.names), listOf(row.cells.plurals)];
    const id = names[0] ?? plurals[0] ?? refuse(row, "the row names nothing", "Fill in names or plurals.");
    required(row, "source");
    return { id, names, plurals, kind: oneOf(row, "kind", AGENT_KINDS), sector: oneOf(row, "sector", SECTORS) };
  });
}
