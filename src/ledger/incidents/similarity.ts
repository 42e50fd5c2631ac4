import { areAnnounced } from "./announced.ts";
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

const areTalks = (one: Telling, other: Telling): boolean => one.type === "CONSULT" && other.type === "CONSULT";

/** Talks of other states are other talks, and so are those with other persons that one document tells of. */
const metApart = (one: Telling, other: Telling): boolean =>
  areTalks(one, other) && (!statesMeet(one, other) || (one.document === other.document && personsDiffer(one, other)));

/** Another tense, but for what one announces and the other tells as done. */
const tensesApart = (one: Telling, other: Telling): boolean => one.tense !== other.tense && !areAnnounced(one, other);

/**
 * Whether no incident can hold both, whatever else it holds: another tense, days that can't meet, talks of other states;
 * in one document, counted apart or talks with other persons.
 */
export function excludes(one: Telling, other: Telling): boolean {
  return (
    tensesApart(one, other) ||
    (gapOf(one, other) ?? 0) > DATE_SLACK ||
    (one.document === other.document && countedApart(one, other)) ||
    metApart(one, other)
  );
}

const typesMeet = (one: Telling, other: Telling): boolean =>
  one.tense === other.tense ? kindred(one.type, other.type) : areAnnounced(one, other);

/** Whether two reports are alike enough to tell of one event. */
export const alike = (one: Telling, other: Telling): boolean =>
  (similarity(one, other) ?? Number.NEGATIVE_INFINITY) >= THRESHOLD;

/** Whether two reports can be compared: of kindred types and one tense, with states, parts and days that can meet. */
export const comparable = (one: Telling, other: Telling): boolean =>
  typesMeet(one, other) && statesMeet(one, other) && partsMeet(one, other) && !excludes(one, other);

/** What speaks for two reports telling of one event, minus what speaks against it; nothing where they can't be compared. */
export function similarity(one: Telling, other: Telling): number | undefined {
  if (!comparable(one, other)) return undefined;
  let sum = 0;
  noteSigns(one, other, (sign, strength = 1) => {
    sum += strength * WEIGHTS[sign];
  });
  return sum;
}
