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

/** Who is told: people by mail, a program by a signed webhook, or whoever reads the feed. */
export const AlertTarget = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("mail"), to: z.array(z.string().min(3)).min(1).max(50) }),
  z.object({ kind: z.literal("webhook"), url: z.url({ protocol: /^https?$/ }), secret: z.string().min(16).max(200) }),
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
      againstNames: z.array(z.string()).optional(),
      day: z.string().optional(),
      words: z.string(),
      publisher: z.string().optional(),
      url: z.string().optional(),
    }),
  ),
});
export type WatchSnapshot = z.infer<typeof WatchSnapshot>;

/** An alert with the time at which it was raised. */
export const RaisedAlert = z.object({
  id: z.string(),
  rule: z.string(),
  dyad: z.tuple([z.string(), z.string()]),
  title: z.string(),
  text: z.string(),
  url: z.string().optional(),
  /** ISO 8601. */
  at: z.string(),
});
export type RaisedAlert = z.infer<typeof RaisedAlert>;

/** A mail server, as the settings give it. */
export const SmtpSettings = z.object({
  host: z.string().trim().min(1).max(253),
  port: z.int().positive().max(65_535),
  /** TLS from the first byte (port 465); otherwise STARTTLS where the server has it. */
  secure: z.boolean().default(false),
  user: z.string().max(200).optional(),
  password: z.string().max(500).optional(),
  /** The sender. */
  from: z.string().min(3).max(300),
});
export type SmtpSettings = z.infer<typeof SmtpSettings>;

/** A mail server as it is shown: its password never is. */
export const MailView = z.object({ ...SmtpSettings.omit({ password: true }).shape, hasPassword: z.boolean() });
export type MailView = z.infer<typeof MailView>;

/** Settings as they are given: a webhook of a rule that is kept already keeps its secret where none is given. */
export const WatchGiven = z.object({
  ...WatchSettings.omit({ schema: true }).shape,
  alerts: z.array(
    z.object({
      ...AlertRule.shape,
      to: z
        .array(
          z.discriminatedUnion("kind", [
            AlertTarget.options[0],
            AlertTarget.options[1].partial({ secret: true }),
            AlertTarget.options[2],
          ]),
        )
        .min(1),
    }),
  ),
});
export type WatchGiven = z.infer<typeof WatchGiven>;

/** What is watched and by which clock; no secret is shown. */
export const WatchView = z.object({
  ...WatchGiven.shape,
  mail: MailView.optional(),
  /** Whether a service looks by the clock. */
  watching: z.boolean(),
  /** When it looks next, as an ISO 8601 instant. */
  next: z.string().optional(),
  nextDigest: z.string().optional(),
  /** Alerts that have not reached all of their targets yet. */
  waiting: z.int().nonnegative(),
});
export type WatchView = z.infer<typeof WatchView>;

/** What would be sent now. */
export const WatchPreview = z.object({
  alerts: z.array(RaisedAlert),
  digest: z.object({ title: z.string(), text: z.string(), to: z.array(z.string()) }).optional(),
  /** Rules whose dyad was not looked at yet: the first look only sees what is there. */
  unseen: z.array(z.string()),
});
export type WatchPreview = z.infer<typeof WatchPreview>;

/** One thing that was sent, or was not. */
export const SentEntry = z.object({
  /** ISO 8601. */
  at: z.string(),
  kind: z.enum(["alert", "digest", "test", "brief", "look"]),
  title: z.string(),
  /** `feed`, a web address, mail addresses. */
  target: z.string(),
  outcome: z.enum(["sent", "failed"]),
  /** Why it failed, and what happens next. */
  detail: z.string().optional(),
});
export type SentEntry = z.infer<typeof SentEntry>;

/** What a mail to several people did. */
export const Delivery = z.object({
  sent: z.array(z.string()),
  /** Had it already, or may have. */
  skipped: z.array(z.string()),
  refused: z.array(z.object({ recipient: z.string(), detail: z.string() })),
});
export type Delivery = z.infer<typeof Delivery>;
