import type {
  EventImport,
  Incident,
  IncidentSummary,
  MonthlyExposure,
  QuotationCard,
  Reading,
  Verification,
} from "../schema/index.ts";
import { append } from "./append/append.ts";
import { DuckDBEdits } from "./edits/edits.ts";
import type { EditsLedger } from "./edits/types.ts";
import { importEvents } from "./events/import.ts";
import { DuckDBGround } from "./ground/ground.ts";
import type { GroundLedger } from "./ground/types.ts";
import { JobStore, type Write } from "./jobs/jobs.ts";
import { SubscriptionStore } from "./jobs/subscriptions.ts";
import { copyFolder } from "./keeping/copy.ts";
import type { TableFormat } from "./keeping/export.ts";
import { exportTables } from "./keeping/export.ts";
import { Freezes } from "./keeping/freeze.ts";
import { Recodings } from "./keeping/recoding.ts";
import { verify } from "./keeping/verify.ts";
import { onDocuments, onDyads, onIncidents, onIncidentsOf, onNaming } from "./kept/change.ts";
import type { Kept } from "./kept/kept.ts";
import { codedBy } from "./queries/coded.ts";
import { countAll } from "./queries/counts.ts";
import { documentOf, documentsOf } from "./queries/documents.ts";
import { dyadTotals, dyadTrends, exposureOf, placeTotals } from "./queries/dyads.ts";
import { incidentsOf, outlineOf } from "./queries/incidents.ts";
import { incidentAt } from "./queries/moved.ts";
import { type OutletCount, outletsOf } from "./queries/outlets.ts";
import { quotationsOf } from "./queries/quotations.ts";
import { incidentSources, readDocuments } from "./queries/sources.ts";
import { textsOf, toldOf } from "./queries/told.ts";
import { DuckDBReviews } from "./reviews/reviews.ts";
import type { ReviewLedger } from "./reviews/types.ts";
import { DuckDBSearch, type LedgerSearch } from "./search/search.ts";
import type {
  AppendResult,
  Counts,
  DocumentHead,
  DyadQuery,
  DyadTotal,
  DyadTrend,
  Entry,
  IncidentOutline,
  IncidentQuery,
  IncidentSource,
  KnownEntry,
  Period,
  PlaceTotal,
  ReadDocument,
  ReadText,
  StoredDocument,
  Told,
} from "./shapes.ts";
import type { Database } from "./store/database.ts";
import type { Originals } from "./store/originals.ts";
import type { Ledger } from "./types.ts";

