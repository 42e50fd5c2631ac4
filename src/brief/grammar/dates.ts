import { MONTHS, monthInWords } from "../../figures/index.ts";
import type { DateInterval } from "../../schema/index.ts";

/** `28 December 2020` for `2020-12-28` or an instant of that day. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.slice(0, 10).split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

const lastOfMonth = (day: string): boolean => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).getUTCDate() === 1;

/** `2020`, `March 2020`, `January to March 2020`, or both days: as short as the interval is round. */
export function periodInWords({ from, to }: DateInterval): string {
  if (from === to) return dayInWords(from);
  if (!from.endsWith("-01") || !lastOfMonth(to)) return `${dayInWords(from)} to ${dayInWords(to)}`;
  if (from.slice(0, 7) === to.slice(0, 7)) return monthInWords(from);
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  if (from.endsWith("01-01") && to.endsWith("12-31")) return first === last ? first : `${first} to ${last}`;
  const start = first === last ? MONTHS[Number(from.slice(5, 7)) - 1] : monthInWords(from);
  return `${start} to ${monthInWords(to)}`;
}

const DAYS_MS = 86_400_000;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAYS_MS;

/** When something was, no more exact than it is known: `on 28 December 2020`, `in September 2020`, `between … and …`. */
export function whenInWords({ from, to }: DateInterval): string {
  if (from === to) return `on ${dayInWords(from)}`;
  const round = periodInWords({ from, to });
  if (/^(\w+ )?\d{4}$/.test(round)) return `in ${round}`;
  if (from.slice(0, 7) === to.slice(0, 7) && daysBetween(from, to) > 10) return `in ${monthInWords(from)}`;
  if (daysBetween(from, to) > 62) return `between ${monthInWords(from)} and ${monthInWords(to)}`;
  if (from.slice(0, 7) === to.slice(0, 7)) return `between ${Number(from.slice(8))} and ${dayInWords(to)}`;
  return `between ${dayInWords(from)} and ${dayInWords(to)}`;
}

/** `in 2020`, `in March 2020`, `from 22 December 2020 to 5 March 2021`: where something is placed in a period. */
export function inPeriod(interval: DateInterval): string {
  const words = periodInWords(interval);
  if (interval.from === interval.to) return `on ${words}`;
  return words.includes(" to ") ? `from ${words}` : `in ${words}`;
}
