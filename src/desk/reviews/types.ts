import type {
  GoldLine,
  GoldQuery,
  GroupingResult,
  HistoryQuery,
  MergeAct,
  QueueQuery,
  Review,
  ReviewAct,
  ReviewAgreement,
  ReviewQueue,
  ReviewResult,
  SplitAct,
  UndoAct,
} from "../../schema/index.ts";

/** What people say of what was coded. The coder's reading is never altered; every act is a record of its own. */
export interface ReviewDesk {
  /** Reports to review, those first that are least certain and weigh most. Errors: state.unknown, dyad.same. */
  queue(query?: QueueQuery): Promise<ReviewQueue>;
  /**
   * Accepts, corrects, rejects or comments a report, or adds an event that the coder missed.
   * Errors: document.unknown, report.unknown, review.taken, review.nothing, review.span, state.unknown, place.unknown.
   */
  review(act: ReviewAct): Promise<ReviewResult>;
  /** Takes back a review, a split or a merge. Errors: review.unknown, review.undone. */
  undo(act: UndoAct): Promise<ReviewResult | GroupingResult>;
  /** What was said, the newest first. */
  history(query?: HistoryQuery): Promise<readonly Review[]>;
  /** How far reviewers agree on the reports that two of them judged. */
  agreement(): Promise<ReviewAgreement>;
  /** All that was judged, document by document, to score a coder on. */
  gold(query?: GoldQuery): Promise<readonly GoldLine[]>;
  /** Takes reports out of an incident. Errors: incident.unknown, incident.whole. */
  split(act: SplitAct): Promise<GroupingResult>;
  /** Makes incidents one. Errors: incident.unknown, incident.same. */
  merge(act: MergeAct): Promise<GroupingResult>;
}
