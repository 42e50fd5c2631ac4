import type { Domain, EventType } from "../schema/index.ts";

/** Which part an incident has in a series of its like: a joint patrol that is flown every year. */
export interface SeriesPart {
  /** Name of the series. */
  readonly id: string;
}

/** One incident that happened, as the measures take it. `day` is the middle of its date. */
export interface IncidentRow {
  readonly id: string;
  /** ISO day; absent where the incident has no date. */
  readonly day?: string;
  readonly domain: Domain;
  readonly type: EventType;
  readonly mode?: string;
  /** PLOVER score, -10 to 10. */
  readonly score: number;
  /** Country codes. In a reciprocal incident all are actors and there are no recipients. */
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly directedAgainst: readonly string[];
  /** Probability that the incident was coded rightly, 0 to 1. */
  readonly confidence: number;
  /** Independent source families: all copies of one wire story are one. Each once. */
  readonly families: readonly string[];
  /** Countries of the outlets that report it. Each once. */
  readonly sides: readonly string[];
  /** Who published the reports. Each once. */
  readonly outlets?: readonly string[];
  /** True where only media owned by a state report it. */
  readonly stateMediaOnly?: boolean;
  /** True where a person judged it to be right, and nobody disputes that. */
  readonly reviewed?: boolean;
  readonly series?: SeriesPart;
  /** What kind of thing it was, for rules that count some kinds or not: `patrol`, `exercise`, `treaty`. */
  readonly kinds?: readonly string[];
}

/** One document that was read. */
export interface DocumentRow {
  readonly id: string;
  readonly day: string;
  readonly outlet: string;
  /** Country of the outlet; absent where unknown. */
  readonly side?: string;
  /** States that the document names. */
  readonly states: readonly string[];
  /** All copies of one wire story have one family; a document without copies is its own. */
  readonly family: string;
}

/** True where the incident has both states: both act, or one acts towards the other. */
export function isBetween(row: IncidentRow, a: string, b: string): boolean {
  if (row.recipients.length === 0) return row.actors.includes(a) && row.actors.includes(b);
  return isDirected(row, a, b) || isDirected(row, b, a) || (row.actors.includes(a) && row.actors.includes(b));
}

/** True where `from` acts towards `to`; in a reciprocal incident all act towards each other. */
export function isDirected(row: Pick<IncidentRow, "actors" | "recipients">, from: string, to: string): boolean {
  if (from === to || !row.actors.includes(from)) return false;
  return row.recipients.includes(to) || (row.recipients.length === 0 && row.actors.includes(to));
}
