import { SECTORS, type Sector } from "../schema/index.ts";
import { holdsOn, type Period, periodOf } from "./dates.ts";
import { holdUnique, type KnowledgeFiles, listOf, oneOf, type Row, readTable, refuse, required } from "./table.ts";

/** A time during which states belonged to an organisation. */
export interface Membership extends Period {
  readonly states: readonly string[];
}

/** What an armed group was for a time when it was not what it is otherwise: a government, a party. */
export interface Standing extends Period {
  readonly sector: Sector;
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
  /** Times in which it had another sector. */
  readonly standings: readonly Standing[];
}

function refuseUnknown(row: Row<"organisation" | "source">, known: ReadonlySet<string>): string {
  const organisation = required(row, "organisation");
  if (!known.has(organisation))
    refuse(row, `"${organisation}" is no id of organisations.tsv`, "Add it to organisations.tsv, or mend the id.");
  required(row, "source");
  return organisation;
}

function readMembers(
  files: KnowledgeFiles,
  isCountry: (code: string) => boolean,
  known: ReadonlySet<string>,
): Map<string, Membership[]> {
  const byOrganisation = new Map<string, Membership[]>();
  for (const row of readTable(files, "members.tsv", ["organisation", "states", "from", "to", "source"])) {
    const organisation = refuseUnknown(row, known);
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

function readStandings(files: KnowledgeFiles, known: ReadonlySet<string>): Map<string, Standing[]> {
  const byOrganisation = new Map<string, Standing[]>();
  for (const row of readTable(files, "standings.tsv", ["organisation", "sector", "from", "to", "source"])) {
    const organisation = refuseUnknown(row, known);
    const standing = { sector: oneOf(row, "sector", SECTORS), ...periodOf(row, "from", "to") };
    byOrganisation.set(organisation, [...(byOrganisation.get(organisation) ?? []), standing]);
  }
  return byOrganisation;
}

/** PLOVER's codes for what belongs to no one state. */
const BEYOND_STATES = new Set(["UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"]);

/** Reads `organisations.tsv`, `members.tsv` and `standings.tsv`. */
export function readOrganisations(files: KnowledgeFiles, isCountry: (code: string) => boolean): Organisation[] {
  const rows = readTable(files, "organisations.tsv", ["id", "name", "names", "kind", "country", "sector", "source"]);
  holdUnique(rows, (row) => row.cells.id);
  holdUnique(rows, (row) => row.cells.name);
  const known = new Set(rows.map((row) => row.cells.id));
  const members = readMembers(files, isCountry, known);
  const standings = readStandings(files, known);
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
      standings: standings.get(id) ?? [],
    };
  });
}

/** The codes of the states that belonged to it on the day, sorted. */
export const membersOn = (organisation: Organisation, day: string): string[] =>
  [...new Set(organisation.members.filter((period) => holdsOn(period, day)).flatMap((period) => period.states))].sort();

/** The organisation with the sector that it had on the day. */
export function organisationOn(organisation: Organisation, day: string): Organisation {
  const standing = organisation.standings.find((period) => holdsOn(period, day));
  return standing ? { ...organisation, sector: standing.sector } : organisation;
}
