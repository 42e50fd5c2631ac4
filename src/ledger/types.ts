import type {
  CountryCode,
  Document,
  Domain,
  EventImport,
  Incident,
  IncidentSummary,
  MonthlyExposure,
  QuotationCard,
  Reading,
  Status,
  Verification,
} from "../schema/index.ts";
import type { EditsLedger } from "./edits/types.ts";
import type { JobStore } from "./jobs/jobs.ts";
import type { SubscriptionStore } from "./jobs/subscriptions.ts";
import type { TableFormat } from "./keeping/export.ts";
import type { Freezes } from "./keeping/freeze.ts";
import type { Recodings } from "./keeping/recoding.ts";
import type { OutletCount } from "./queries/outlets.ts";
import type { ReviewLedger } from "./reviews/types.ts";
import type { LedgerSearch } from "./search/search.ts";

export type { TableFormat };

/** One document with its reading, as it goes into the ledger. */
export interface Entry {
  readonly document: Document;
  readonly original: Uint8Array;
  readonly reading: Reading;
  /** Domain of each report, by the report's id. A report without one counts as diplomatic. */
  readonly domains: Readonly<Record<string, Domain>>;
  /** When it came in, as an ISO 8601 instant; now, where it is not said. */
  readonly added?: string;
}

/** A document that has a reading by the present coder: a further publication of its text may be news all the same. */
export type KnownEntry = Pick<Entry, "document" | "original">;

/** What an append did, by document id. */
export interface AppendResult {
  /** New documents, and known ones whose reading by this coder is new. */
  readonly added: readonly string[];
  /** Documents that were there with a reading by this very coder. */
  readonly known: readonly string[];
  /** Reports of the added documents. */
  readonly reports: number;
  /** Incidents that these reports tell of. */
  readonly incidents: number;
}

export interface Counts {
  readonly documents: number;
  /** Documents in a language that is not coded. */
  readonly notCoded: number;
  readonly reports: number;
  readonly incidents: number;
  readonly quotations: number;
}

/** A document without its text. */
export type DocumentHead = Omit<Document, "text">;

/** The same text as published once more. */
export type Copy = Pick<Document, "url" | "title" | "publisher" | "published" | "original">;

export interface StoredDocument {
  readonly document: Document;
  /** Its source family: near copies of one text are one source. */
  readonly family: string;
  /** Other documents of the family, in the order of arrival. */
  readonly relatives: readonly DocumentHead[];
  /** Where else the very same text was published. */
  readonly copies: readonly Copy[];
  /** Documents with another text that came from the same address, in the order of arrival. */
  readonly revisions: readonly DocumentHead[];
  /** The newest reading. */
  readonly reading: Reading;
  /** Incident of each report, by the report's id. */
  readonly incidentOf: Readonly<Record<string, string>>;
}

export type Dyad = readonly [CountryCode, CountryCode];

/** Closed interval of days; an open end is left out. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

export interface IncidentQuery extends Period {
  readonly dyad?: Dyad;
  readonly status?: readonly Status[];
  /** Only these. */
  readonly ids?: readonly string[];
  /** `date` (oldest first, undated last) or `newest` (newest first); `date` by default. */
  readonly order?: "date" | "newest";
  readonly limit?: number;
  /** How many to leave out before the first; counts only beside a limit. */
  readonly offset?: number;
}

/** What counting needs of an incident. */
export type IncidentOutline = Pick<IncidentSummary, "id" | "type" | "domain" | "status" | "score" | "date">;

export interface DyadQuery extends Period {
  readonly dyad: Dyad;
  readonly limit?: number;
}

/** A document that tells of an incident. */
export interface IncidentSource {
  readonly incident: string;
  readonly document: string;
  /** The source family of the document: near copies count once. */
  readonly family: string;
  /** The publisher, `unnamed` where the document has none. */
  readonly outlet: string;
  /** The words by which the document reports it. */
  readonly words: string;
}

/** A dated document that was read. */
export interface ReadDocument {
  readonly id: string;
  /** Its source family: near copies count once. */
  readonly family: string;
  readonly day: string;
  /** The publisher, `unnamed` where the document has none. */
  readonly outlet: string;
  /** States that it names. */
  readonly states: readonly CountryCode[];
}

/** How much the ledger tells of a dyad; incidents that happened only. */
export interface DyadTotal {
  readonly dyad: [CountryCode, CountryCode];
  readonly incidents: number;
  /** Sum of scores. */
  readonly net: number;
  /** The last day of the newest incident. */
  readonly last?: string;
}

/** What happened in a dyad in one quarter, `2020-Q4`. */
export interface DyadTrend {
  readonly dyad: [CountryCode, CountryCode];
  readonly quarter: string;
  readonly incidents: number;
  /** Sum of scores. */
  readonly net: number;
}

/** How many incidents happened at a place. */
export interface PlaceTotal {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly cooperative: number;
  readonly conflictual: number;
}

/**
 * The store of documents, readings and incidents in one folder. It knows codes only: names of states and the side
 * of an outlet are added by whoever asks. Every function rejects with an EntenteError.
 */
export interface Ledger {
  /** The data folder. */
  readonly folder: string;
  /** The jobs of the intake. */
  readonly jobs: JobStore;
  /** Feeds and watched folders. */
  readonly subscriptions: SubscriptionStore;
  /** What analysts make of briefs. */
  readonly edits: EditsLedger;
  /** Finding things by their words. */
  readonly search: LedgerSearch;
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
