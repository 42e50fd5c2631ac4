import type {
  EventImport,
  Exported,
  ExportRequest,
  Freeze,
  FreezeCheck,
  FreezeRequest,
  Progress,
  RecodeRequest,
  Recoding,
  Verification,
} from "../../schema/index.ts";

export interface RecodeOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Stops after the documents at hand; the next run goes on from there. */
  readonly signal?: AbortSignal;
}

/** Keeping a ledger whole, giving it away, and bringing it forward. Paths are those of the service's machine. */
export interface KeepingDesk {
  /** Hashes every original and text again, cuts every span anew, and holds the tables against each other. */
  verify(): Promise<Verification>;
  /** Copies the whole data folder into a new or empty one. Errors: data.occupied, data.unwritable. */
  backup(folder: string): Promise<Exported>;
  /** Writes the ledger into a new folder, or as GDELT or PLOVER into a new file. Errors: data.occupied, data.unwritable. */
  export(request: ExportRequest): Promise<Exported>;
  /** Takes ready-made event data into its tables. Errors: input.missing, input.unreadable, events.unknown. */
  importEvents(path: string): Promise<EventImport>;
  /** Errors: freeze.taken, freeze.empty, data.frozen, data.unwritable. */
  freeze(request: FreezeRequest): Promise<Freeze>;
  freezes(): Promise<readonly Freeze[]>;
  /** Hashes the files of a freeze again. Errors: freeze.unknown. */
  verifyFreeze(name: string): Promise<FreezeCheck>;
  /** Errors: freeze.unknown. */
  deleteFreeze(name: string): Promise<void>;
  /** Codes everything anew beside the ledger and tells the difference; with `take` the new readings then count. */
  recode(request?: RecodeRequest, options?: RecodeOptions): Promise<Recoding>;
}
