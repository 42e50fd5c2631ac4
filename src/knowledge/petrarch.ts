import type { Sector } from "../schema/index.ts";
import { type CodedPeriod, type PetrarchEntry, petrarchEntries } from "./petrarch-entries.ts";
import { plain } from "./plain.ts";
import type { KnowledgeFiles } from "./table.ts";

/** CAMEO's agent codes as PLOVER's sectors. */
const SECTOR_OF: Readonly<Record<string, Sector>> = {
  GOV: "GOV",
  MIL: "MIL",
  LEG: "LEG",
  JUD: "JUD",
  COP: "COP",
  SPY: "SPY",
  REB: "REB",
  SEP: "REB",
  INS: "REB",
  UAF: "UAF",
  PRM: "PRM",
  OPP: "OPP",
  PTY: "PTY",
  ELI: "ELI",
  BUS: "BUS",
  MED: "JRN",
  HLH: "MED",
  EDU: "EDU",
  CVL: "CVL",
  CIV: "CVL",
  LAB: "LAB",
  REL: "REL",
  CRM: "CRM",
  REF: "REF",
  AGR: "AGR",
  IGO: "IGO",
  NGO: "NGO",
  NGM: "NGO",
  MNC: "MNC",
  HRI: "NGO",
  SOC: "SOC",
};
/** Codes that stand where a state's would: what is made of them. */
const ACROSS_BORDERS: Readonly<
  Record<string, { readonly country: string; readonly kind: string; readonly sector: Sector }>
> = {
  IGO: { country: "IGO", kind: "organisation", sector: "IGO" },
  UNO: { country: "UNO", kind: "organisation", sector: "IGO" },
  NGO: { country: "NGO", kind: "ngo", sector: "NGO" },
  NGM: { country: "NGO", kind: "ngo", sector: "NGO" },
  MNC: { country: "MNC", kind: "company", sector: "MNC" },
  IMG: { country: "IMG", kind: "group", sector: "UAF" },
};
const NO_ACTOR = "---";
const SOURCE = "imported from a PETRARCH dictionary";
const ADJECTIVE = /(ian|ish|ese|ani|eri|adi|ori|iri|ean|ench)$/;

const HEADERS = {
  "states.tsv": "code\tname\tnames\tadjectives\tdemonyms\tcapitals\tgovernments\tlat\tlon\tfrom\tto\tdisputed\tsource",
  "persons.tsv": "id\tname\tnames\tshort\tgender\tsource",
  "roles.tsv": "person\tcountry\tsector\toffice\tfrom\tto\tsource",
  "organs.tsv": "id\tcountry\tsector\tnames\tsource",
  "organisations.tsv": "id\tname\tnames\tkind\tcountry\tsector\tsource",
  "non-actors.tsv": "name\tsource",
} as const;
type Table = keyof typeof HEADERS;

