import type { z } from "zod";
import type { DateInterval } from "../../src/schema/index.ts";

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
const DAY = format({ day: "numeric", month: "short", year: "numeric" });
const MONTH = format({ month: "short", year: "numeric" });

/** `22 Dec 2020` for an ISO day or instant; what is no date stays as it is. */
export function dayWords(day: string): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : DAY.format(date);
}

/** `Dec 2020` for `2020-12`. */
export const monthWords = (month: string): string => MONTH.format(new Date(`${month}-01T00:00:00Z`));

/** `22 Dec 2020`, or `1 Mar – 31 May 2021`. */
export function intervalWords({ from, to }: z.infer<typeof DateInterval>): string {
  if (from === to) return dayWords(from);
  return DAY.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}
