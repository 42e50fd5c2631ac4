/** The store of documents, readings and incidents: one folder, owned by one process. */
export { openLedger } from "./open.ts";
export type {
  AppendResult,
  Counts,
  DocumentHead,
  Dyad,
  DyadQuery,
  DyadTotal,
  Entry,
  IncidentQuery,
  Ledger,
  Period,
  StoredDocument,
} from "./types.ts";
