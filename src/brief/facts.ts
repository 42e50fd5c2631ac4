import type { Evidence, RelationView, Span } from "../schema/index.ts";

/** The words at a span of a stored document; undefined where the document or the span isn't there. */
export type Slice = (document: string, span: Span) => string;

/** All that a brief is written from. The desk hands it over; the brief asks nobody. */
export interface BriefFacts {
  readonly view: RelationView;
  /** Evidence of every report of an incident, by the incident's id. */
  readonly evidenceOf: ReadonlyMap<string, readonly Evidence[]>;
  /** `China` for `CHN`. */
  readonly nameOf: (code: string) => string;
  readonly slice: Slice;
  /** The coder's version. */
  readonly coder: string;
}
