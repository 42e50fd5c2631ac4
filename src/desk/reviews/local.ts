import type { Reader } from "../../coding/index.ts";
import { type Ledger, sameReviewer } from "../../ledger/index.ts";
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
import { SideMarker } from "../sources.ts";
import { newReview } from "./acts.ts";
import { agreementOf } from "./agreement.ts";
import { goldLines } from "./gold.ts";
import { reviewQueue } from "./queue.ts";
import type { ReviewDesk } from "./types.ts";

const MOST_HISTORY = 200;

interface Ground {
  readonly ledger: Ledger;
  readonly reader: Reader;
}

/** Reviews over the ledger of this machine. */
export class LocalReviews implements ReviewDesk {
  readonly #ledger: Ledger;
  readonly #reader: Reader;
  readonly #marker: SideMarker;

  constructor({ ledger, reader }: Ground) {
    this.#ledger = ledger;
    this.#reader = reader;
    this.#marker = new SideMarker(reader.knowledge);
  }

  queue(query: QueueQuery = {}): Promise<ReviewQueue> {
    return reviewQueue({ ledger: this.#ledger, reader: this.#reader, marker: this.#marker }, query);
  }

  async review(act: ReviewAct): Promise<ReviewResult> {
    return this.#ledger.reviews.add(await newReview(this.#ledger, this.#reader.knowledge, act));
  }

  undo({ id, reviewer }: UndoAct): Promise<ReviewResult | GroupingResult> {
    return this.#ledger.reviews.undo(id, reviewer);
  }

  async history({ document, reviewer, limit = MOST_HISTORY }: HistoryQuery = {}): Promise<readonly Review[]> {
    const all = await this.#ledger.reviews.all();
    return all
      .filter((review) => document === undefined || review.document === document)
      .filter((review) => reviewer === undefined || sameReviewer(review.reviewer, reviewer))
      .toReversed()
      .slice(0, limit);
  }

  async agreement(): Promise<ReviewAgreement> {
    return agreementOf(await this.#ledger.reviews.all());
  }

  gold({ text = false }: GoldQuery = {}): Promise<readonly GoldLine[]> {
    return goldLines(this.#ledger, text);
  }

  split(act: SplitAct): Promise<GroupingResult> {
    return this.#ledger.reviews.split(act);
  }

  merge(act: MergeAct): Promise<GroupingResult> {
    return this.#ledger.reviews.merge(act);
  }
}
