/** Days as the tables keep them (`2020-12-28`) and as numbers that can be subtracted (days since 1970). */

const MS_A_DAY = 86_400_000;

export const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / MS_A_DAY);

export const dayOf = (number: number): string => new Date(number * MS_A_DAY).toISOString().slice(0, 10);

/** The day of an ISO 8601 date or instant. */
export const dayPart = (instant: string): string => instant.slice(0, 10);
