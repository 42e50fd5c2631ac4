import type { ReadoutComparison } from "../measures/index.ts";
import type {
  DyadMeasures,
  IncidentReport,
  IncidentSummary,
  QuotationCard,
  RelationView,
  SourceCard,
  Span,
} from "../schema/index.ts";

/** The words at a span of a stored document; empty where the document or the span isn't there. */
export type Slice = (document: string, span: Span) => string;

/** Whoever said something, as the ledger knows them. */
export interface Speaker {
  readonly kind: "person" | "organ" | "state" | "official";
  /** `Xi Jinping`, `Russian defence ministry`, `China`, `Chinese spokesman`. */
  readonly name: string;
  /** What a person is called at a later mention. */
  readonly short?: string;
  readonly role?: string;
  /** `Russian`. */
  readonly adjective?: string;
}

/** A quotation with its speaker; none where the ledger doesn't know who that is. */
export interface Saying {
  readonly card: QuotationCard;
  readonly speaker?: Speaker;
}

/** Two sides' accounts of one incident. */
export interface ReadoutPair {
  readonly incident: string;
  readonly first: SourceCard;
  readonly second: SourceCard;
  readonly comparison: ReadoutComparison;
}

/** All that a brief is written from. The desk hands it over; the brief asks nobody. */
export interface BriefFacts {
  readonly view: RelationView;
  /** The reports of each incident that is told (`incidentsToTell`), with their evidence, by the incident's id. */
  readonly reportsOf: ReadonlyMap<string, readonly IncidentReport[]>;
  /** Countries of the outlets that report each incident, told or not; undefined for an outlet whose country is not known. */
  readonly sidesOf: ReadonlyMap<string, readonly (string | undefined)[]>;
  readonly sayings: readonly Saying[];
  /** Measures of the dyad in the period, and the same under other counting rules. */
  readonly measures?: DyadMeasures;
  readonly otherRules: readonly DyadMeasures[];
  readonly readouts: readonly ReadoutPair[];
  /** Persons who act in a report, by their mention, by the report's id and document: `Vladimir Putin`. */
  readonly personsOf: ReadonlyMap<string, readonly Speaker[]>;
  /** Incidents outside the period that a measure rests on. */
  readonly earlier: ReadonlyMap<string, IncidentSummary>;
  /** `China` for `CHN`. */
  readonly nameOf: (code: string) => string;
  /** `Chinese` for `CHN`. */
  readonly adjectiveOf: (code: string) => string;
  readonly slice: Slice;
  /** The whole text of a stored document; empty where it isn't there. */
  readonly textOf: (document: string) => string;
  /** SHA-256 of a document's original. */
  readonly originalOf: (document: string) => string | undefined;
  /** The coder's version. */
  readonly coder: string;
}
