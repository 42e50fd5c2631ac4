import { z } from "zod";
import {
  GoldLine,
  type GoldQuery,
  GroupingResult,
  type HistoryQuery,
  type MergeAct,
  type QueueQuery,
  Review,
  type ReviewAct,
  ReviewAgreement,
  ReviewQueue,
  ReviewResult,
  type SplitAct,
  type UndoAct,
} from "../../schema/index.ts";
import type { Ask } from "../edits/remote.ts";
import type { ReviewDesk } from "./types.ts";

const asked = (query: Readonly<Record<string, string | number | boolean | undefined>>): string => {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
};

/** Reviews over a running service. */
export class RemoteReviews implements ReviewDesk {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  queue(query: QueueQuery = {}): Promise<ReviewQueue> {
    return this.#ask(`/reviews/queue${asked(query)}`, ReviewQueue);
  }

  review(act: ReviewAct): Promise<ReviewResult> {
    return this.#ask("/reviews", ReviewResult, "POST", act);
  }

  undo(act: UndoAct): Promise<ReviewResult | GroupingResult> {
    return this.#ask("/reviews/undo", z.union([ReviewResult, GroupingResult]), "POST", act);
  }

  history(query: HistoryQuery = {}): Promise<readonly Review[]> {
    return this.#ask(`/reviews${asked(query)}`, z.array(Review));
  }

  agreement(): Promise<ReviewAgreement> {
    return this.#ask("/reviews/agreement", ReviewAgreement);
  }

  gold({ text }: GoldQuery = {}): Promise<readonly GoldLine[]> {
    return this.#ask(`/reviews/gold${asked({ text })}`, z.array(GoldLine));
  }

  split(act: SplitAct): Promise<GroupingResult> {
    return this.#ask("/reviews/split", GroupingResult, "POST", act);
  }

  merge(act: MergeAct): Promise<GroupingResult> {
    return this.#ask("/reviews/merge", GroupingResult, "POST", act);
  }
}
