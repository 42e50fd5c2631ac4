import type { GroupingResult, QueuePart, Review, ReviewProgress, ReviewResult } from "../../schema/index.ts";
import type { Dyad } from "../shapes.ts";
import type { Reviewed } from "./apply.ts";

/** A review as it is handed in; the ledger gives it its id and time. */
export interface NewReview {
  readonly review: Omit<Review, "id" | "at" | "undone">;
  /** The newest judgement that its author has seen. */
  readonly seen?: string;
  /** Whether it is meant to stand beside the judgement of another. */
  readonly second?: boolean;
}

interface Signed {
  readonly reviewer: string;
  readonly note?: string;
}

/** The reports to take out of an incident. */
export interface NewSplit extends Signed {
  readonly incident: string;
  readonly reports: readonly { readonly document: string; readonly report: string }[];
}

/** The incidents to make one. */
export interface NewMerge extends Signed {
  readonly incidents: readonly string[];
}

export type Judged = ReviewResult;
export type Regrouped = GroupingResult;

/** Which reports the queue is asked for. */
export interface QueueRequest {
  readonly part: QueuePart;
  readonly dyad?: Dyad;
  readonly reviewer?: string;
  readonly limit: number;
}

/** A report in the queue. */
export interface Queued {
  readonly document: string;
  readonly report: string;
  readonly incident?: { readonly id: string; readonly documents: number; readonly families: number };
  readonly priority?: { readonly value: number; readonly uncertainty: number; readonly consequence: number };
}

/**
 * What people say of reports and incidents. Every function rejects with an EntenteError.
 */
export interface ReviewLedger {
  /** Writes a review down; reports and incidents follow. Errors: document.unknown, review.taken. */
  add(review: NewReview): Promise<Judged>;
  /** Takes back a review, or a split or merge. Errors: review.unknown, review.undone. */
  undo(id: string, reviewer: string): Promise<Judged | Regrouped>;
  /** The newest reading of a document as people left it. Errors: document.unknown. */
  reviewed(document: string): Promise<Reviewed>;
  /** All reviews, the oldest first. */
  all(): Promise<readonly Review[]>;
  /** The documents that anybody reviewed, in the order of the first review. */
  documents(): Promise<readonly string[]>;
  /** Reports that wait, those first that are least certain and weigh most. */
  queue(request: QueueRequest): Promise<readonly Queued[]>;
  progress(dyad?: Dyad): Promise<ReviewProgress>;
  /** Takes reports out of an incident. Errors: incident.unknown, incident.whole. */
  split(split: NewSplit): Promise<Regrouped>;
  /** Makes incidents one. Errors: incident.unknown, incident.same. */
  merge(merge: NewMerge): Promise<Regrouped>;
}
