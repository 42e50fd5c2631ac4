import { strict } from "chrono-node/en";
import { dayNumber, type Interval, monthsFrom, oneDay, unitAround, yearOf } from "./calendar.ts";
import { type DateRule, type Scene, skip, wordAt } from "./scene.ts";
import { isAhead } from "./tense.ts";
import { DATE_PREPOSITIONS, MONTHS, ORDINALS, SEASONS, SHIFTS, WEEKDAYS, YEAR_PARTS } from "./words.ts";

/** Any day will do: only what the words themselves say is taken from the answer. */
const REFERENCE = { instant: new Date(Date.UTC(2001, 0, 1, 12)), timezone: 0 };
const WINDOW = 9;
const YEAR = /^(1[7-9]|20)\d\d$/;
const ISO_OR_SLASHED = /^\d{4}-\d{2}-\d{2}|^\d{1,2}[/.]\d{1,2}[/.]\d{4}$/;
const DAY = /^\d{1,2}(st|nd|rd|th)?$/;

export const isYear = (word: string): boolean => YEAR.test(word);

/** Days ahead within which a date without a year is still meant to come. */
const FARTHEST_AHEAD = 240;

/** Days within which a day and month just ahead is meant to come, whatever the tense. */
const SOON = 14;

/** The year that a date without one means: the nearest on the side that the sentence looks to. */
function nearest(scene: Scene, at: number, inYear: (year: number) => Interval, soon = 0): Interval | undefined {
  if (scene.published === undefined) return undefined;
  const year = yearOf(scene.published);
  const same = inYear(year);
  const next = same.to >= scene.published ? same : inYear(year + 1);
  if (isAhead(scene.analysis, at) && next.from - scene.published < FARTHEST_AHEAD) return next;
  if (next.from > scene.published && next.from - scene.published <= soon) return next;
  return same.from <= scene.published ? same : inYear(year - 1);
}

function startsCalendarDate(scene: Scene, at: number): boolean {
  const word = scene.words[at];
  if (ISO_OR_SLASHED.test(word)) return true;
  const next = wordAt(scene, at + 1, at);
  if (MONTHS.has(word)) return DAY.test(next);
  if (DAY.test(word)) return MONTHS.has(next) || next === "of" || /^(to|-|–|and)$/.test(next);
  return WEEKDAYS.has(word) && (next === "," || MONTHS.has(next) || DAY.test(next));
}

/** A slashed date whose day and month can be told apart only by custom. */
const isAmbiguous = (word: string): boolean => {
  const parts = /^(\d{1,2})[/.](\d{1,2})[/.]/.exec(word);
  return parts !== null && Number(parts[1]) <= 12 && Number(parts[2]) <= 12 && parts[1] !== parts[2];
};

/** `28 December 2020`, `Dec. 28-30`, `the 3rd of May, 1999`, `2020-12-28`: as chrono-node reads them. */
export const calendarDate: DateRule = (scene, at) => {
  if (!startsCalendarDate(scene, at) || isAmbiguous(scene.words[at])) return undefined;
  const { analysis } = scene;
  const last = Math.min(at + WINDOW, analysis.sentenceStart[analysis.sentence[at] + 1]) - 1;
  const [result] = strict.parse(analysis.text.slice(analysis.start[at], analysis.end[last]), REFERENCE);
  if (result === undefined || result.index > 0 || !result.start.isCertain("day")) return undefined;
  const behind = analysis.start[at] + result.text.length;
  let next = at;
  while (next <= last && analysis.end[next] <= behind) next++;
  if (next === at) return undefined;
  const [start, end] = [result.start, result.end ?? result.start];
  const year = start.isCertain("year") ? start.get("year") : end.isCertain("year") ? end.get("year") : null;
  const inYear = (of: number): Interval => ({
    from: dayNumber(of, start.get("month")!, start.get("day")!),
    to: dayNumber(end.isCertain("year") ? end.get("year")! : of, end.get("month")!, end.get("day")!),
  });
  const interval = year === null ? nearest(scene, at, inYear, SOON) : inYear(year);
  return interval && interval.from <= interval.to ? { next, interval } : undefined;
};

