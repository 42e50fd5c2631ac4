import { onDyads, onIncidentsOf, onNaming, onReading, type Touches } from "../kept/change.ts";
import { dyadTotals } from "../queries/dyads.ts";
import { outlineOf } from "../queries/incidents.ts";
import type { Dyad, DyadQuery, DyadTotal, IncidentOutline, Period } from "../shapes.ts";
import type { Database } from "../store/database.ts";
import { actsHappened } from "./acts.ts";
import { incidentsAgain } from "./again.ts";
import { incidentsBetween, incidentsHappened } from "./incidents.ts";
import { documentsNaming, publishersRead, readAgain, readByPeriod, spanRead } from "./reading.ts";
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

/** The ground over DuckDB. Answers are kept as long as they hold. */
export class DuckDBGround implements GroundLedger {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  between(dyad: Dyad): Promise<readonly ToldIncident[]> {
    return this.#incidents(["between", dyad], onDyads([dyad]), (only) => incidentsBetween(this.#database, dyad, only));
  }

  happened(query: HappenedQuery): Promise<readonly ToldIncident[]> {
    const touches = query.dyads ? onDyads(query.dyads) : onIncidentsOf(query);
    return this.#incidents(["happened", query], touches, (only) => incidentsHappened(this.#database, query, only));
  }

  acts(query: ActsQuery): Promise<HappenedActs> {
    return this.#database.kept.on(onIncidentsOf(query), () => actsHappened(this.#database, query));
  }

  outline(query: DyadQuery): Promise<readonly IncidentOutline[]> {
    return this.#kept(["outline", query], onDyads([query.dyad]), () => outlineOf(this.#database, query));
  }

  naming(dyad: Dyad): Promise<readonly NamingDocument[]> {
    return this.#kept(["naming", dyad], onNaming(dyad), () => documentsNaming(this.#database, dyad));
  }

  read(query: ReadQuery): Promise<readonly ReadCount[]> {
    const { kept } = this.#database;
    const ask = <T>(work: () => Promise<T>): Promise<T> => kept.on(onReading(query), work);
    return kept.of(["read", query], {
      anew: () => ask(() => readByPeriod(this.#database, query)),
      mend: (former, changes) => ask(() => readAgain(this.#database, query, former, changes)),
    });
  }

  readSpan(period: Period): ReturnType<GroundLedger["readSpan"]> {
    return this.#kept(["span", period], onReading(period), () => spanRead(this.#database, period));
  }

  outlets(): Promise<readonly string[]> {
    return this.#kept(["outlets"], onReading(), () => publishersRead(this.#database));
  }

  dyads(): Promise<readonly DyadTotal[]> {
    return this.#kept(["dyads"], onIncidentsOf({}), () => dyadTotals(this.#database));
  }

  /** Incidents that are kept; of those that a write touched, only these are fetched again. */
  #incidents(
    question: readonly unknown[],
    touches: Touches,
    fetch: (only?: readonly string[]) => Promise<readonly ToldIncident[]>,
  ): Promise<readonly ToldIncident[]> {
    const { kept } = this.#database;
    return kept.of(question, {
      anew: () => kept.on(touches, fetch),
      mend: (former, changes) => kept.on(touches, () => incidentsAgain(former, changes, fetch)),
    });
  }

  #kept<T>(question: readonly unknown[], touches: Touches, answer: () => Promise<T>): Promise<T> {
    const { kept } = this.#database;
    return kept.of(question, () => kept.on(touches, answer));
  }
}
