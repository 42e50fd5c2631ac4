import { z } from "zod";
import { Evidence, SourceCard } from "./incident.ts";
import { Domain, EventType } from "./plover.ts";
import { Report } from "./reading.ts";
import { CodedAs, REVIEWED_FIELDS, ReportReview } from "./reviews.ts";
import { CountryCode, Span } from "./span.ts";

/** What the queue can show: unread reports, those for a second reviewer, those two disagree on, orphans, all reviewed. */
export const QUEUE_PARTS = ["open", "second", "disputed", "orphaned", "done"] as const;
const QueuePart = z.enum(QUEUE_PARTS);
export type QueuePart = z.infer<typeof QueuePart>;

/** Which reports are asked for; of all dyads where none is named. */
export const QueueQuery = z.object({
  /** States by code or English name; both or neither. */
  a: z.string().min(1).optional(),
  b: z.string().min(1).optional(),
  part: QueuePart.optional(),
  /** Who reviews: what they have judged is no longer for them. */
  reviewer: z.string().max(80).optional(),
  limit: z.int().min(1).max(100).optional(),
});
export type QueueQuery = z.infer<typeof QueueQuery>;

/** Why a report stands where it stands in the queue. */
export const Priority = z.object({
  value: z.number(),
  /** 1 - confidence. */
  uncertainty: z.number(),
  /** How much the incident weighs: 0 to 1. */
  consequence: z.number(),
});
export type Priority = z.infer<typeof Priority>;

/** One report to review, with all that is needed to judge it. */
export const QueueItem = z.object({
  source: SourceCard,
  /** As it counts now. */
  report: Report,
  domain: Domain,
  evidence: z.array(Evidence).min(1),
  /** The paragraphs in which the evidence stands. */
  passage: z.object({ span: Span, text: z.string() }),
  incident: z.object({ id: z.string(), documents: z.int(), families: z.int() }).optional(),
  /** Other types that the coder holds possible, the likeliest first. */
  alternatives: z.array(z.object({ type: EventType, confidence: z.number() })),
  priority: Priority.optional(),
  review: ReportReview.optional(),
});
export type QueueItem = z.infer<typeof QueueItem>;

/** How many reports that concern two states are in which state. */
export const ReviewProgress = z.object({
  machine: z.int().nonnegative(),
  reviewed: z.int().nonnegative(),
  confirmed: z.int().nonnegative(),
  disputed: z.int().nonnegative(),
  /** Of the reviewed, confirmed and disputed: how many are rejected, and how many have lost their report. */
  rejected: z.int().nonnegative(),
  orphaned: z.int().nonnegative(),
});
export type ReviewProgress = z.infer<typeof ReviewProgress>;

export const ReviewQueue = z.object({
  dyad: z.tuple([CountryCode, CountryCode]).optional(),
  names: z.tuple([z.string(), z.string()]).optional(),
  part: QueuePart,
  items: z.array(QueueItem),
  progress: ReviewProgress,
  /** How the order comes about, in words. */
  formula: z.string(),
});
export type ReviewQueue = z.infer<typeof ReviewQueue>;

/** On what two reviewers agree: Cohen's kappa, or why there is none. */
export const FieldAgreement = z.object({
  field: z.enum(["judgement", "type", "status", "actors", "recipients"]),
  /** Reports that both judged. */
  n: z.int().nonnegative(),
  /** Share on which they agree. */
  share: z.number().optional(),
  kappa: z.number().optional(),
  reason: z.string().optional(),
});
export type FieldAgreement = z.infer<typeof FieldAgreement>;

export const ReviewAgreement = z.object({
  pairs: z.array(
    z.object({
      reviewers: z.tuple([z.string(), z.string()]),
      n: z.int().nonnegative(),
      /** How many of them the second judged without seeing the first's judgement. */
      blind: z.int().nonnegative(),
      fields: z.array(FieldAgreement),
    }),
  ),
  /** Why there is nothing to tell. */
  reason: z.string().optional(),
});
export type ReviewAgreement = z.infer<typeof ReviewAgreement>;

/** One reviewed report of the gold set, by codes. */
export const GoldReport = z.object({
  id: z.string(),
  spans: z.array(Span).min(1),
  /** Whether people stand for it, or say that it is none. */
  verdict: z.enum(["stands", "rejected"]),
  state: z.enum(["reviewed", "confirmed", "disputed"]),
  /** Whether the coder had missed it. */
  added: z.boolean(),
  corrected: z.array(z.enum(REVIEWED_FIELDS)),
  coding: CodedAs,
});
export type GoldReport = z.infer<typeof GoldReport>;

/** What people say of one document: a line of the gold set. */
export const GoldLine = z.object({
  schema: z.literal("entente.gold/1"),
  document: z.string(),
  /** SHA-256 of the text in UTF-8: the spans hold for this text only. */
  sha256: z.string(),
  published: z.string().optional(),
  publisher: z.string().optional(),
  title: z.string().optional(),
  /** Only where it was asked for: the text belongs to whoever wrote it. */
  text: z.string().optional(),
  reports: z.array(GoldReport).min(1),
});
export type GoldLine = z.infer<typeof GoldLine>;

/** Whose reviews, of which document: all where nothing is said. */
export const HistoryQuery = z.object({
  document: z.string().max(200).optional(),
  reviewer: z.string().max(80).optional(),
  limit: z.int().min(1).max(1000).optional(),
});
export type HistoryQuery = z.infer<typeof HistoryQuery>;

export const GoldQuery = z.object({ text: z.boolean().optional() });
export type GoldQuery = z.infer<typeof GoldQuery>;
