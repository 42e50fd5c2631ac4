import { EntenteError, type Review, type ReviewProgress } from "../../schema/index.ts";
import type { Dyad } from "../shapes.ts";
import type { Database } from "../store/database.ts";
import type { Reviewed } from "./apply.ts";
import { progressOf, queueOf } from "./queue.ts";
import { reviewsOf } from "./records.ts";
import { reviewedReadings } from "./reviewed.ts";
import { addReview, mergeIncidents, splitIncident, undoGrouping, undoReview } from "./store.ts";
import type { Judged, NewMerge, NewReview, NewSplit, Queued, QueueRequest, Regrouped, ReviewLedger } from "./types.ts";

type Alone = <T>(work: () => Promise<T>) => Promise<T>;

/** What people say, over DuckDB. `alone` lets one writer at a time do its work. */
export class DuckDBReviews implements ReviewLedger {
  readonly #database: Database;
  readonly #alone: Alone;

  constructor(database: Database, alone: Alone) {
    this.#database = database;
    this.#alone = alone;
  }

  add(review: NewReview): Promise<Judged> {
    return this.#alone(() => addReview(this.#database, review));
  }

  undo(id: string, reviewer: string): Promise<Judged | Regrouped> {
    const undo = id.startsWith("g") ? undoGrouping : undoReview;
    return this.#alone<Judged | Regrouped>(() => undo(this.#database, id, reviewer));
  }

  async reviewed(document: string): Promise<Reviewed> {
    const reviewed = (await reviewedReadings(this.#database, [document])).get(document);
    if (!reviewed) throw new EntenteError("document.unknown", { id: document });
    return reviewed;
  }

  all(): Promise<readonly Review[]> {
    return reviewsOf(this.#database);
  }

  async documents(): Promise<readonly string[]> {
    const rows = await this.#database.read<{ document: string }>(
      "SELECT document FROM reviews GROUP BY document ORDER BY min(seq)",
    );
    return rows.map(({ document }) => document);
  }

  queue(request: QueueRequest): Promise<readonly Queued[]> {
    return queueOf(this.#database, request);
  }

  progress(dyad?: Dyad): Promise<ReviewProgress> {
    return progressOf(this.#database, dyad);
  }

  split(split: NewSplit): Promise<Regrouped> {
    return this.#alone(() => splitIncident(this.#database, split));
  }

  merge(merge: NewMerge): Promise<Regrouped> {
    return this.#alone(() => mergeIncidents(this.#database, merge));
  }
}
