import type { ReportReview, ReviewState } from "../../schema/index.ts";
import { joinCodes, sortedCodes } from "../codes.ts";
import type { Row } from "../store/database.ts";
import type { Reviewed } from "./apply.ts";
import { codingOf, judgementsOf } from "./standing.ts";

/** What people said of each report that is judged: its state by its id. */
export const statesOf = ({ reviews }: Reviewed): Map<string, ReviewState> =>
  new Map(reviews.filter(({ state }) => state !== "machine").map(({ report, state }) => [report, state]));

function statesNamed({ history }: ReportReview): string {
  const { actors, recipients } = codingOf(history[history.length - 1]).report;
  return joinCodes(sortedCodes([...actors, ...recipients].map(({ country }) => country)));
}

/** A row for each report of a document that people judged, and for each comment on one that is gone. */
export const judgementRows = (document: string, { reviews }: Reviewed): Row[] =>
  reviews
    .filter(({ state, orphaned, history }) => state !== "machine" || (orphaned && history.some((one) => !one.undone)))
    .map((review) => {
      const reviewers = judgementsOf(review.history).map(({ reviewer }) => reviewer.toLowerCase());
      const at = review.history[review.history.length - 1].at;
      const { report, state, verdict, orphaned } = review;
      return [document, report, state, verdict, orphaned, statesNamed(review), `\n${reviewers.join("\n")}\n`, at];
    });
