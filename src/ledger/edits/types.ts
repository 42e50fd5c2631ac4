import type { Brief, BriefEdits, BriefVersion, BriefVersionHead, EditsHead } from "../../schema/index.ts";
import type { Dyad } from "../shapes.ts";

/** Which brief, and the name of its edits. The period is that asked for; an open end is left out. */
export interface BriefKey {
  readonly dyad: Dyad;
  readonly from?: string;
  readonly to?: string;
  readonly name: string;
}

/** The newest state of some edits. */
export interface StoredEdits {
  /** How often they were kept. */
  readonly revision: number;
  readonly edits: BriefEdits;
}

/** What is kept of a brief. */
export interface NewVersion {
  readonly edits: BriefEdits;
  readonly brief: Brief;
  readonly words?: string;
}

/** An analyst's edits of briefs and the versions that were kept. Nothing is overwritten: every state stays. */
export interface EditsLedger {
  /** All edits that are kept, those changed last first. */
  list(): Promise<readonly EditsHead[]>;
  /** The newest state; undefined where none is kept. */
  read(key: BriefKey): Promise<StoredEdits | undefined>;
  /** Keeps a new state over the one of `revision` (0 for none). Errors: edits.conflict where that isn't the newest. */
  write(key: BriefKey, edits: BriefEdits, revision: number): Promise<number>;
  /** Versions that were kept, the first first. */
  versions(key: BriefKey): Promise<readonly BriefVersionHead[]>;
  /** Errors: version.unknown. */
  version(key: BriefKey, number: number): Promise<BriefVersion>;
  keep(key: BriefKey, version: NewVersion): Promise<BriefVersionHead>;
}
