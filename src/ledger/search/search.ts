import type { IncidentSummary } from "../../schema/index.ts";
import { onAnything, onIncidents, onReading, type Touches } from "../kept/change.ts";
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

/** A page of results, or the counts of an actor, in rows. */
const WEIGHT = 200;

/** Search over DuckDB. Answers are kept as long as they hold. */
export class DuckDBSearch implements LedgerSearch {
  readonly #database: Database;

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
    return this.#kept(["outlet names"], () => outletNames(this.#database), onReading());
  }

  actors(conditions: SearchConditions): Promise<readonly ActorTally[]> {
    return this.#kept(["actors", conditions], () => actorTallies(this.#database, conditions), onReading());
  }

  actor(id: string, period: Period, country?: string): Promise<ActorTotals> {
    return this.#kept(["actor", id, period, country], () => actorTotals(this.#database, id, period, country));
  }

  incidents(ids: readonly string[]): Promise<readonly IncidentSummary[]> {
    return this.#database.kept.on(onIncidents(ids), () => incidentsByIds(this.#database, ids));
  }

  #kept<T>(question: readonly unknown[], answer: () => Promise<T>, touches: Touches = onAnything): Promise<T> {
    const { kept } = this.#database;
    return kept.of(question, () => kept.on(touches, answer), WEIGHT);
  }
}
