import { z } from "zod";
import { RUNG_NAMES } from "./measures.ts";
import { DOMAINS, Domain, EventType } from "./plover.ts";
import { CountryCode } from "./span.ts";

/** What an alert waits for. */
export const AlertCondition = z.discriminatedUnion("kind", [
  /** The verdict of the watched period becomes another one. */
  z.object({ kind: z.literal("verdict") }),
  /** A rung is reached, in one domain or any. */
  z.object({ kind: z.literal("rung"), rung: z.enum(RUNG_NAMES), domain: Domain.optional() }),
  /** Something of a kind happens. */
  z.object({ kind: z.literal("incident"), types: z.array(EventType).optional(), domains: z.array(Domain).optional() }),
  /** Something is told as directed against a third state. */
  z.object({ kind: z.literal("third-state"), third: CountryCode.optional() }),
]);
export type AlertCondition = z.infer<typeof AlertCondition>;

export const AlertTarget = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("mail"), to: z.array(z.string().min(3)).min(1) }),
  z.object({ kind: z.literal("webhook"), url: z.url(), secret: z.string().min(16) }),
  z.object({ kind: z.literal("feed") }),
]);
export type AlertTarget = z.infer<typeof AlertTarget>;

export const AlertRule = z.object({
  id: z.string().regex(/^[\w-]{1,60}$/, "letters, digits, - and _ only"),
  dyad: z.tuple([CountryCode, CountryCode]),
  when: AlertCondition,
  to: z.array(AlertTarget).min(1),
});
export type AlertRule = z.infer<typeof AlertRule>;

/** What is watched, how often, and who is told. */
export const WatchSettings = z.object({
  schema: z.literal("entente.watch/1"),
  /** Length of the period that verdicts are of, up to the day of the look. */
  days: z.int().min(7).max(3660).default(365),
  alerts: z.array(AlertRule).default([]),
  /** When alerts are looked for, as a cron pattern in UTC. */
  every: z.string().default("*/15 * * * *"),
  digest: z
    .object({
      dyads: z.array(z.tuple([CountryCode, CountryCode])).min(1),
      every: z.string(),
      to: z.array(z.string().min(3)).min(1),
    })
    .optional(),
});
export type WatchSettings = z.infer<typeof WatchSettings>;

/** What was known of a dyad at a look. */
export const WatchSnapshot = z.object({
  dyad: z.tuple([CountryCode, CountryCode]),
  names: z.tuple([z.string(), z.string()]),
  verdict: z.string().optional(),
  reached: z.partialRecord(z.enum(DOMAINS), z.enum(RUNG_NAMES)),
  incidents: z.array(
    z.object({
      id: z.string(),
      type: EventType,
      domain: Domain,
      against: z.array(CountryCode),
      day: z.string().optional(),
      words: z.string(),
      publisher: z.string().optional(),
      url: z.string().optional(),
    }),
  ),
});
export type WatchSnapshot = z.infer<typeof WatchSnapshot>;
