import { z } from "zod";

/** A half-open range [start, end) of UTF-16 indexes into `Document.text`. */
export const Span = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .refine(([start, end]) => start <= end, "a span ends before it starts");
export type Span = [number, number];

/** A calendar day, ISO 8601 (`2020-12-28`). */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "not a day like 2020-12-28");

/** ISO 3166-1 alpha-3, or one of PLOVER's non-state codes (UNO, EUR, NGO, IGO …). */
export const CountryCode = z.string().regex(/^[A-Z]{3}$/, "not a three-letter country code");
export type CountryCode = z.infer<typeof CountryCode>;

/** A closed interval of days. */
export const DateInterval = z.object({ from: Day, to: Day });
export type DateInterval = z.infer<typeof DateInterval>;
