import type { IncidentSummary } from "../../schema/index.ts";
import type { Dyad, DyadQuery, DyadTotal, IncidentOutline, IncidentSource, Period } from "../shapes.ts";

/** What measures take of an incident. */
export type MeasuredIncident = Pick<
  IncidentSummary,
  | "id"
  | "type"
  | "mode"
  | "domain"
  | "status"
  | "actors"
  | "recipients"
  | "directedAgainst"
  | "date"
  | "score"
  | "confidence"
  | "review"
>;

/** An incident with the documents that tell of it, in the order of their ids; none where they were not asked for. */
export interface ToldIncident extends MeasuredIncident {
  readonly sources: readonly Omit<IncidentSource, "incident">[];
}

/** Which of the incidents that happened. */
export interface HappenedQuery extends Period {
  /** Only those of one of these dyads. */
  readonly dyads?: readonly Dyad[];
  /** Whether to fetch who tells of them. */
  readonly sources: boolean;
}

/** Who is in an incident. */
export type Parties = Pick<MeasuredIncident, "actors" | "recipients">;

/** Which incidents that happened: those whose date has its middle in the period. */
export interface ActsQuery {
  readonly from: string;
  readonly to: string;
  /** Only those that a person judged to be right. */
  readonly reviewedOnly?: boolean;
  /** Not those that only these outlets report. */
  readonly exceptOutlets?: readonly string[];
  /** Of which incidents the words are fetched: those in whose words any of these stands, in any case, in part of a word too. */
  readonly words?: readonly string[];
}

/** Incidents as columns, in the order of their days and ids: one place in each column is one incident. */
export interface HappenedActs {
  /** Who is in them, each once. */
  readonly parties: readonly Parties[];
  /** The place of an incident's own among them. */
  readonly party: Int32Array;
  readonly score: Float64Array;
  readonly confidence: Float64Array;
  /** By place: middle day, and the words of all reports, a document's in one line. */
  readonly told: ReadonlyMap<number, { readonly day: string; readonly words: string }>;
}

/** A document with a date that names both states of a dyad. */
export interface NamingDocument {
  readonly day: string;
  readonly family: string;
  /** The publisher, `unnamed` where the document has none. */
  readonly outlet: string;
}

export interface ReadQuery {
  readonly from: string;
  readonly to: string;
  readonly length: "week" | "month" | "quarter" | "year";
  /** Only what these published. */
  readonly outlets?: readonly string[];
  /** Country of an outlet, by its name. */
  readonly sides: Readonly<Record<string, string>>;
  /** Of outlets whose country is known by a state that the document names: the codes that it may be. */
  readonly governments: Readonly<Record<string, readonly string[]>>;
}

/** What was read in one period in which anything was; families by outlet and by its country, `unknown` where it has none. */
export interface ReadCount {
  readonly period: string;
  readonly documents: number;
  readonly families: number;
  readonly byOutlet: ReadonlyMap<string, number>;
  readonly bySide: ReadonlyMap<string, number>;
}

/**
 * What measures are computed from. Answers are kept as long as they hold: none is ever told that no longer does.
 */
export interface GroundLedger {
  /** All incidents of a dyad, whether they happened or not, with who tells of them. */
  between(dyad: Dyad): Promise<readonly ToldIncident[]>;
  /** Incidents that happened and whose date meets the period; those without a date only where no period is asked for. */
  happened(query: HappenedQuery): Promise<readonly ToldIncident[]>;
  /** The same of all dyads as columns, for networks; not kept, for what is made of it is. */
  acts(query: ActsQuery): Promise<HappenedActs>;
  /** What counting needs of a dyad's incidents, in no order. */
  outline(query: DyadQuery): Promise<readonly IncidentOutline[]>;
  /** Documents that name both, the oldest first. */
  naming(dyad: Dyad): Promise<readonly NamingDocument[]>;
  /** What was read, by period. */
  read(query: ReadQuery): Promise<readonly ReadCount[]>;
  /** First and last day of what was read in a period, and its families; undefined where nothing was. */
  readSpan(
    period: Period,
  ): Promise<{ readonly from: string; readonly to: string; readonly families: number } | undefined>;
  /** Who published anything that was read, by name. */
  outlets(): Promise<readonly string[]>;
  /** The dyads that incidents tell of, those with most incidents first. */
  dyads(): Promise<readonly DyadTotal[]>;
}