const slug = (name: string): string =>
  plain(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** Of a government's agents the soldier, the judge and the lawmaker are more than that. */
const CLOSER = new Set(["MIL", "LEG", "JUD", "SPY", "COP"]);

/** The sector that a chain of CAMEO's agent codes means: `GOVMIL` is the military's; `UNK` where PLOVER has none. */
export function sectorOfAgent(agents: string): Sector {
  const known = (agents.match(/.{3}/g) ?? []).filter((agent) => Object.hasOwn(SECTOR_OF, agent));
  const [first, second] = known;
  if (first === undefined) return "UNK";
  return SECTOR_OF[first === "GOV" && second !== undefined && CLOSER.has(second) ? second : first];
}

const sectorOf = (code: string): Sector => (code.length > 3 ? sectorOfAgent(code.slice(3)) : "GOV");

/** Whom a code of a PETRARCH dictionary means, in PLOVER's terms: `RUSMIL` is `RUS`, `MIL`. */
export function petrarchActor(code: string): { readonly country: string; readonly sector: Sector } {
  const across = ACROSS_BORDERS[code.slice(0, 3)];
  if (across) return { country: across.country, sector: across.sector };
  return { country: code.slice(0, 3), sector: sectorOf(code) };
}

/** Collects rows by table; a key that was there before is not taken twice. */
class Tables {
  readonly #rows = new Map<Table, Map<string, string[]>>();

  add(table: Table, key: string, cells: readonly string[]): void {
    const rows = this.#rows.get(table) ?? new Map<string, string[]>();
    this.#rows.set(table, rows);
    if (!rows.has(key)) rows.set(key, [...cells, SOURCE]);
  }

  row(table: Table, key: string): string[] | undefined {
    return this.#rows.get(table)?.get(key);
  }

  texts(): KnowledgeFiles {
    return Object.fromEntries(
      Object.entries(HEADERS).map(([table, header]) => {
        const rows = [...(this.#rows.get(table as Table)?.values() ?? [])].map((row) => row.join("\t"));
        return [table, `${[header, ...rows].join("\n")}\n`];
      }),
    );
  }
}

const unique = (words: readonly string[]): string => [...new Set(words)].join("|");

function addState(tables: Tables, code: string, names: readonly string[]): void {
  const adjectives = names.filter((name) => ADJECTIVE.test(name));
  const row = tables.row("states.tsv", code);
  if (row) {
    row[2] = unique([...row[2].split("|").filter(Boolean), ...names].filter((name) => name !== row[1]));
    row[3] = unique([...row[3].split("|").filter(Boolean), ...adjectives]);
  } else
    tables.add("states.tsv", code, [
      code,
      names[0],
      unique(names.slice(1)),
      unique(adjectives),
      "",
      "",
      "",
      "0",
      "0",
      "",
      "",
      "",
    ]);
}

/** A state that only people or organs of the dictionary name. */
function needState(tables: Tables, code: string): void {
  if (!tables.row("states.tsv", code))
    tables.add("states.tsv", code, [code, code, "", "", "", "", "", "0", "0", "", "", ""]);
}

const OFFICE: Partial<Record<Sector, string>> = {
  GOV: "member of government",
  MIL: "officer",
  ELI: "public figure",
  OPP: "opposition politician",
};

const TITLE =
  /^(President|Prime Minister|Premier|Chancellor|King|Queen|Foreign Minister|Defen[cs]e Minister|General|Minister) (?=\p{Lu}\S* ?\p{L})/u;

function addPerson(tables: Tables, entry: PetrarchEntry): void {
  const [name, ...others] = [...new Set(entry.names.map((one) => one.replace(TITLE, "")))];
  const id = slug(name);
  tables.add("persons.tsv", id, [id, name, unique(name.includes(" ") ? others : [name, ...others]), "", ""]);
  const isState = entry.codes.every(({ code }) => code.length === 3);
  const undatedFirst = entry.codes.toSorted((a, b) => Number(b.from + b.to === "") - Number(a.from + a.to === ""));
  for (const { code, from, to } of undatedFirst) {
    if (code === NO_ACTOR || ACROSS_BORDERS[code.slice(0, 3)]) continue;
    const country = code.slice(0, 3);
    needState(tables, country);
    const sector = sectorOf(code);
    const office = isState ? "state" : (OFFICE[sector] ?? sector);
    tables.add("roles.tsv", `${id} ${country} ${office} ${from}`, [id, country, sector, office, from, to]);
  }
}

function addBody(tables: Tables, entry: PetrarchEntry, { code }: CodedPeriod): void {
  const country = code.slice(0, 3);
  const [name, ...others] = entry.names;
  const across = ACROSS_BORDERS[country];
  if (code === NO_ACTOR) for (const one of entry.names) tables.add("non-actors.tsv", one, [one]);
  else if (across)
    tables.add("organisations.tsv", slug(name), [
      slug(name),
      name,
      unique(others),
      across.kind,
      across.country,
      across.sector,
    ]);
  else if (code.length === 3) addState(tables, country, entry.names);
  else {
    needState(tables, country);
    tables.add("organs.tsv", `${slug(name)} ${country}`, [slug(name), country, sectorOf(code), unique(entry.names)]);
  }
}

/** An entry of bare codes: of several the one without dates, or the last, is the state of that name. */
function addPlain(tables: Tables, entry: PetrarchEntry): void {
  const undated = entry.codes.find(({ from, to }) => from + to === "");
  addBody(tables, entry, undated ?? entry.codes[entry.codes.length - 1]);
}

/**
 * The actors of a PETRARCH, TABARI or Phoenix dictionary as tables of the knowledge format, by file name.
 * An entry with dated codes becomes a person with roles, known by each of its names alone; `[---]` a name that means no actor; a bare country code a
 * name of the state; a country with an agent one of its organs. The dictionaries name no offices, so a role's office
 * is only its sector in words; states get no coordinates. A name that was another
 * state's before has the states as its roles.
 */
export function importPetrarchActors(text: string): KnowledgeFiles {
  const tables = new Tables();
  for (const entry of petrarchEntries(text)) {
    const dated = entry.codes.some(({ from, to }) => from !== "" || to !== "");
    const stateOnly = entry.codes.every(({ code }) => code.length === 3);
    // A name whose state changed with the years: only roles have dates.
    const changed = dated && new Set(entry.codes.map(({ code }) => code)).size > 1;
    if (stateOnly && !changed) addPlain(tables, entry);
    else if (dated || TITLE.test(entry.names[0])) addPerson(tables, entry);
    else addBody(tables, entry, entry.codes[0]);
  }
  return tables.texts();
}
