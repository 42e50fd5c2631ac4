/** The tables that an analyst reads and edits, loaded, checked and indexed. */
import { type CameoOf, readCameo } from "./cameo.ts";
import { buildCues, type Cues } from "./cues.ts";
import { type Equipment, readEquipment } from "./equipment.ts";
import { type Kind, readKinds } from "./kinds.ts";
import { buildLexicon, type LexiconNode } from "./lexicon.ts";
import { type Organisation, readOrganisations } from "./organisations.ts";
import { type Organ, readAgents, readOrgans } from "./organs.ts";
import { type Outlet, readOutlets } from "./outlets.ts";
import { type Person, readPersons } from "./persons.ts";
import { type Place, readPlaces } from "./places.ts";
import { plain } from "./plain.ts";
import { type AllEventRules, buildEventRules } from "./rules.ts";
import { type DomainOf, readDomains, readScores, type Scores } from "./scores.ts";
import { readStandIns } from "./stand-ins.ts";
import { readStates, type State } from "./states.ts";
import { type KnowledgeFiles, refuse } from "./table.ts";
import { versionOf } from "./version.ts";
import {
  type Endings,
  type Namesake,
  type ProbabilityWord,
  readEndings,
  readNamesakes,
  readNonActors,
  readProbability,
} from "./words.ts";

export type { Cue, Cues } from "./cues.ts";
export type { Equipment } from "./equipment.ts";
export { joinTables } from "./join.ts";
export { INCIDENT_KINDS, type Kind } from "./kinds.ts";
export { type Entry, type LexiconNode, piecesOf, type Sense } from "./lexicon.ts";
export { membersOn, type Organisation, organisationOn } from "./organisations.ts";
export type { Agent, Organ } from "./organs.ts";
export type { Outlet } from "./outlets.ts";
export { type Person, type Role, roleOn } from "./persons.ts";
export { importPetrarchActors, petrarchActor } from "./petrarch.ts";
export { importPetrarchAgents } from "./petrarch-agents.ts";
export { cameoBook, codebookOf } from "./petrarch-codes.ts";
export { type Codebook, type ImportedRules, importPetrarchVerbs, type LeftOut } from "./petrarch-rules.ts";
export type { Place } from "./places.ts";
export { plain } from "./plain.ts";
export type {
  CorrectionRow,
  Effect,
  EventRow,
  EventRules,
  OperatorRow,
  OrientationRow,
  Trigger,
} from "./rules.ts";
export type { Phrase } from "./rules-phrase.ts";
export type { State } from "./states.ts";
export type { KnowledgeFiles } from "./table.ts";
export type { Namesake, ProbabilityWord } from "./words.ts";

/** All tables, ready for look-ups. Words are looked up in a `Map`, so that "constructor" is a word too. */
export interface Knowledge {
  /** Changes with any byte of any table. */
  readonly version: string;
  readonly states: readonly State[];
  readonly outlets: readonly Outlet[];
  readonly persons: readonly Person[];
  readonly organisations: readonly Organisation[];
  readonly organs: readonly Organ[];
  readonly places: readonly Place[];
  readonly equipment: readonly Equipment[];
  readonly probability: readonly ProbabilityWord[];
  /** Names that the parser takes for other words, with names of the same length that it knows. */
  readonly standIns: ReadonlyMap<string, string>;
  /** Kinds of incidents that counting rules and depth ask for. */
  readonly kinds: readonly Kind[];
  /** A state by code, name, other name, or the name of a past state; case and accents don't matter. */
  readonly stateOf: (nameOrCode: string) => State | undefined;
  /** The state's name, or the code itself where it is no state's. */
  readonly stateName: (code: string) => string;
  readonly outletOf: (publisher: string) => Outlet | undefined;
  readonly domainOf: DomainOf;
  /** PLOVER score, -10 to 10; of the type where the mode has none. */
  readonly scoreOf: (type: Parameters<Scores["scoreRow"]>[0], mode?: string) => number;
  readonly scores: Scores;
  /** The nearest CAMEO code of a type, mode and contexts. */
  readonly cameoOf: CameoOf;
  readonly cues: Cues;
  readonly eventRules: AllEventRules;
  /** The trie of all names, for the mentions of a text. */
  readonly lexicon: LexiconNode;
  readonly endings: Endings;
  /** By the plain form of the name. */
  readonly namesakes: ReadonlyMap<string, Namesake>;
  /** Who held the office of a country (`RUS`, `president`) on a day; undefined where the tables name none. */
  readonly holderOf: (country: string, office: string, day: string) => Person | undefined;
}