/** Names of months that are also those of people, or words. */
const MAY_BE_NAME = /^(may|march|april|june|august|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)$/;

/** Whether a month's name is the month, and not May the woman or march the verb. */
function isMonthName(scene: Scene, at: number): boolean {
  const { analysis, words } = scene;
  if (!MONTHS.has(words[at]) || analysis.text[analysis.start[at]] === words[at][0]) return false;
  if (!MAY_BE_NAME.test(words[at])) return true;
  const before = wordAt(scene, at - 1, at);
  if (isYear(wordAt(scene, skip(scene, at + 1, at, ",", "of"), at))) return true;
  return (
    (DATE_PREPOSITIONS.has(before) || ["this", "last", "next", "-"].includes(before)) &&
    analysis.upos[at] !== "VERB" &&
    analysis.upos[at + 1] !== "PROPN"
  );
}

/** `December 2019`, `May of 2018`, `December`. */
export const monthOfYear: DateRule = (scene, at) => {
  if (!isMonthName(scene, at)) return undefined;
  const month = MONTHS.get(scene.words[at])!;
  const behind = skip(scene, at + 1, at, ",", "of");
  const year = wordAt(scene, behind, at);
  if (isYear(year)) return { next: behind + 1, interval: monthsFrom(Number(year), month, 1) };
  const interval = nearest(scene, at, (of) => monthsFrom(of, month, 1));
  return interval && { next: at + 1, interval };
};

/** "Interaction-2021": a year that a name ends in. */
function isInName({ analysis, words }: Scene, at: number): boolean {
  const { text, start, end } = analysis;
  const isTight = at > 1 && /^[-–]$/.test(words[at - 1]) && end[at - 1] === start[at] && end[at - 2] === start[at - 1];
  return isTight && /^\p{Lu}/u.test(text.slice(start[at - 2], end[at - 2]));
}

/** A bare number is a year only where its neighbours say so: `in 2019`, `(2019)`, `the 2020 election`. */
function isYearHere(scene: Scene, at: number): boolean {
  const { analysis } = scene;
  if (!isYear(scene.words[at])) return false;
  const before = wordAt(scene, at - 1, at);
  const countsPlural = analysis.upos[at + 1] === "NOUN" && wordAt(scene, at + 1, at).endsWith("s");
  if (countsPlural) return false;
  if (isInName(scene, at)) return false;
  if (before === "(" || DATE_PREPOSITIONS.has(before)) return true;
  const isNumbered =
    /^(PROPN|NOUN)$/.test(analysis.upos[at - 1] ?? "") && analysis.sentence[at - 1] === analysis.sentence[at];
  return !isNumbered && /^(nummod|compound|obl|nmod)/.test(analysis.relation[at]);
}

/** `2019`, `2014-2016`, `2019/20`. */
export const bareYear: DateRule = (scene, at) => {
  if (!isYearHere(scene, at)) return undefined;
  const from = Number(scene.words[at]);
  const join = wordAt(scene, at + 1, at);
  const second = wordAt(scene, at + 2, at);
  if (/^[-–/]$/.test(join) && (isYear(second) || /^\d\d$/.test(second))) {
    const to = isYear(second) ? Number(second) : Math.floor(from / 100) * 100 + Number(second);
    if (to > from) return { next: at + 3, interval: monthsFrom(from, 1, 12 * (to - from + 1)) };
  }
  return { next: at + 1, interval: monthsFrom(from, 1, 12) };
};

