/** First and last day of something, as texts that sort. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A document that came, was read anew or went over to another source family. */
export interface NamingChange {
  /** Its day of publication; undefined where it has none. */
  readonly day?: string;
  /** The states that it names, or named in its reading before. */
  readonly states: ReadonlySet<string>;
}

/** What a write did to what is told: no answer that rests on anything else became another by it. */
export interface Change {
  /** Incidents that came, went or may be told otherwise, by their ids. */
  readonly incidents: ReadonlySet<string>;
  /** The dyads of such incidents, as they are and were, by `pairOf`. */
  readonly dyads: ReadonlySet<string>;
  /** The days of such incidents, as they are and were; none of those without a date. */
  readonly days: readonly Days[];
  /** Documents that came or whose reading, reviews or source family are others now. */
  readonly documents: ReadonlySet<string>;
  /** Those of them that count otherwise among what was read. */
  readonly named: readonly NamingChange[];
}

/** Which answers a write can touch: none, those that its rows and documents tell, or all. */
export type Reach = "nothing" | "told" | "everything";

/** Whether a change touches what an answer rests on. */
export type Touches = (change: Change) => boolean;

/** A dyad in one word, whichever of the two is named first. */
export const pairOf = ([one, other]: readonly [string, string]): string =>
  one < other ? `${one}+${other}` : `${other}+${one}`;

interface Period {
  readonly from?: string;
  readonly to?: string;
}

/** Anything that is told. */
export const onAnything: Touches = () => true;

/** The incidents of some dyads. */
export function onDyads(dyads: readonly (readonly [string, string])[]): Touches {
  const pairs = dyads.map(pairOf);
  return (change) => pairs.some((pair) => change.dyads.has(pair));
}

/** Incidents by their ids. */
export const onIncidents =
  (ids: readonly string[]): Touches =>
  (change) =>
    ids.some((id) => change.incidents.has(id));

/** All incidents, or those whose date meets a period. */
export const onIncidentsOf =
  ({ from, to }: Period): Touches =>
  ({ incidents, days }) =>
    from === undefined && to === undefined
      ? incidents.size > 0
      : days.some((one) => (to === undefined || one.from <= to) && (from === undefined || one.to >= from));

/** Documents by their ids. */
export const onDocuments =
  (ids: readonly string[]): Touches =>
  (change) =>
    ids.some((id) => change.documents.has(id));

/** What was read, in all or in a period. */
export const onReading =
  ({ from, to }: Period = {}): Touches =>
  ({ named }) =>
    from === undefined && to === undefined
      ? named.length > 0
      : named.some(
          ({ day }) => day !== undefined && (from === undefined || day >= from) && (to === undefined || day <= to),
        );

/** Documents that name both states of a dyad. */
export const onNaming =
  ([one, other]: readonly [string, string]): Touches =>
  ({ named }) =>
    named.some(({ states }) => states.has(one) && states.has(other));
