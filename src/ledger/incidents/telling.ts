import type { EventType, PlaceIdentity } from "../../schema/index.ts";

/** What clustering sees of a report. */
export interface Telling {
  readonly document: string;
  readonly report: string;
  /** The document's number in the order of arrival. */
  readonly seq: number;
  readonly type: EventType;
  readonly mode?: string;
  /** `happened`, `planned`, `hypothetical` or `denied`: tellings of different tenses never meet. */
  readonly tense: string;
  /** All states that act or receive, sorted: tellings that share none never meet. */
  readonly states: readonly string[];
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  /** Days since 1970; absent where neither the report nor its document has a date. */
  readonly from?: number;
  readonly to?: number;
  /** Whether the report itself says when. */
  readonly dated: boolean;
  readonly place?: PlaceIdentity;
  /** The persons named as actors or recipients, each with the code of its state: `CHN:person.xi-jinping`. */
  readonly persons: readonly string[];
  /** Stems of the content words of the sentences that tell it. */
  readonly words: ReadonlySet<string>;
  /** Those of them that stand in the evidence itself. */
  readonly clause: ReadonlySet<string>;
  /** What the clause is about: patrol, exercise, call, … */
  readonly subjects: ReadonlySet<string>;
  /** Whether the clause tells of aircraft or ships. */
  readonly media: ReadonlySet<string>;
  /** How its kind is counted (`#8-patrol` for the eighth patrol). */
  readonly ordinals: ReadonlySet<string>;
  /** Names in the sentences that tell it, but for those who take part. */
  readonly names: ReadonlySet<string>;
  /** What its evidence points to as known: `patrol` for "the patrol", `meeting` for "these talks". */
  readonly refers: ReadonlySet<string>;
  /** Names of the equipment told of. */
  readonly things: ReadonlySet<string>;
  /** Where the evidence stands in its document. */
  readonly start: number;
  readonly stop: number;
}

/** Reports of one thing that happened; `founder` gives it its id. */
export interface Cluster<T extends Telling = Telling> {
  readonly founder: T;
  readonly members: readonly T[];
}
