const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of an ISO day. Pure arithmetic on the calendar, no time zone. */
export const dayNumber = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY_MS;

/** The ISO day of a day number. */
export const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The middle day of a closed interval, the earlier one of two. */
export const middleDay = (from: string, to: string): string => dayOf(Math.floor((dayNumber(from) + dayNumber(to)) / 2));

/** `2020-12` of `2020-12-28`. */
export const monthOf = (day: string): string => day.slice(0, 7);
