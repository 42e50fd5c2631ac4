import {
  clip,
  type DayNumber,
  type Interval,
  monthsFrom,
  moveBy,
  oneDay,
  type Unit,
  unitAround,
  weekdayOf,
  yearOf,
} from "./calendar.ts";
import { type DateRule, type Scene, skip, wordAt } from "./scene.ts";
import { isAhead } from "./tense.ts";
import { DEICTIC_DAYS, DIRECTIONS, MONTHS, NUMBERS, SEASONS, SHIFTS, UNITS, VAGUE } from "./words.ts";

/** "Japan Today", "Russia Today". */
function isPartOfName({ analysis, words }: Scene, at: number): boolean {
  const isCapital = analysis.text[analysis.start[at]] !== words[at][0];
  return (
    isCapital && at > 0 && analysis.sentence[at - 1] === analysis.sentence[at] && analysis.upos[at - 1] === "PROPN"
  );
}

/** `today`, `yesterday`, `overnight`. */
export const deicticDay: DateRule = (scene, at) => {
  const days = isPartOfName(scene, at) ? undefined : DEICTIC_DAYS.get(scene.words[at]);
  if (!days || scene.published === undefined) return undefined;
  return { next: at + 1, interval: { from: scene.published + days[0], to: scene.published + days[1] } };
};

/** What is over by the dateline, or still to come, where the interval holds the dateline. */
function sideOf(scene: Scene, at: number, interval: Interval): Interval {
  const now = scene.published!;
  if (interval.from > now || interval.to < now) return interval;
  return isAhead(scene.analysis, at) ? clip(interval, now, interval.to) : clip(interval, interval.from, now);
}

function seasonNear(now: DayNumber, season: string, shift: number): Interval {
  const month = SEASONS.get(season)!;
  const current = monthsFrom(yearOf(now), month, 3);
  const began = current.from <= now ? 0 : -1;
  if (shift === 0) return current;
  const over = monthsFrom(yearOf(now) + began, month, 3);
  const year = yearOf(over.from) + (shift < 0 ? (over.to >= now ? -1 : 0) : 1);
  return monthsFrom(year, month, 3);
}

/** The weekend of the week that holds `day`, moved by `shift` weeks. */
const weekendAround = (day: DayNumber, shift: number): Interval => {
  const saturday = day - weekdayOf(day) + 6 + 7 * shift;
  return { from: saturday, to: saturday + 1 };
};

function named(scene: Scene, at: number, shift: number): Interval | undefined {
  const noun = scene.words[at];
  const isCapital = scene.analysis.text[scene.analysis.start[at]] !== noun[0];
  const now = scene.published!;
  const unit = UNITS.get(noun);
  if (unit) return unit === "day" ? undefined : unitAround(now, unit, shift);
  if (noun === "weekend") return weekendAround(now, shift);
  if (noun === "morning" || noun === "evening" || noun === "afternoon" || noun === "night")
    return oneDay(shift === 0 ? now : now + shift);
  if (SEASONS.has(noun)) return seasonNear(now, noun, shift);
  const month = MONTHS.get(noun);
  if (month === undefined || !isCapital) return undefined;
  const same = monthsFrom(yearOf(now), month, 1);
  if (shift < 0) return same.to < now ? same : monthsFrom(yearOf(now) - 1, month, 1);
  if (shift > 0) return same.from > now ? same : monthsFrom(yearOf(now) + 1, month, 1);
  return same;
}

/** `last week`, `this month`, `next year`, `this summer`, `last December`. */
export const shiftedUnit: DateRule = (scene, at) => {
  const shift = SHIFTS.get(scene.words[at]);
  if (shift === undefined || scene.published === undefined) return undefined;
  const noun = wordAt(scene, at + 1, at);
  if (noun.endsWith("s") && UNITS.has(noun)) return undefined;
  const interval = named(scene, at + 1, shift);
  return interval && { next: at + 2, interval: shift === 0 ? sideOf(scene, at, interval) : interval };
};

/** `the weekend`: the one that is over, or begins, nearest to the dateline. */
export const theWeekend: DateRule = (scene, at) => {
  if (scene.words[at] !== "weekend" || scene.published === undefined) return undefined;
  const ahead = isAhead(scene.analysis, at);
  const begun = weekdayOf(scene.published) >= 6;
  return { next: at + 1, interval: weekendAround(scene.published, ahead || begun ? 0 : -1) };
};

/** A number of units, as the least and the greatest it may be: `two`, `a few`, `a couple of`, `20`. */
export function countAt(
  scene: Scene,
  at: number,
  origin: number,
): { next: number; least: number; most: number } | undefined {
  const article = wordAt(scene, at, origin) === "a" ? at + 1 : at;
  const word = wordAt(scene, article, origin);
  const vague = VAGUE.get(word);
  if (vague) return { next: article + 1, least: vague[0], most: vague[1] };
  if (word === "couple") return { next: skip(scene, article + 1, origin, "of"), least: 2, most: 2 };
  const number = NUMBERS.get(wordAt(scene, at, origin)) ?? (/^\d{1,3}$/.test(word) ? Number(word) : undefined);
  return number === undefined ? undefined : { next: at + 1, least: number, most: number };
}

/** The unit at a token, in the singular or plural. */
export function unitsAt(scene: Scene, at: number, origin: number): { next: number; unit: Unit } | undefined {
  const unit = UNITS.get(wordAt(scene, at, origin));
  return unit && { next: at + 1, unit };
}

/** `past decade`, `last two weeks`, `coming months`, `recent years`: a stretch that ends or begins at the dateline. */
export const stretch: DateRule = (scene, at) => {
  const direction = DIRECTIONS.get(scene.words[at]);
  if (direction === undefined || scene.published === undefined) return undefined;
  const count = countAt(scene, at + 1, at);
  const units = unitsAt(scene, count?.next ?? at + 1, at);
  const afterThe = ["the", "over", "this"].includes(wordAt(scene, at - 1, at));
  if (!units || !(count || scene.words[units.next - 1].endsWith("s") || afterThe)) return undefined;
  const plural = scene.words[units.next - 1].endsWith("s");
  if (units.unit === "day" && !plural) return undefined;
  const edge = moveBy(scene.published, direction * (count?.most ?? (plural ? 5 : 1)), units.unit);
  const interval = direction < 0 ? { from: edge, to: scene.published } : { from: scene.published, to: edge };
  return { next: units.next, interval };
};
