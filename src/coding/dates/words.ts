import type { Unit } from "./calendar.ts";

const numbered = (names: string): ReadonlyMap<string, number> =>
  new Map(names.split(" ").flatMap((group, index) => group.split("/").map((name) => [name, index + 1] as const)));

/** English month names and their abbreviations, lower case: 1 to 12. */
export const MONTHS = numbered(
  "january/jan/jan. february/feb/feb. march/mar/mar. april/apr/apr. may june/jun/jun. july/jul/jul. " +
    "august/aug/aug. september/sep/sept/sep./sept. october/oct/oct. november/nov/nov. december/dec/dec.",
);

/** 1 for Monday to 7 for Sunday. Abbreviations that are words of their own (sun, sat) are left out. */
export const WEEKDAYS = numbered(
  "monday/mon. tuesday/tue./tues. wednesday/wed. thursday/thu./thur./thurs. friday/fri. saturday/sat. sunday/sun.",
);

export const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"].map(
    (word, index) => [word, index + 1] as const,
  ),
  ["a", 1],
  ["an", 1],
  ["fifteen", 15],
  ["twenty", 20],
  ["thirty", 30],
]);

/** Words for an uncertain number, with the least and the greatest that they are taken for. */
export const VAGUE: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["few", [2, 5]],
  ["several", [2, 7]],
  ["some", [2, 10]],
  ["many", [3, 20]],
]);

export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ["first", 1],
  ["1st", 1],
  ["second", 2],
  ["2nd", 2],
  ["third", 3],
  ["3rd", 3],
  ["fourth", 4],
  ["4th", 4],
  ["last", -1],
  ["final", -1],
]);

export const UNITS: ReadonlyMap<string, Unit> = new Map(
  (["day", "week", "month", "quarter", "year", "decade", "century"] as const).flatMap((unit) => [
    [unit, unit] as const,
    [unit === "century" ? "centuries" : `${unit}s`, unit] as const,
  ]),
);

/** First month of each season of the northern hemisphere; winter begins in December. */
export const SEASONS: ReadonlyMap<string, number> = new Map([
  ["spring", 3],
  ["summer", 6],
  ["autumn", 9],
  ["fall", 9],
  ["winter", 12],
]);

export type Part = "early" | "mid" | "late";

export const PARTS: ReadonlyMap<string, Part> = new Map([
  ["early", "early"],
  ["mid", "mid"],
  ["late", "late"],
  ["beginning", "early"],
  ["start", "early"],
  ["turn", "early"],
  ["dawn", "early"],
  ["middle", "mid"],
  ["end", "late"],
  ["close", "late"],
]);

/** Days from the dateline of words that name a day by it. */
export const DEICTIC_DAYS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["today", [0, 0]],
  ["tonight", [0, 0]],
  ["yesterday", [-1, -1]],
  ["tomorrow", [1, 1]],
  ["overnight", [-1, 0]],
]);

/** Which calendar unit a determiner picks, counted from the dateline. */
export const SHIFTS: ReadonlyMap<string, number> = new Map([
  ["this", 0],
  ["current", 0],
  ["last", -1],
  ["past", -1],
  ["next", 1],
  ["coming", 1],
]);

/** The same, counted from the date named before. */
export const ANCHORED_SHIFTS: ReadonlyMap<string, number> = new Map([
  ["that", 0],
  ["same", 0],
  ["following", 1],
  ["subsequent", 1],
  ["previous", -1],
  ["preceding", -1],
]);

/** Words of a stretch of time that ends (-1) or begins (1) at the dateline. */
export const DIRECTIONS: ReadonlyMap<string, 1 | -1> = new Map([
  ["past", -1],
  ["last", -1],
  ["previous", -1],
  ["recent", -1],
  ["coming", 1],
  ["next", 1],
]);

/** Words behind a number of units: which way they count, and whether from the date named before. */
export const DISTANCES: ReadonlyMap<string, { readonly sign: 1 | -1; readonly anchored: boolean }> = new Map([
  ["ago", { sign: -1, anchored: false }],
  ["earlier", { sign: -1, anchored: true }],
  ["before", { sign: -1, anchored: true }],
  ["previously", { sign: -1, anchored: true }],
  ["later", { sign: 1, anchored: true }],
  ["afterwards", { sign: 1, anchored: true }],
  ["after", { sign: 1, anchored: true }],
]);

/** Months in the parts of a year that are counted. */
export const YEAR_PARTS: ReadonlyMap<string, number> = new Map([
  ["quarter", 3],
  ["half", 6],
]);

/** Words before a bare year or month that make it a date. */
export const DATE_PREPOSITIONS: ReadonlySet<string> = new Set(
  "in since by until till from to of during before after through throughout between for late early mid and around about circa".split(
    " ",
  ),
);
