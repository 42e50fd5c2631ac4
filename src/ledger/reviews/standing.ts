import { type Coding, codedAs, EntenteError, type Review, type ReviewState } from "../../schema/index.ts";

/** What people make of a report together. */
export interface Standing {
  readonly state: Exclude<ReviewState, "machine">;
  readonly verdict: "stands" | "rejected";
  /** The coding that the judgement speaks of: stood for, or rejected. */
  readonly coding: Coding;
}

/** Whether a record judges, rather than comments. */
export const isJudgement = ({ kind }: Pick<Review, "kind">): boolean => kind !== "comment";

/** Names are told apart without their case. */
export const sameReviewer = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export const codingOf = ({ saw, coding }: Review): Coding => coding ?? saw;

/** The newest judgement that nobody has taken back. */
export const latestJudgement = (history: readonly Review[]): Review | undefined =>
  history.findLast((review) => isJudgement(review) && !review.undone);

/** An act as far as it can meet another. */
interface Meeting extends Pick<Review, "kind" | "report" | "reviewer"> {
  readonly seen?: string | undefined;
  readonly second?: boolean | undefined;
}

/**
 * Refuses a judgement whose author has not seen the newest one, unless it is meant as a second beside that of another.
 * Errors: review.taken.
 */
export function assertUntaken({ kind, report, reviewer, seen, second }: Meeting, history: readonly Review[]): void {
  const latest = latestJudgement(history);
  if (!isJudgement({ kind }) || !latest || latest.id === seen) return;
  if (second && !sameReviewer(latest.reviewer, reviewer)) return;
  throw new EntenteError("review.taken", { id: report, reviewer: latest.reviewer, at: latest.at });
}

/** The last judgement of each reviewer, the oldest first. */
export function judgementsOf(history: readonly Review[]): Review[] {
  const last = new Map<string, Review>();
  for (const review of history)
    if (isJudgement(review) && !review.undone) {
      last.delete(review.reviewer.toLowerCase());
      last.set(review.reviewer.toLowerCase(), review);
    }
  return [...last.values()];
}

/** What a judgement comes to: two that come to the same agree. */
const positionOf = (review: Review): string =>
  review.kind === "reject" ? "rejected" : JSON.stringify(codedAs(codingOf(review)));

/**
 * What the judgements come to. The position that most reviewers take counts; among equals that of the newest
 * judgement. One reviewer: reviewed. Two or more on one position and fewer on any other: confirmed. Else disputed.
 * Nothing where nobody judges.
 */
export function standingOf(history: readonly Review[]): Standing | undefined {
  const judgements = judgementsOf(history);
  if (judgements.length === 0) return undefined;
  const positions = [...Map.groupBy(judgements.toReversed(), positionOf).values()];
  const [first, second] = positions.toSorted((one, other) => other.length - one.length);
  const newest = first[0];
  return {
    state: judgements.length === 1 ? "reviewed" : first.length > (second?.length ?? 0) ? "confirmed" : "disputed",
    verdict: newest.kind === "reject" ? "rejected" : "stands",
    coding: codingOf(newest),
  };
}
