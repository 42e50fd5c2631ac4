/** The store of documents, readings and incidents: one folder, owned by one process. */
export { importLedger, restoreLedger } from "./keeping/restore.ts";
export type { Damage } from "./keeping/verify.ts";
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
  EventImport,
  ExportFormat,
  IncidentQuery,
  IncidentSource,
  Ledger,
  Period,
  ReadDocument,
  StoredDocument,
  Verification,
} from "./types.ts";