/** `1990s`, `20th century`. */
export const decadeOrCentury: DateRule = (scene, at) => {
  const decade = /^((?:1[5-9]|20)\d0)s$/.exec(scene.words[at]);
  if (decade) return { next: at + 1, interval: monthsFrom(Number(decade[1]), 1, 120) };
  const century = /^(1[5-9]|2[01])(th|st)$/.exec(scene.words[at]);
  if (!century || wordAt(scene, at + 1, at) !== "century") return undefined;
  return { next: at + 2, interval: monthsFrom((Number(century[1]) - 1) * 100 + 1, 1, 1200) };
};

/** The year that ends a quarter, half or season: `of 2020`, `2020`, `of last year`. */
function yearBehind(scene: Scene, at: number, origin: number): { next: number; year: number } | undefined {
  const behind = skip(scene, at, origin, "of", "in", ",", "the");
  const word = wordAt(scene, behind, origin);
  if (isYear(word)) return { next: behind + 1, year: Number(word) };
  if (scene.published === undefined || wordAt(scene, behind + 1, origin) !== "year") return undefined;
  const shift = SHIFTS.get(word);
  return shift === undefined ? undefined : { next: behind + 2, year: yearOf(scene.published) + shift };
}

/** `first quarter of 2020`, `Q3 2020`, `second half of last year`; `summer of 2019`, `winter 2019`. */
export const partOfYear: DateRule = (scene, at) => {
  const parsed = quarterAt(scene, at) ?? seasonAt(scene, at);
  if (!parsed) return undefined;
  const named = yearBehind(scene, parsed.next, at);
  if (named) return { next: named.next, interval: monthsFrom(named.year, parsed.month, parsed.months) };
  if (parsed.bare === false) return undefined;
  const interval = nearest(scene, at, (year) => monthsFrom(year, parsed.month, parsed.months));
  return interval && { next: parsed.next, interval };
};

interface YearPart {
  readonly next: number;
  readonly month: number;
  readonly months: number;
  /** false where the words are no date without a year. */
  readonly bare: boolean;
}

function quarterAt(scene: Scene, at: number): YearPart | undefined {
  const short = /^q([1-4])$/.exec(scene.words[at]);
  if (short) return { next: at + 1, month: Number(short[1]) * 3 - 2, months: 3, bare: true };
  const ordinal = ORDINALS.get(scene.words[at]);
  const noun = skip(scene, at + 1, at, "-");
  const months = YEAR_PARTS.get(wordAt(scene, noun, at));
  if (ordinal === undefined || months === undefined) return undefined;
  const index = ordinal < 0 ? 12 / months : ordinal;
  if (index * months > 12) return undefined;
  return { next: noun + 1, month: (index - 1) * months + 1, months, bare: months === 3 };
}

function seasonAt(scene: Scene, at: number): YearPart | undefined {
  const month = SEASONS.get(scene.words[at]);
  return month === undefined ? undefined : { next: at + 1, month, months: 3, bare: false };
}

/** `Monday`, `last Friday`: the nearest such day on the side that the sentence looks to. */
export const weekday: DateRule = (scene, at) => {
  const modifier = ["last", "past", "this", "next"].includes(scene.words[at]) ? scene.words[at] : "";
  const name = modifier ? at + 1 : at;
  const day = WEEKDAYS.get(wordAt(scene, name, at));
  if (day === undefined || scene.published === undefined || scene.analysis.upos[name] === "VERB") return undefined;
  const inWeek = unitAround(scene.published, "week").from + day - 1;
  const before = inWeek <= scene.published ? inWeek : inWeek - 7;
  const after = inWeek >= scene.published ? inWeek : inWeek + 7;
  const ahead = modifier === "next" || (modifier !== "last" && modifier !== "past" && isAhead(scene.analysis, name));
  const strictly = modifier === "last" || modifier === "past" || modifier === "next" ? 7 : 0;
  const picked = ahead ? after : before;
  return {
    next: name + 1,
    interval: oneDay(picked === scene.published ? picked + (ahead ? strictly : -strictly) : picked),
  };
};
