import { SECTORS, type Sector } from "../schema/index.ts";
import { holdsOn, type Period, periodOf } from "./dates.ts";
import { holdUnique, type KnowledgeFiles, listOf, oneOf, readTable, refuse, required } from "./table.ts";

/** A time during which states belonged to an organisation. */
export interface Membership extends Period {
  readonly states: readonly string[];
}

/** An organisation of states, an alliance, an armed group, or a body across borders. */
export interface Organisation {
  /** Part of actor ids: `org.nato`. */
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly kind: "organisation" | "alliance" | "group" | "company" | "ngo";
  /** PLOVER's country: `UNO`, `EUR`, `IGO`, `NGO`, or the state where a group or company is at home. */
  readonly country: string;
  readonly sector: Sector;
  readonly members: readonly Membership[];
}

function readMembers(
  files: KnowledgeFiles,
  isCountry: (code: string) => boolean,
  known: ReadonlySet<string>,
): Map<string, Membership[]> {
  const byOrganisation = new Map<string, Membership[]>();
  for (const row of readTable(files, "members.tsv", ["organisation", "states", "from", "to", "source"])) {
    const organisation = required(row, "organisation");
    if (!known.has(organisation))
      refuse(row, `"${organisation}" is no id of organisations.tsv`, "Add it to organisations.tsv, or mend the id.");
    const states = listOf(required(row, "states"));
    const foreign = states.find((code) => !isCountry(code));
    if (foreign) refuse(row, `"${foreign}" is no country of states.tsv`, "Use the codes of states.tsv, parted by |.");
    byOrganisation.set(organisation, [
      ...(byOrganisation.get(organisation) ?? []),
      { states, ...periodOf(row, "from", "to") },
    ]);
  }
  return byOrganisation;
}

/** PLOVER's codes for what belongs to no one state. */
const BEYOND_STATES = new Set(["UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"]);

/** Reads `organisations.tsv` and `members.tsv`. */
export function readOrganisations(files: KnowledgeFiles, isCountry: (code: string) => boolean): Organisation[] {
  const rows = readTable(files, "organisations.tsv", ["id", "name", "names", "kind", "country", "sector", "source"]);
  holdUnique(rows, (row) => row.cells.id);
  holdUnique(rows, (row) => row.cells.name);
  const members = readMembers(files, isCountry, new Set(rows.map((row) => row.cells.id)));
  return rows.map((row) => {
    const country = required(row, "country");
    if (!isCountry(country) && !BEYOND_STATES.has(country))
      refuse(row, `"${country}" is no country code`, "Use UNO, EUR, IGO, NGO, ISM, IMG, MNC or the code of a state.");
    required(row, "source");
    const id = required(row, "id");
    return {
      id,
      name: required(row, "name"),
      names: listOf(row.cells.names),
      kind: oneOf(row, "kind", ["organisation", "alliance", "group", "company", "ngo"]),
      country,
      sector: oneOf(row, "sector", SECTORS),
      members: members.get(id) ?? [],
    };
  });
}

/** The codes of the states that belonged to it on the day, sorted. */
export const membersOn = (organisation: Organisation, day: string): string[] =>
  [...new Set(organisation.members.filter((period) => holdsOn(period, day)).flatMap((period) => period.states))].sort();
