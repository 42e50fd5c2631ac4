/** The store of documents, readings and incidents: one folder, owned by one process. */
export type { BriefKey } from "./edits/types.ts";
export { GDELT_COLUMNS } from "./events/gdelt.ts";
export type { ActsQuery, GroundLedger, HappenedActs, NamingDocument, ReadCount, ToldIncident } from "./ground/types.ts";
export type { JobStore } from "./jobs/jobs.ts";
export type { StoredSubscription, SubscriptionItem, SubscriptionStore } from "./jobs/subscriptions.ts";
export type { TableFormat } from "./keeping/export.ts";
export type { Coded, Coding, RecodingOptions } from "./keeping/recoding.ts";
export { importLedger, isExport, restoreLedger } from "./keeping/restore.ts";
export { openLedger } from "./open.ts";
export type { OutletCount } from "./queries/outlets.ts";
export type { Reviewed } from "./reviews/apply.ts";
export { assertUntaken, codingOf, judgementsOf, latestJudgement, sameReviewer } from "./reviews/standing.ts";
export type { NewReview, Queued, ReviewLedger } from "./reviews/types.ts";
export type { LedgerSearch } from "./search/search.ts";
export type { ActorTally, FacetCount, FindQuery, FoundHit, SearchConditions } from "./search/types.ts";
export { type Wanted, wantedOf } from "./search/words.ts";
export type {
  AppendResult,
  Copy,
  Counts,
  DocumentHead,
  Dyad,
  DyadQuery,
  DyadTotal,
  Entry,
  IncidentOutline,
  IncidentQuery,
  IncidentSource,
  KnownEntry,
  Period,
  ReadDocument,
  ReadText,
  StoredDocument,
} from "./shapes.ts";
export type { Ledger } from "./types.ts";
