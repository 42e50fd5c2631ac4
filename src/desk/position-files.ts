import type { Knowledge } from "../knowledge/index.ts";
import { OBLIGATION_LEVELS, obligationLevel, type Position, VOTE_LEVELS } from "../measures/index.ts";
import { EntenteError } from "../schema/index.ts";
import { rowsOfTable, type TableRow } from "./table-file.ts";

/** The positions of many states, by period, with the full scale that they are on. */
export interface PositionTable {
  readonly levels: readonly number[];
  /** By name of the period, in order. */
  readonly periods: ReadonlyMap<string, readonly Position[]>;
}

/** Votes: a row a state and roll call. */
export interface VoteFiles {
  readonly votes: string;
  /** When each roll call was taken; without it all votes are one period. */
  readonly rollCalls?: string;
  readonly by: "year" | "session";
}

/** Alliance obligations: a row a directed dyad and year. */
export interface AllianceFiles {
  readonly alliances: string;
  /** The members of the system in each year; without it those that the alliances name. */
  readonly members?: string;
  /** Abbreviations and names of the numeric codes. */
  readonly states?: string;
}

/** Codes of a file as codes of states: by the state's name where the file tells it, else as the file has them. */
class StateCodes {
  readonly #knowledge: Knowledge;
  readonly #codes = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  codeOf(code: string, name = "", short = code): string {
    const known = this.#codes.get(code);
    if (known !== undefined) return known;
    const named = this.#knowledge.stateOf(plainName(name))?.code;
    const own = named === undefined || this.#taken.has(named) ? short : named;
    this.#codes.set(code, own);
    this.#taken.add(own);
    return own;
  }
}

const plainName = (name: string): string =>
  name
    .replace(/\s*\(.*\)\s*/, "")
    .replaceAll("&", "and")
    .replace(/^St\. /, "Saint ");

const LEVEL_OF: Readonly<Record<string, number>> = { no: 1, abstain: 2, yes: 3 };
const ABSENT = new Set(["", "NA", "absent", "nonmember"]);

/** The People's Republic of China took the seat on this day; until then it was held by the Republic of China. */
const SEATED = "1971-10-25";
const CHINA = "CHN";
const REPUBLIC_OF_CHINA = "ROC";

interface RollCall {
  readonly period: string;
  readonly day: string;
}

async function rollCallsOf({ rollCalls, by }: VoteFiles): Promise<ReadonlyMap<string, RollCall> | undefined> {
  if (rollCalls === undefined) return undefined;
  const rows = rowsOfTable(rollCalls, by === "session" ? ["rcid", "date", "session"] : ["rcid", "date"], ["session"]);
  const calls = new Map<string, RollCall>();
  for await (const { line, cells } of rows) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(cells.date)) refuse(rollCalls, line, cells.date, "date", "days as 1971-10-25");
    calls.set(cells.rcid, { period: by === "year" ? cells.date.slice(0, 4) : cells.session, day: cells.date });
  }
  return calls;
}

function refuse(path: string, line: number, value: string, what: string, allowed: string): never {
  throw new EntenteError("table.value", { path, line, value, what, allowed });
}

/** Periods in order: years and sessions are numbers. */
const ordered = (periods: ReadonlyMap<string, Position[]>): Map<string, Position[]> =>
  new Map([...periods].sort(([a], [b]) => Number(a) - Number(b)));

/**
 * Votes as positions on the scale no < abstain < yes. Absences are no positions. Columns: `rcid`, `country_code`,
 * `vote` (yes, abstain, no) and, for names, `country`; of the roll calls `rcid`, `date` and `session`.
 * China's seat before 25 October 1971 is `ROC`. Errors: those of `rowsOfTable`, table.value.
 */
