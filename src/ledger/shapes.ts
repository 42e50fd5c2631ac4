import type {
  CountryCode,
  Document,
  Domain,
  IncidentReport,
  IncidentSummary,
  Reading,
  Status,
} from "../schema/index.ts";

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

/** A document with its newest reading. */
export type ReadText = Pick<StoredDocument, "document" | "reading">;

/** What is told of some incidents. */
export interface Told {
  /** The reports of each incident, the earliest published first. */
  readonly reports: ReadonlyMap<string, readonly IncidentReport[]>;
  /** The documents that they stand in, by id. */
  readonly texts: ReadonlyMap<string, ReadText>;
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
