import { kindred } from "./kin.ts";
import { countedApart, gapOf, meets, noteSigns, personsDiffer } from "./signs.ts";
import type { Telling } from "./telling.ts";
import { THRESHOLD, WEIGHTS } from "./weights.ts";

/** Days by which two accounts of one event may miss each other. */
export const DATE_SLACK = 2;
const holds = (one: readonly string[], other: readonly string[]): boolean => other.every((code) => one.includes(code));

const oneOrNone = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === 0 || other.length === 0 || meets(one, other);

/** Who acts and who receives can be the same in both, as far as both say it; somebody must. */
function partsMeet(one: Telling, other: Telling): boolean {
  const named = one.actors.length > 0 && other.actors.length > 0;
  return (
    oneOrNone(one.actors, other.actors) && oneOrNone(one.recipients, other.recipients) && (named || receive(one, other))
  );
}

const receive = (one: Telling, other: Telling): boolean => meets(one.recipients, other.recipients);

/** One account may name more states than the other, but not others instead. */
const statesMeet = (one: Telling, other: Telling): boolean =>
  holds(one.states, other.states) || holds(other.states, one.states);

/** Talks with other persons are other talks. */
const metApart = (one: Telling, other: Telling): boolean =>
  one.type === "CONSULT" && other.type === "CONSULT" && personsDiffer(one, other);

/**
 * Whether no incident can hold both, whatever else it holds: another tense, days that can't meet; in one document,
 * counted apart or talks with other persons.
 */
export function excludes(one: Telling, other: Telling): boolean {
  return (
    one.tense !== other.tense ||
    (gapOf(one, other) ?? 0) > DATE_SLACK ||
    (one.document === other.document && (countedApart(one, other) || metApart(one, other)))
  );
}

/** Whether two reports are alike enough to tell of one event. */
export const alike = (one: Telling, other: Telling): boolean =>
  (similarity(one, other) ?? Number.NEGATIVE_INFINITY) >= THRESHOLD;

/** Whether two reports can be compared: of kindred types and the same tense, with states, parts and days that can meet. */
export const comparable = (one: Telling, other: Telling): boolean =>
  kindred(one.type, other.type) && statesMeet(one, other) && partsMeet(one, other) && !excludes(one, other);

/** What speaks for two reports telling of one event, minus what speaks against it; nothing where they can't be compared. */
export function similarity(one: Telling, other: Telling): number | undefined {
  if (!comparable(one, other)) return undefined;
  let sum = 0;
  noteSigns(one, other, (sign, strength = 1) => {
    sum += strength * WEIGHTS[sign];
  });
  return sum;
}
