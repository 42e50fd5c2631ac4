import { z } from "zod";
import { SourceCard } from "./incident.ts";
import { Span } from "./span.ts";

/** Two accounts of one incident: those of different sides that report it, or any two documents. */
export const ReadoutsQuery = z.union([
  z.object({ incident: z.string().min(1) }),
  z.object({ first: z.string().min(1), second: z.string().min(1) }),
]);
export type ReadoutsQuery = z.infer<typeof ReadoutsQuery>;

/** One clause of an account, cut from the stored text by its span. */
export const StatementView = z.object({
  id: z.string(),
  text: z.string(),
  span: Span,
  /** Mean score of the events that it reports. */
  tone: z.number().optional(),
});
export type StatementView = z.infer<typeof StatementView>;

/** A point that both accounts make. */
export const SharedPointView = z.object({
  first: StatementView,
  second: StatementView,
  /** Cosine of the two statements, 0 to 1. */
  similarity: z.number(),
  /** Content words that only one of the two uses for it. */
  onlyFirst: z.array(z.string()),
  onlySecond: z.array(z.string()),
  differentWords: z.boolean(),
});
export type SharedPointView = z.infer<typeof SharedPointView>;

const Account = z.object({
  source: SourceCard,
  statements: z.int().nonnegative(),
  tone: z.number().optional(),
  /** False where the document does not report the incident itself, but was found by its side, day and words. */
  reportsIncident: z.boolean().optional(),
});

/** Two accounts laid side by side. */
export const ReadoutsView = z.object({
  incident: z.string().optional(),
  first: Account,
  second: Account,
  shared: z.array(SharedPointView),
  onlyFirst: z.array(StatementView),
  onlySecond: z.array(StatementView),
  /** Other documents that report the incident and could be compared instead. */
  others: z.array(SourceCard),
});
export type ReadoutsView = z.infer<typeof ReadoutsView>;
