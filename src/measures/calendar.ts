const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of an ISO day. Pure arithmetic on the calendar, no time zone. */
export const dayNumber = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY_MS;

/** The ISO day of a day number. */
export const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The middle day of a closed interval, the earlier one of two. */
export const middleDay = (from: string, to: string): string => dayOf(Math.floor((dayNumber(from) + dayNumber(to)) / 2));

/** `2020-12` of `2020-12-28`. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** Length of the periods that a series is counted in. */
export type PeriodLength = "week" | "month" | "quarter" | "year";

/** Days of ISO 8601 weeks begin on Monday; 1970-01-05 was one. */
const MONDAY = 4;

/** The period a day lies in: `2020-W53`, `2020-12`, `2020-Q4`, `2020`. Weeks are those of ISO 8601. */
export function periodOf(day: string, length: PeriodLength): string {
  const year = day.slice(0, 4);
  if (length === "year") return year;
  if (length === "month") return monthOf(day);
  if (length === "quarter") return `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  return isoWeek(dayNumber(day));
}

/** An ISO week belongs to the year of its Thursday. */
function isoWeek(day: number): string {
  const thursday = Math.floor((day - MONDAY) / 7) * 7 + MONDAY + 3;
  const year = dayOf(thursday).slice(0, 4);
  const week = Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** All periods from the one of `from` to the one of `to`, without a gap. */
export function periodsBetween(from: string, to: string, length: PeriodLength): string[] {
  const periods: string[] = [];
  const last = dayNumber(to);
  for (let day = dayNumber(from); day <= last; day += 1) {
    const period = periodOf(dayOf(day), length);
    if (period !== periods[periods.length - 1]) periods.push(period);
  }
  return periods;
}

/** First day of a period as `periodOf` names it. */
export function periodStart(period: string): string {
  if (period.includes("W")) {
    const fourth = dayNumber(`${period.slice(0, 4)}-01-04`);
    return dayOf(Math.floor((fourth - MONDAY) / 7) * 7 + MONDAY + 7 * (Number(period.slice(6)) - 1));
  }
  if (period.includes("Q"))
    return `${period.slice(0, 4)}-${String(3 * Number(period.slice(6)) - 2).padStart(2, "0")}-01`;
  return period.length === 4 ? `${period}-01-01` : `${period}-01`;
}
