/** The store of documents, readings and incidents: one folder, owned by one process. */
export { openLedger } from "./open.ts";
export type {
  AppendResult,
  Copy,
  Counts,
  DocumentHead,
  Dyad,
  DyadQuery,
  DyadTotal,
  Entry,
  IncidentQuery,
  IncidentSource,
  Ledger,
  Period,
  ReadDocument,
  StoredDocument,
} from "./types.ts";
