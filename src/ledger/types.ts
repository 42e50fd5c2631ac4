import type {
  EventImport,
  Incident,
  IncidentSummary,
  MonthlyExposure,
  QuotationCard,
  Reading,
  Verification,
} from "../schema/index.ts";
import type { EditsLedger } from "./edits/types.ts";
import type { GroundLedger } from "./ground/types.ts";
import type { JobStore } from "./jobs/jobs.ts";
import type { SubscriptionStore } from "./jobs/subscriptions.ts";
import type { TableFormat } from "./keeping/export.ts";
import type { Freezes } from "./keeping/freeze.ts";
import type { Recodings } from "./keeping/recoding.ts";
import type { Kept } from "./kept/kept.ts";
import type { OutletCount } from "./queries/outlets.ts";
import type { ReviewLedger } from "./reviews/types.ts";
import type { LedgerSearch } from "./search/search.ts";
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

/**
 * The store of documents, readings and incidents in one folder. It knows codes only: names of states and the side
 * of an outlet are added by whoever asks. Every function rejects with an EntenteError.
 */
export interface Ledger {
  /** The data folder. */
  readonly folder: string;
  /** Answers that still hold, by their questions: those of the ledger and what is made of them. */
  readonly kept: Kept;
  /** The jobs of the intake. */
  readonly jobs: JobStore;
  /** Feeds and watched folders. */
  readonly subscriptions: SubscriptionStore;
  /** What analysts make of briefs. */
  readonly edits: EditsLedger;
  /** Finding things by their words. */
  readonly search: LedgerSearch;
  /** What measures are computed from. */
  readonly ground: GroundLedger;
  /**
   * Stores documents with their originals and readings in one transaction. Appending the same again changes nothing.
   * A reading by another coder stands beside the older ones, and the newest one counts.
   * Errors: data.unwritable.
   */
  append(entries: readonly (Entry | KnownEntry)[]): Promise<AppendResult>;
  /** Those of the documents that have a reading by this very coder. */
  codedBy(ids: readonly string[], coder: Reading["coder"]): Promise<ReadonlySet<string>>;
  counts(): Promise<Counts>;
  /** Who published the documents; the outlets with most of them first. */
  outlets(): Promise<readonly OutletCount[]>;
  /** In the order in which they came. */
  documents(page?: { readonly offset?: number; readonly limit?: number }): Promise<readonly DocumentHead[]>;
  /** Errors: document.unknown. */
  document(id: string): Promise<StoredDocument>;
  /** The bytes with this SHA-256. Errors: document.unknown. */
  original(sha256: string): Promise<Uint8Array>;
  /** Incidents whose date meets the period; those without a date only where no period is asked for. */
  incidents(query?: IncidentQuery): Promise<readonly IncidentSummary[]>;
  /** What counting needs of a dyad's incidents, in no order. */
  outline(query: DyadQuery): Promise<readonly IncidentOutline[]>;
  /** Errors: incident.unknown. */
  incident(id: string): Promise<Incident>;
  /** All reports of some incidents and the texts that they stand in; incidents that are unknown are passed over. */
  told(incidents: readonly string[]): Promise<Told>;
  /** Documents with their newest readings, by id. Errors: document.unknown. */
  texts(documents: readonly string[]): Promise<ReadonlyMap<string, ReadText>>;
  /** What persons of the two states say in documents that name both, newest first. */
  quotations(query: DyadQuery): Promise<readonly QuotationCard[]>;
  /** Documents that name both states, by month of publication. */
  exposure(query: DyadQuery): Promise<readonly MonthlyExposure[]>;
  /** Which documents tell of these incidents. */
  incidentSources(incidents: readonly string[]): Promise<readonly IncidentSource[]>;
  /** Every dated document of a period with the states that it names: what counts are held against. */
  readDocuments(period: Period): Promise<readonly ReadDocument[]>;
  /** The dyads that incidents tell of, those with most incidents first. */
  dyads(limit?: number): Promise<readonly DyadTotal[]>;
  /** What happened by dyad and quarter since a day, the oldest first. */
  trends(since: string): Promise<readonly DyadTrend[]>;
  /** The places at which most happened; none vaguer than a region. */
  places(limit: number): Promise<readonly PlaceTotal[]>;
  /**
   * Takes a file of ready-made event data into the table of its kind, which its columns tell. Rows that don't fit are
   * listed. Errors: input.missing, input.unreadable, events.unknown.
   */
  importEvents(path: string): Promise<EventImport>;
  /** Read-only snapshots of a period. */
  readonly freezes: Freezes;
  /** The present coder's readings beside those that count. */
  readonly recodings: Recodings;
  /** Hashes every original and text again, cuts every span anew, and holds the tables against each other. */
  verify(): Promise<Verification>;
  /** Copies the whole data folder into a new or empty one. Errors: data.occupied, data.unwritable. */
  backup(folder: string): Promise<void>;
  /** Writes every table and the originals into a new or empty folder. Errors: data.occupied, data.unwritable. */
  export(folder: string, format: TableFormat): Promise<void>;
  /** What people say of reports and incidents. */
  readonly reviews: ReviewLedger;
  /** Frees the data folder. */
  close(): Promise<void>;
}
