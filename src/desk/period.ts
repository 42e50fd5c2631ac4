import { type DateInterval, EntenteError, type RelationQuery, type RelationView } from "../schema/index.ts";

/** Whether these words are a day of the calendar, as 2021-01-10. */
export const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
};

/** Refuses a period with a malformed day or with its end before its start. Errors: period.invalid. */
export function checkPeriod({ from, to }: Pick<RelationQuery, "from" | "to">): void {
  const days = [from, to].filter((day) => day !== undefined);
  if (days.some((day) => !isDay(day)) || (from !== undefined && to !== undefined && from > to)) {
    throw new EntenteError("period.invalid", { from: from ?? "the beginning", to: to ?? "the end" });
  }
}

interface Dated {
  readonly incidents: readonly { readonly date?: DateInterval }[];
  readonly exposure: readonly RelationView["exposure"][number][];
}

function daysOf({ incidents, exposure }: Dated): string[] {
  const dates = incidents.flatMap(({ date }) => (date ? [date.from, date.to] : []));
  return [...dates, ...exposure.filter(({ documents }) => documents > 0).map(({ month }) => `${month}-01`)].sort();
}

/** The period asked for, its open ends closed by the evidence; undefined where there is nothing to close them with. */
export function periodOf(query: Pick<RelationQuery, "from" | "to">, found: Dated): DateInterval | undefined {
  const days = daysOf(found);
  const from = query.from ?? days.at(0);
  const to = query.to ?? days.at(-1);
  if (from === undefined || to === undefined) return undefined;
  return from <= to ? { from, to } : { from: to, to: from };
}

const DAY_MS = 86_400_000;
const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

const monthsOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

function firstOfMonth(months: number): string {
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}-01`;
}

/** The last day of a month as `2020-12`. */
export const lastOfMonth = (month: string): string => shifted(firstOfMonth(monthsOf(`${month}-01`) + 1), -1);

/** What a window is held against: as many days just before it; of a window of whole months, as many whole months. */
export function baselineOf({ from, to }: DateInterval): DateInterval {
  const last = shifted(from, -1);
  if (from.endsWith("-01") && shifted(to, 1).endsWith("-01")) {
    const months = monthsOf(to) - monthsOf(from) + 1;
    return { from: firstOfMonth(monthsOf(from) - months), to: last };
  }
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS + 1;
  return { from: shifted(from, -days), to: last };
}

/** A period parted in the middle, between months where it has two or more. */
export function halves({ from, to }: DateInterval): readonly [DateInterval, DateInterval] {
  const months = monthsOf(to) - monthsOf(from) + 1;
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS + 1;
  const later = months > 1 ? firstOfMonth(monthsOf(from) + Math.floor(months / 2)) : shifted(from, Math.ceil(days / 2));
  return [
    { from, to: shifted(later, -1) },
    { from: later, to },
  ];
}
