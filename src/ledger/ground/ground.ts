import { dyadTotals } from "../queries/dyads.ts";
import { outlineOf } from "../queries/incidents.ts";
import type { Dyad, DyadQuery, DyadTotal, IncidentOutline, Period } from "../shapes.ts";
import type { Database } from "../store/database.ts";
import { actsHappened } from "./acts.ts";
import { incidentsBetween, incidentsHappened } from "./incidents.ts";
import { documentsNaming, publishersRead, readByPeriod, spanRead } from "./reading.ts";
import type {
  ActsQuery,
  GroundLedger,
  HappenedActs,
  HappenedQuery,
  NamingDocument,
  ReadCount,
  ReadQuery,
  ToldIncident,
} from "./types.ts";

/** Rows that are kept in memory at most, some 400 bytes each. */
const MOST_ROWS = 400_000;

interface Kept {
  readonly answer: Promise<unknown>;
  rows: number;
}

/** The ground over DuckDB. The answers asked for last are kept until something is written. */
export class DuckDBGround implements GroundLedger {
  readonly #database: Database;
  readonly #answers = new Map<string, Kept>();
  #commits = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  between(dyad: Dyad): Promise<readonly ToldIncident[]> {
    return this.#kept(["between", dyad], () => incidentsBetween(this.#database, dyad));
  }

  happened(query: HappenedQuery): Promise<readonly ToldIncident[]> {
    return this.#kept(["happened", query], () => incidentsHappened(this.#database, query));
  }

  acts(query: ActsQuery): Promise<HappenedActs> {
    return actsHappened(this.#database, query);
  }

  outline(query: DyadQuery): Promise<readonly IncidentOutline[]> {
    return this.#kept(["outline", query], () => outlineOf(this.#database, query));
  }

  naming(dyad: Dyad): Promise<readonly NamingDocument[]> {
    return this.#kept(["naming", dyad], () => documentsNaming(this.#database, dyad));
  }

  read(query: ReadQuery): Promise<readonly ReadCount[]> {
    return this.#kept(["read", query], () => readByPeriod(this.#database, query));
  }

  readSpan(period: Period): ReturnType<GroundLedger["readSpan"]> {
    return this.#kept(["span", period], () => spanRead(this.#database, period));
  }

  outlets(): Promise<readonly string[]> {
    return this.#kept(["outlets"], () => publishersRead(this.#database));
  }

  dyads(): Promise<readonly DyadTotal[]> {
    return this.#kept(["dyads"], () => dyadTotals(this.#database));
  }

  /** An answer known from before, or a fresh one. What was begun before something was written is asked again after it. */
  #kept<T>(question: readonly unknown[], answer: () => Promise<T>): Promise<T> {
    if (this.#commits !== this.#database.commits) this.#answers.clear();
    this.#commits = this.#database.commits;
    const key = JSON.stringify(question);
    const known = this.#answers.get(key);
    this.#answers.delete(key);
    const kept = known ?? this.#fresh(key, answer);
    this.#answers.set(key, kept);
    return kept.answer as Promise<T>;
  }

  #fresh<T>(key: string, ask: () => Promise<T>): Kept {
    const answer = ask();
    const kept: Kept = { answer, rows: 1 };
    answer.then(
      (found) => {
        kept.rows = Array.isArray(found) ? found.length : 1;
        this.#shorten();
      },
      () => {
        if (this.#answers.get(key) === kept) this.#answers.delete(key);
      },
    );
    return kept;
  }

  /** Lets go of the answers that were asked for longest ago, all but the last one. */
  #shorten(): void {
    let rows = [...this.#answers.values()].reduce((sum, kept) => sum + kept.rows, 0);
    for (const [key, kept] of this.#answers) {
      if (rows <= MOST_ROWS || this.#answers.size === 1) return;
      this.#answers.delete(key);
      rows -= kept.rows;
    }
  }
}
