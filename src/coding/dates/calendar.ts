import type { DateInterval } from "../../schema/index.ts";

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export type DayNumber = number;

/** A closed interval of days. */
export interface Interval {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

export type Unit = "day" | "week" | "month" | "quarter" | "year" | "decade" | "century";

const MILLISECONDS = 86_400_000;
const DAYS_OF: Readonly<Record<Unit, number>> = {
  day: 1,
  week: 7,
  month: 30,
  quarter: 91,
  year: 365,
  decade: 3652,
  century: 36524,
};
const MONTHS_OF: Readonly<Partial<Record<Unit, number>>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
};

/** `month` is 1 to 12, or beyond: month 13 is the next January. */
export const dayNumber = (year: number, month: number, day: number): DayNumber =>
  Math.round(Date.UTC(year + Math.floor((month - 1) / 12), (((month - 1) % 12) + 12) % 12, day) / MILLISECONDS);

export const yearOf = (day: DayNumber): number => new Date(day * MILLISECONDS).getUTCFullYear();
export const monthOf = (day: DayNumber): number => new Date(day * MILLISECONDS).getUTCMonth() + 1;

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The day an ISO 8601 date or instant names, as written; undefined where it names none. */
export function dayOf(iso: string | undefined): DayNumber | undefined {
  const parts = iso === undefined ? null : /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!parts) return undefined;
  const [year, month, day] = parts.slice(1).map(Number);
  const found = dayNumber(year, month, day);
  return monthOf(found) === month ? found : undefined;
}

export const isoOf = (day: DayNumber): string => new Date(day * MILLISECONDS).toISOString().slice(0, 10);

export const toDates = ({ from, to }: Interval): DateInterval => ({ from: isoOf(from), to: isoOf(to) });

export const oneDay = (day: DayNumber): Interval => ({ from: day, to: day });

/** The days of `count` months from the first of `month` on. */
export const monthsFrom = (year: number, month: number, count: number): Interval => ({
  from: dayNumber(year, month, 1),
  to: dayNumber(year, month + count, 1) - 1,
});

/** The calendar unit that holds `day`, moved by `shift` units. Weeks run from Monday to Sunday. */
export function unitAround(day: DayNumber, unit: Unit, shift = 0): Interval {
  if (unit === "day") return oneDay(day + shift);
  if (unit === "week") {
    const monday = day - weekdayOf(day) + 1 + 7 * shift;
    return { from: monday, to: monday + 6 };
  }
  const months = MONTHS_OF[unit]!;
  const index = yearOf(day) * 12 + monthOf(day) - 1;
  const first = (Math.floor(index / months) + shift) * months;
  return monthsFrom(0, first + 1, months);
}

/** `day` moved by `count` units; a day that the month lacks becomes its last. */
export function moveBy(day: DayNumber, count: number, unit: Unit): DayNumber {
  const months = MONTHS_OF[unit];
  if (months === undefined) return day + Math.round(count * DAYS_OF[unit]);
  const index = yearOf(day) * 12 + monthOf(day) - 1 + Math.round(count * months);
  const last = dayNumber(0, index + 2, 1) - 1;
  return Math.min(dayNumber(0, index + 1, 1) + day - unitAround(day, "month").from, last);
}

/** The part of an interval: thirds, or one side of `day`. */
export function partOf(interval: Interval, part: "early" | "mid" | "late"): Interval {
  const length = interval.to - interval.from + 1;
  if (length < 3) return interval;
  const index = part === "early" ? 0 : part === "mid" ? 1 : 2;
  const cut = (third: number): DayNumber => interval.from + Math.round((length * third) / 3);
  return { from: cut(index), to: cut(index + 1) - 1 };
}

export const union = (a: Interval, b: Interval): Interval => ({
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
});

/** The common days, or the first interval where there are none. */
export function clip(interval: Interval, from: DayNumber, to: DayNumber): Interval {
  const cut = { from: Math.max(interval.from, from), to: Math.min(interval.to, to) };
  return cut.from <= cut.to ? cut : interval;
}