/** The ledger over DuckDB. Appends queue up behind each other; reads don't wait for them. */
export class DuckDBLedger implements Ledger {
  readonly folder: string;
  readonly jobs: JobStore;
  readonly subscriptions: SubscriptionStore;
  readonly edits: EditsLedger;
  readonly search: LedgerSearch;
  readonly ground: GroundLedger;
  readonly reviews: ReviewLedger;
  readonly freezes: Freezes;
  readonly recodings: Recodings;
  readonly #database: Database;
  readonly #originals: Originals;
  readonly #release: () => void;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(folder: string, database: Database, originals: Originals, release: () => void) {
    this.folder = folder;
    this.#database = database;
    this.#originals = originals;
    this.#release = release;
    const write: Write = (work) => this.#alone(() => database.transaction(work, "nothing"));
    this.jobs = new JobStore(database, write);
    this.subscriptions = new SubscriptionStore(database, write);
    this.freezes = new Freezes(folder, database, originals, (work) => this.#alone(work));
    this.recodings = new Recodings(folder, database, (work) => this.#alone(work));
    this.edits = new DuckDBEdits(database, (work) => this.#alone(work));
    this.search = new DuckDBSearch(database);
    this.ground = new DuckDBGround(database);
    this.reviews = new DuckDBReviews(database, (work) => this.#alone(work));
  }

  get kept(): Kept {
    return this.#database.kept;
  }

  append(entries: readonly (Entry | KnownEntry)[]): Promise<AppendResult> {
    return this.#alone(() => append(this.#database, this.#originals, entries, this.folder));
  }

  codedBy(ids: readonly string[], coder: Reading["coder"]): Promise<ReadonlySet<string>> {
    return codedBy(this.#database, ids, coder);
  }

  outlets(): Promise<readonly OutletCount[]> {
    return outletsOf(this.#database);
  }

  counts(): Promise<Counts> {
    return this.kept.of(["counts"], () => countAll(this.#database));
  }

  documents(page: { readonly offset?: number; readonly limit?: number } = {}): Promise<readonly DocumentHead[]> {
    return documentsOf(this.#database, page.offset ?? 0, page.limit);
  }

  document(id: string): Promise<StoredDocument> {
    return documentOf(this.#database, id);
  }

  original(sha256: string): Promise<Uint8Array> {
    return this.#originals.read(sha256);
  }

  incidents(query: IncidentQuery = {}): Promise<readonly IncidentSummary[]> {
    const { ids, dyad } = query;
    const touches = ids ? onIncidents(ids) : dyad ? onDyads([dyad]) : onIncidentsOf(query);
    return this.kept.on(touches, () => incidentsOf(this.#database, query));
  }

  outline(query: DyadQuery): Promise<readonly IncidentOutline[]> {
    return outlineOf(this.#database, query);
  }

  incident(id: string): Promise<Incident> {
    return incidentAt(this.#database, id);
  }

  told(incidents: readonly string[]): Promise<Told> {
    return this.kept.on(onIncidents(incidents), () => toldOf(this.#database, incidents));
  }

  texts(documents: readonly string[]): Promise<ReadonlyMap<string, ReadText>> {
    return this.kept.on(onDocuments(documents), () => textsOf(this.#database, documents));
  }

  quotations(query: DyadQuery): Promise<readonly QuotationCard[]> {
    return this.kept.on(onNaming(query.dyad), () => quotationsOf(this.#database, query));
  }

  exposure(query: DyadQuery): Promise<readonly MonthlyExposure[]> {
    return exposureOf(this.#database, query);
  }

  incidentSources(incidents: readonly string[]): Promise<readonly IncidentSource[]> {
    return this.kept.on(onIncidents(incidents), () => incidentSources(this.#database, incidents));
  }

  readDocuments(period: Period): Promise<readonly ReadDocument[]> {
    return readDocuments(this.#database, period);
  }

  dyads(limit?: number): Promise<readonly DyadTotal[]> {
    return this.#told(["dyads", limit], () => dyadTotals(this.#database, limit));
  }

  trends(since: string): Promise<readonly DyadTrend[]> {
    return this.#told(["trends", since], () => dyadTrends(this.#database, since));
  }

  places(limit: number): Promise<readonly PlaceTotal[]> {
    return this.#told(["places", limit], () => placeTotals(this.#database, limit));
  }

  importEvents(path: string): Promise<EventImport> {
    return this.#alone(() => importEvents(this.#database, path));
  }

  verify(): Promise<Verification> {
    return this.#alone(() => verify(this.#database, this.#originals));
  }

  backup(folder: string): Promise<void> {
    return this.#alone(async () => {
      this.#database.assertWritable();
      await this.#database.checkpoint();
      await copyFolder(this.folder, folder);
    });
  }

  export(folder: string, format: TableFormat): Promise<void> {
    return this.#alone(() => exportTables(this.#database, this.folder, folder, format));
  }

  /** An answer that rests on all incidents, kept as long as it holds. */
  #told<T>(question: readonly unknown[], answer: () => Promise<T>): Promise<T> {
    return this.kept.of(question, () => this.kept.on(onIncidentsOf({}), answer));
  }

  /** Does something while nobody writes. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#last;
    this.#database.close();
    this.#release();
  }
}
