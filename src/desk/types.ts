import type {
  AddResult,
  BlocsQuery,
  BlocsView,
  Brief,
  DocumentExplanation,
  DocumentView,
  DyadMeasures,
  Incident,
  IncidentPage,
  IncidentsQuery,
  MeasureQuery,
  Overview,
  Progress,
  ReadoutsQuery,
  ReadoutsView,
  ReadResult,
  RelationPage,
  RelationQuery,
  RelationVerdict,
  RelationView,
  Source,
} from "../schema/index.ts";

import type { ActorsDesk } from "./actors/types.ts";
import type { EditsDesk } from "./edits/types.ts";
import type { JobDesk, SubscriptionDesk } from "./jobs/types.ts";
import type { KeepingDesk } from "./keeping/types.ts";
import type { ReviewDesk } from "./reviews/types.ts";
import type { SearchDesk } from "./search/types.ts";
import type { WatchDesk } from "./watch/types.ts";

/** The bytes of an original as they came, and the media type they are most likely of. */
export interface Original {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** A state by its ISO 3166-1 alpha-3 code and the name Entente prints. */
export interface StateName {
  readonly code: string;
  readonly name: string;
  /** What is disputed about its status; absent where nothing is. */
  readonly disputed?: string;
}

export interface AddOptions {
  /** Called after each document; `total` is known for folders only. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the intake after the document at hand; what is stored stays. */
  readonly signal?: AbortSignal;
}

/**
 * What Entente can do, one function each. Every function rejects with an `EntenteError`.
 * `LocalDesk` opens a data folder; `RemoteDesk` speaks to a running service.
 */
export interface Desk {
  /** What the ledger holds. */
  overview(): Promise<Overview>;
  /** Every state that has a code, by name. */
  states(): Promise<readonly StateName[]>;
  /** All that is known of a dyad in a period; with a limit only the newest incidents and quotations are listed. Errors: state.unknown, dyad.same, period.invalid. */
  relation(query: RelationPage): Promise<RelationView>;
  /** Incidents of a dyad, newest first, a page at a time. Errors: those of `relation`, usage (an unknown counting rule). */
  incidents(query: IncidentsQuery): Promise<IncidentPage>;
  /** Every measure of a dyad in a period. Errors: those of `relation`, usage (an unknown counting rule), brief.nodata, measure.undated. */
  measure(query: MeasureQuery): Promise<DyadMeasures>;
  /** The verdict on a dyad alone, for lists of many. Errors: those of `relation`, brief.nodata, measure.undated. */
  verdict(query: RelationQuery): Promise<RelationVerdict>;
  /** Who is with whom in a period: blocs of states. Errors: period.invalid, usage (an unknown counting rule), brief.nodata. */
  blocs(query: BlocsQuery): Promise<BlocsView>;
  /**
   * Two accounts of one incident, or any two documents, laid side by side.
   * Errors: incident.unknown, document.unknown, readouts.oneside, readouts.same.
   */
  readouts(query: ReadoutsQuery): Promise<ReadoutsView>;
  /** One incident with all its reports; under an id of before, the one that its reports are in now. Errors: incident.unknown. */
  incident(id: string): Promise<Incident>;
  /** A document with what was coded from it. Errors: document.unknown. */
  document(id: string): Promise<DocumentView>;
  /** How the coder, as it is now, comes to its reading of a document. Errors: document.unknown. */
  explain(id: string): Promise<DocumentExplanation>;
  /** The bytes a document was taken from. Errors: document.unknown. */
  original(id: string): Promise<Original>;
  /** Codes one text without storing it. Errors: those of the intake. */
  read(source: Source): Promise<ReadResult>;
  /** Takes in, codes and stores whatever the source holds; what fails is listed, the rest is done. */
  add(source: Source, options?: AddOptions): Promise<AddResult>;
  /** The sourced account of a dyad over a period. Errors: those of `relation`, evidence.unresolved. */
  brief(query: RelationQuery): Promise<Brief>;
  /** An analyst's edits of briefs. */
  readonly edits: EditsDesk;
  /** Alerts and the digest. */
  readonly watch: WatchDesk;
  /** Every intake is a job. */
  readonly jobs: JobDesk;
  /** Feeds and watched folders. */
  readonly subscriptions: SubscriptionDesk;
  /** Finding things by their words. */
  readonly search: SearchDesk;
  /** Persons, organs, organisations and states. */
  readonly actors: ActorsDesk;
  /** What people say of what was coded. */
  readonly reviews: ReviewDesk;
  /** Verifying, backups, exports, event data, freezes and re-coding. */
  readonly keeping: KeepingDesk;
  /** Frees the data folder. */
  close(): Promise<void>;
}
