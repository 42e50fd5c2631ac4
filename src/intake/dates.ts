import { EntenteError } from "../schema/index.ts";

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const ZONED = /(?:Z|GMT|UTC?|[+-]\d{2}:?\d{2})$/i;
const EARLIEST_YEAR = 1500;
const LATEST_YEAR = 2200;

const plausible = (year: number): boolean => year >= EARLIEST_YEAR && year <= LATEST_YEAR;

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** What no ISO writer wrote ("Mon, 28 Dec 2020 10:00:00 GMT", "December 28, 2020"). */
function fromProse(value: string): string | undefined {
  if (!/[1-9]\d{3}/.test(value)) return undefined;
  const date = new Date(value);
  if (Number.isNaN(date.getTime()) || !plausible(date.getFullYear())) return undefined;
  if (ZONED.test(value)) return date.toISOString().replace(".000Z", "Z");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A date of publication as ISO 8601, or nothing where the words are no date of a plausible year. */
export function publicationDate(value: string): string | undefined {
  const trimmed = value.trim();
  const iso = ISO.exec(trimmed);
  if (!iso) return fromProse(trimmed);
  const [year, month, day] = [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  if (!plausible(year) || !isCalendarDay(year, month, day)) return undefined;
  return trimmed.replace(" ", "T").replace(".000Z", "Z");
}

/** The same for a date somebody gave on purpose: what is no date is an error (input.date). */
export function givenDate(value: string, path: string): string {
  const date = publicationDate(value);
  if (date === undefined) throw new EntenteError("input.date", { value, path });
  return date;
}
