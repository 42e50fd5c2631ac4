import { measuresOf, shared } from "./subjects.ts";
import type { Telling } from "./telling.ts";

/** A measure against another state, imposed or announced. */
const isMeasure = ({ type, tense }: Telling): boolean =>
  type === "SANCTION" || type === "COERCE" || (type === "THREATEN" && tense === "planned");

/** Measures that are told in no common word, and are not of one kind: an expulsion is no ban. */
export const areOtherMeasures = (one: Telling, other: Telling): boolean =>
  isMeasure(one) &&
  isMeasure(other) &&
  shared(one.clause, other.clause) === 0 &&
  shared(measuresOf(one.clause), measuresOf(other.clause)) === 0;

/** In a war there are many attacks: those told in no common word, the target of one of them not named, are hardly one. */
export const areOtherAttacks = (one: Telling, other: Telling): boolean =>
  one.type === "ASSAULT" &&
  other.type === "ASSAULT" &&
  (one.recipients.length === 0) !== (other.recipients.length === 0) &&
  shared(one.words, other.words) === 0;
