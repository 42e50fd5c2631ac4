import type { IncidentSummary } from "../../schema/index.ts";
import { incidentsByIds } from "../queries/incidents.ts";
import type { Period } from "../shapes.ts";
import type { Database } from "../store/database.ts";
import { actorTallies, actorTotals } from "./actors.ts";
import { countFound, find, outletNames } from "./find.ts";
import type { ActorTally, ActorTotals, FindQuery, Found, SearchConditions } from "./types.ts";

/** Finding things by their words, and whoever speaks or acts in them. */
export interface LedgerSearch {
  /** What meets the words and conditions; nothing where there are neither. */
  find(query: FindQuery): Promise<Found>;
  /** How many meet the words and conditions. */
  count(query: FindQuery): Promise<number>;
  /** Every publisher, as documents name them. */
  outlets(): Promise<readonly string[]>;
  /** Everybody who speaks or acts in what meets the conditions, with how often. */
  actors(conditions: SearchConditions): Promise<readonly ActorTally[]>;
  /** What one actor says and does in a period, counted. `country` is its own. */
  actor(id: string, period: Period, country?: string): Promise<ActorTotals>;
  /** Incidents by their ids, newest first. */
  incidents(ids: readonly string[]): Promise<readonly IncidentSummary[]>;
}

const KEPT = 200;

/** Search over DuckDB. Answers are kept until something is written. */
export class DuckDBSearch implements LedgerSearch {
  readonly #database: Database;
  readonly #answers = new Map<string, Promise<unknown>>();
  #commits = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  find(query: FindQuery): Promise<Found> {
    return this.#kept(["find", query], () => find(this.#database, query));
  }

  count(query: FindQuery): Promise<number> {
    return this.#kept(["count", query], () => countFound(this.#database, query));
  }

  outlets(): Promise<readonly string[]> {
    return this.#kept(["outlets"], () => outletNames(this.#database));
  }

  actors(conditions: SearchConditions): Promise<readonly ActorTally[]> {
    return this.#kept(["actors", conditions], () => actorTallies(this.#database, conditions));
  }

  actor(id: string, period: Period, country?: string): Promise<ActorTotals> {
    return this.#kept(["actor", id, period, country], () => actorTotals(this.#database, id, period, country));
  }

  incidents(ids: readonly string[]): Promise<readonly IncidentSummary[]> {
    return incidentsByIds(this.#database, ids);
  }

  #kept<T>(question: readonly unknown[], answer: () => Promise<T>): Promise<T> {
    if (this.#commits !== this.#database.commits) this.#answers.clear();
    this.#commits = this.#database.commits;
    const key = JSON.stringify(question);
    const known = this.#answers.get(key);
    if (known) return known as Promise<T>;
    const fresh = answer();
    fresh.catch(() => this.#answers.delete(key));
    this.#answers.set(key, fresh);
    if (this.#answers.size > KEPT) this.#answers.delete(this.#answers.keys().next().value ?? "");
    return fresh;
  }
}
