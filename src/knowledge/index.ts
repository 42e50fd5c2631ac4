/** The tables that an analyst reads and edits, loaded, checked and indexed. */
import { type Outlet, readOutlets } from "./outlets.ts";
import { type DomainOf, readDomains, readScores, type Scores } from "./scores.ts";
import { readStates, type State } from "./states.ts";
import { type KnowledgeFiles, refuse } from "./table.ts";
import { versionOf } from "./version.ts";

export type { Outlet } from "./outlets.ts";
export type { Score } from "./scores.ts";
export type { State } from "./states.ts";
export type { KnowledgeFiles } from "./table.ts";

/** All tables, ready for look-ups. Words are looked up in a `Map`, so that "constructor" is a word too. */
export interface Knowledge {
  /** Changes with any byte of any table. */
  readonly version: string;
  readonly states: readonly State[];
  readonly outlets: readonly Outlet[];
  /** A state by code, name, other name, or the name of a past state; case and accents don't matter. */
  readonly stateOf: (nameOrCode: string) => State | undefined;
  /** The state's name, or the code itself where it is no state's. */
  readonly stateName: (code: string) => string;
  readonly outletOf: (publisher: string) => Outlet | undefined;
  readonly domainOf: DomainOf;
  /** PLOVER score, -10 to 10; of the type where the mode has none. */
  readonly scoreOf: (type: Parameters<Scores["scoreRow"]>[0], mode?: string) => number;
  readonly scores: Scores;
}

/** Lower case, without accents, quotes straight, blanks single: the form in which names are looked up. */
export const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

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

/**
 * Knowledge from the texts of its tables, by file name relative to `knowledge/`.
 * Throws `knowledge.row` with file, line and remedy; a faulty table is refused whole.
 */
export function buildKnowledge(files: KnowledgeFiles): Knowledge {
  for (const file of ["states.tsv", "scores.tsv", "domains.tsv"])
    if (files[file] === undefined)
      refuse({ file, line: 1 }, "the table is missing", `Put ${file} back, or reinstall Entente.`);
  const states = readStates(files);
  const byCode = new Map(states.map((state) => [state.code, state]));
  const outlets = readOutlets(files, (code) => byCode.has(code));
  const scores = readScores(files);
  return {
    version: versionOf(files),
    states,
    outlets,
    stateOf: indexStates(states),
    stateName: (code) => byCode.get(code)?.name ?? code,
    outletOf: indexOutlets(outlets),
    domainOf: readDomains(files),
    scoreOf: (type, mode) => scores.scoreRow(type, mode).score,
    scores,
  };
}