function indexStates(states: readonly State[]): Knowledge["stateOf"] {
  const byName = new Map<string, State>();
  for (const state of states)
    for (const name of [state.code, state.name, ...state.names])
      if (!byName.has(plain(name))) byName.set(plain(name), state);
  return (name) => byName.get(plain(name));
}

function indexOutlets(outlets: readonly Outlet[]): Knowledge["outletOf"] {
  const withoutThe = (name: string): string => plain(name).replace(/^the /, "");
  const byName = new Map<string, Outlet>();
  for (const outlet of outlets) for (const name of [outlet.name, ...outlet.names]) byName.set(withoutThe(name), outlet);
  return (publisher) => byName.get(withoutThe(publisher));
}

function indexHolders(persons: readonly Person[]): Knowledge["holderOf"] {
  const byOffice = new Map<string, { person: Person; from: string; to: string }[]>();
  for (const person of persons)
    for (const { country, office, from, to } of person.roles) {
      const key = `${country} ${office}`;
      const holders = byOffice.get(key);
      if (holders) holders.push({ person, from, to });
      else byOffice.set(key, [{ person, from, to }]);
    }
  for (const holders of byOffice.values()) holders.sort((a, b) => (a.from < b.from ? -1 : 1));
  return (country, office, day) =>
    byOffice.get(`${country} ${office}`)?.findLast(({ from, to }) => from <= day && day <= to)?.person;
}

/** The tables whose absence means that something is wrong, not that somebody needs none. */
const NEEDED = ["states.tsv", "scores.tsv", "domains.tsv"];

function readTables(files: KnowledgeFiles) {
  const states = readStates(files);
  const codes = new Set(states.map((state) => state.code));
  const isState = (code: string): boolean => codes.has(code);
  const isCountry = (code: string): boolean => isState(code) || ["EUR", "UNO", "IGO", "NGO"].includes(code);
  return {
    states,
    outlets: readOutlets(files, isState),
    persons: readPersons(files, isCountry),
    organisations: readOrganisations(files, isState),
    organs: readOrgans(files, isState),
    agents: readAgents(files),
    places: readPlaces(files, isState),
    equipment: readEquipment(files, isState),
    nonActors: readNonActors(files),
  };
}

/**
 * Knowledge from the texts of its tables, by file name relative to `knowledge/`.
 * Throws `knowledge.row` with file, line and remedy; a faulty table is refused whole.
 */
export function buildKnowledge(files: KnowledgeFiles): Knowledge {
  for (const file of NEEDED)
    if (files[file] === undefined)
      refuse({ file, line: 1 }, "the table is missing", `Put ${file} back, or reinstall Entente.`);
  const tables = readTables(files);
  const names = new Map(tables.states.map((state) => [state.code, state.name]));
  const scores = readScores(files);
  return {
    version: versionOf(files),
    states: tables.states,
    outlets: tables.outlets,
    persons: tables.persons,
    organisations: tables.organisations,
    organs: tables.organs,
    places: tables.places,
    equipment: tables.equipment,
    probability: readProbability(files),
    standIns: readStandIns(files),
    kinds: readKinds(files),
    stateOf: indexStates(tables.states),
    stateName: (code) => names.get(code) ?? code,
    outletOf: indexOutlets(tables.outlets),
    domainOf: readDomains(files),
    scoreOf: (type, mode) => scores.scoreRow(type, mode).score,
    scores,
    cameoOf: readCameo(files, scores),
    cues: buildCues(files),
    eventRules: buildEventRules(files),
    lexicon: buildLexicon(tables),
    endings: readEndings(files),
    namesakes: new Map(readNamesakes(files).map((namesake) => [plain(namesake.name), namesake])),
    holderOf: indexHolders(tables.persons),
  };
}
