import { SECTORS, type Sector } from "../schema/index.ts";
import { holdsOn, type Period, periodOf } from "./dates.ts";
import { holdUnique, type KnowledgeFiles, listOf, oneOf, readTable, refuse, required } from "./table.ts";

/** An office that a person held for a time. */
export interface Role extends Period {
  readonly person: string;
  /** A state's code, or an organisation's (`EUR`, `UNO`, `IGO`). */
  readonly country: string;
  readonly sector: Sector;
  /** The office as an agent of `agents.tsv` names it (`foreign minister`), or in other words. */
  readonly office: string;
  /** Where the table has it from. */
  readonly source: string;
}

/** Somebody whom the news names. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Other spellings of the whole name. */
  readonly names: readonly string[];
  /** The short name of later mentions (`Putin`, `Xi`). */
  readonly short: readonly string[];
  readonly gender: "f" | "m" | "";
  /** By start, the earliest first. */
  readonly roles: readonly Role[];
}

function readRoles(
  files: KnowledgeFiles,
  isCountry: (code: string) => boolean,
  known: ReadonlySet<string>,
): Map<string, Role[]> {
  const rows = readTable(files, "roles.tsv", ["person", "country", "sector", "office", "from", "to", "source"]);
  holdUnique(rows, ({ cells }) => `${cells.person} ${cells.country} ${cells.office} ${cells.from}`);
  const byPerson = new Map<string, Role[]>();
  for (const row of rows) {
    const person = required(row, "person");
    if (!known.has(person))
      refuse(row, `"${person}" is no id of persons.tsv`, "Add the person to persons.tsv, or mend the id.");
    const country = required(row, "country");
    if (!isCountry(country))
      refuse(row, `"${country}" is no country code`, "Use the code of a row in states.tsv, or EUR, UNO, IGO.");
    const role: Role = {
      person,
      country,
      sector: oneOf(row, "sector", SECTORS),
      office: required(row, "office"),
      source: required(row, "source"),
      ...periodOf(row, "from", "to"),
    };
    const roles = byPerson.get(person);
    if (roles) roles.push(role);
    else byPerson.set(person, [role]);
  }
  return byPerson;
}

/** Reads `persons.tsv` and `roles.tsv`. */
export function readPersons(files: KnowledgeFiles, isCountry: (code: string) => boolean): Person[] {
  const rows = readTable(files, "persons.tsv", ["id", "name", "names", "short", "gender", "source"]);
  holdUnique(rows, (row) => row.cells.id);
  holdUnique(rows, (row) => row.cells.name);
  const roles = readRoles(files, isCountry, new Set(rows.map((row) => row.cells.id)));
  return rows.map((row) => {
    required(row, "source");
    const id = required(row, "id");
    return {
      id,
      name: required(row, "name"),
      names: listOf(row.cells.names),
      short: listOf(row.cells.short),
      gender: oneOf(row, "gender", ["f", "m", ""]),
      roles: (roles.get(id) ?? []).sort((a, b) => (a.from < b.from ? -1 : 1)),
    };
  });
}

/** The role that the person held on the day, the last begun where there are several. */
export const roleOn = (person: Person, day: string): Role | undefined =>
  person.roles.findLast((role) => holdsOn(role, day));
