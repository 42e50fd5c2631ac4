import type { Candidate } from "./candidate.ts";
import type { Orientation } from "./directed.ts";

/** The candidates of one sentence, rejected ones too, and the words that say against whom. */
export interface SentenceEvents {
  readonly sentence: number;
  readonly candidates: readonly Candidate[];
  readonly orientations: readonly Orientation[];
}
