import { columnsOf, type EventKind, onADay } from "./columns.ts";

const TABLE = { header: true, quotes: true } as const;
const inAYear = (column: string): readonly [string, string] => [
  `"${column}" BETWEEN 1789 AND 2100`,
  `${column} is no year between 1789 and 2100`,
];
const FLAGS = ["atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul"];

/** Alliance obligations a directed dyad and year (Leeds et al. 2002, ATOP; the columns of the package peacesciencer). */
export const ATOP_OBLIGATIONS: EventKind = {
  ...TABLE,
  name: "ATOP obligations",
  table: "atop_obligations",
  columns: columnsOf(
    `ccode1 INTEGER, ccode2 INTEGER, year INTEGER, ${FLAGS.map((flag) => `${flag} INTEGER`).join(", ")}`,
  ),
  key: ["ccode1", "ccode2", "year"],
  empty: ["NA"],
  checks: [
    inAYear("year"),
    [FLAGS.map((flag) => `coalesce(${flag}, 0) IN (0, 1)`).join(" AND "), "an obligation is neither 0 nor 1"],
  ],
};

/** Members of alliances and their phases (ATOP 5.1, the file of members). */
export const ATOP_MEMBERS: EventKind = {
  ...TABLE,
  name: "ATOP members",
  table: "atop_members",
  columns: columnsOf(
    `atopid INTEGER, member INTEGER, yrent INTEGER, moent? INTEGER, dayent? INTEGER, yrexit? INTEGER, moexit? INTEGER,
     dayexit? INTEGER, phase? INTEGER`,
  ),
  key: ["atopid", "member", "yrent"],
  empty: ["NA"],
  checks: [inAYear("yrent")],
};

/** The members of the system of states in each year (Correlates of War). */
export const SYSTEM_MEMBERS: EventKind = {
  ...TABLE,
  name: "members of the system of states",
  table: "system_members",
  columns: columnsOf("ccode INTEGER, year INTEGER"),
  exact: true,
  key: ["ccode", "year"],
  empty: ["NA"],
  checks: [inAYear("year")],
};

/** Votes of the General Assembly, a row a state and roll call. `NA` is Namibia, so nothing stands for an empty cell. */
export const UN_VOTES: EventKind = {
  ...TABLE,
  name: "UN votes",
  table: "un_votes",
  columns: columnsOf("rcid INTEGER, country, country_code?, vote"),
  key: ["rcid", "country"],
  empty: [],
  checks: [["vote IN ('yes', 'no', 'abstain', 'absent', 'nonmember')", "the vote is none of yes, no, abstain, absent"]],
};

/** The roll calls that votes belong to. */
export const UN_ROLL_CALLS: EventKind = {
  ...TABLE,
  name: "UN roll calls",
  table: "un_roll_calls",
  columns: columnsOf("rcid INTEGER, session INTEGER, importantvote? INTEGER, date DATE, unres?, short?, issue?"),
  key: ["rcid"],
  empty: ["NA"],
  checks: [onADay("date")],
};