export async function votePositions(files: VoteFiles, knowledge: Knowledge): Promise<PositionTable> {
  const calls = await rollCallsOf(files);
  const codes = new StateCodes(knowledge);
  const periods = new Map<string, Position[]>();
  const rows = rowsOfTable(files.votes, ["rcid", "country_code", "vote"], ["country"]);
  for await (const { line, cells } of rows) {
    const call = calls ? calls.get(cells.rcid) : { period: "all", day: "9999" };
    if (ABSENT.has(cells.vote) || call === undefined) continue;
    const level = LEVEL_OF[cells.vote] ?? refuse(files.votes, line, cells.vote, "vote", "yes, abstain, no or absent");
    const own = cells.country_code || cells.country;
    if (own === "") refuse(files.votes, line, own, "country_code", "a code, or a name in the column country");
    const code = codes.codeOf(own, cells.country);
    const state = code === CHINA && call.day < SEATED ? REPUBLIC_OF_CHINA : code;
    addTo(periods, call.period, { state, item: cells.rcid, level });
  }
  return { levels: VOTE_LEVELS, periods: ordered(periods) };
}

function addTo<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

const FLAGS = ["atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul"] as const;
type Flag = (typeof FLAGS)[number];

function levelOf({ line, cells }: TableRow<Flag | "ccode1" | "ccode2" | "year">, path: string): number {
  const has = (flag: Flag): boolean => {
    if (!["0", "1", "", "NA"].includes(cells[flag])) refuse(path, line, cells[flag], flag, "0 or 1");
    return cells[flag] === "1";
  };
  return obligationLevel({
    defense: has("atop_defense"),
    offense: has("atop_offense"),
    neutrality: has("atop_neutral"),
    nonaggression: has("atop_nonagg"),
    consultation: has("atop_consul"),
  });
}

async function membersOf(path: string): Promise<Map<string, Set<string>>> {
  const members = new Map<string, Set<string>>();
  for await (const { cells } of rowsOfTable(path, ["ccode", "year"]))
    members.set(cells.year, (members.get(cells.year) ?? new Set()).add(cells.ccode));
  return members;
}

async function codesOf(path: string | undefined, knowledge: Knowledge): Promise<(code: string) => string> {
  const codes = new StateCodes(knowledge);
  if (path !== undefined) {
    for await (const { cells } of rowsOfTable(path, ["ccode", "stateabb", "statenme"]))
      codes.codeOf(cells.ccode, cells.statenme, cells.stateabb);
  }
  return (code) => codes.codeOf(code);
}

const SELF = OBLIGATION_LEVELS[OBLIGATION_LEVELS.length - 1];

/**
 * Alliance obligations as positions: each member of the system towards each member, to itself the highest. Columns:
 * `ccode1`, `ccode2`, `year` and five flags `atop_defense`, `atop_offense`, `atop_neutral`, `atop_nonagg`, `atop_consul`.
 * A year of which the alliances name nobody is left out. Errors: those of `rowsOfTable`, table.value.
 */
export async function alliancePositions(files: AllianceFiles, knowledge: Knowledge): Promise<PositionTable> {
  const codeOf = await codesOf(files.states, knowledge);
  const named = files.members === undefined ? undefined : await membersOf(files.members);
  const years = new Map<string, Map<string, number>>();
  const inYear = new Map<string, Set<string>>();
  for await (const row of rowsOfTable(files.alliances, ["ccode1", "ccode2", "year", ...FLAGS])) {
    const { ccode1, ccode2, year } = row.cells;
    const obligations = years.get(year) ?? new Map<string, number>();
    years.set(year, obligations.set(`${ccode1} ${ccode2}`, levelOf(row, files.alliances)));
    inYear.set(year, (inYear.get(year) ?? new Set<string>()).add(ccode1).add(ccode2));
  }
  const periods = new Map<string, Position[]>();
  for (const [year, obligations] of years) {
    const members = [...((named ?? inYear).get(year) ?? [])];
    const positions = members.flatMap((a) =>
      members.map((b) => ({
        state: codeOf(a),
        item: codeOf(b),
        level: a === b ? SELF : (obligations.get(`${a} ${b}`) ?? 0),
      })),
    );
    periods.set(year, positions);
  }
  return { levels: OBLIGATION_LEVELS, periods: ordered(periods) };
}
