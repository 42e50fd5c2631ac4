import { kindred, sortOf } from "./kin.ts";
import { placesMeet } from "./places.ts";
import { overlap, shared } from "./subjects.ts";
import type { Telling } from "./telling.ts";

/**
 * How much two reports look like reports of one event: the sum of what speaks for it and against it, as log-odds.
 * From `THRESHOLD` on they are taken as one. The weights are those of a logistic regression over the development half
 * of eval/incidents/reports.tsv (eval/incident-weights.ts), rounded. Set by hand are those of which it has hardly any:
 * other ordinals, persons and places, days that miss each other, the same words. `kin` and `moreStatesInOneDocument`
 * were tried anew with whole incidents of that half, as the threshold was.
 */
export const THRESHOLD = 0.5;

export const WEIGHTS = {
  talks: 1.4,
  deed: 0.6,
  words: -1.6,
  mixed: -0.4,
  talksInOneDocument: 0.6,
  deedInOneDocument: 0.3,
  wordsInOneDocument: -0.6,
  mixedInOneDocument: -0.6,
  bothDated: 0.9,
  oneDated: 1.2,
  noneDated: 0.7,
  near: -1.6,
  withinAMonth: -0.4,
  wide: -2.4,
  daysBetweenUndated: 0.1,
  kin: -1.2,
  otherMode: -0.4,
  clause: 0.8,
  clauseOfWords: 0.4,
  sentence: 0.9,
  verbatim: 1,
  sameSubject: 1.1,
  otherSubject: -1,
  otherMedium: -1.2,
  sameOrdinal: 1.1,
  otherOrdinal: -3,
  samePerson: 0.3,
  otherPerson: -2,
  samePlace: 0.2,
  otherPlace: -2.5,
  sameThing: 0.4,
  moreStatesInOneDocument: 0.4,
  bothDirected: 0.3,
  oneDirected: -0.7,
  mutualWords: 0.2,
} as const;

export type Sign = keyof typeof WEIGHTS;
/** Takes down a sign and how strong it is, mostly 1. */
type Note = (sign: Sign, strength?: number) => void;

/** Below this a shared word is no sign: two words of a clause, three of a sentence. */
const FEW_IN_CLAUSE = 2;
const FEW_IN_SENTENCE = 3;
/** From this share of a sentence on, two documents tell it in the same words. */
const VERBATIM = 0.75;

/** Days by which two accounts of one event may miss each other. */
export const DATE_SLACK = 2;
/** Above these an interval says little about the day. */
const NARROW_DAYS = 3;
const MONTH_DAYS = 31;

const meets = (one: readonly string[], other: readonly string[]): boolean => one.some((code) => other.includes(code));

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

/** Days between two intervals, below 1 where they overlap; nothing where one has no date. */
function gapOf(one: Telling, other: Telling): number | undefined {
  if (one.from === undefined || one.to === undefined || other.from === undefined || other.to === undefined)
    return undefined;
  return Math.max(one.from, other.from) - Math.min(one.to, other.to);
}

const widthOf = (telling: Telling): number => (telling.to ?? 0) - (telling.from ?? 0);

function noteDates(one: Telling, other: Telling, note: Note): void {
  const gap = gapOf(one, other);
  if (gap === undefined) return;
  if (one.document !== other.document && !(one.dated && other.dated))
    note("daysBetweenUndated", Math.min(NARROW_DAYS, Math.abs((one.to ?? 0) - (other.to ?? 0))));
  note(gap > 0 ? "near" : meetingOf(one, other));
}

/** Two intervals that overlap say more the narrower they are. */
function meetingOf(one: Telling, other: Telling): Sign {
  const width = Math.max(widthOf(one), widthOf(other));
  if (width > MONTH_DAYS) return "wide";
  if (width > NARROW_DAYS) return "withinAMonth";
  if (one.dated && other.dated) return "bothDated";
  return one.dated || other.dated ? "oneDated" : "noneDated";
}

function noteTypes(one: Telling, other: Telling, note: Note): void {
  const sort = sortOf(one.type, other.type);
  note(sort);
  if (one.document === other.document) note(`${sort}InOneDocument`);
  else if (sort === "words" && one.recipients.length + other.recipients.length === 0) note("mutualWords");
  if (one.type !== other.type) note("kin");
  else if (one.mode !== undefined && other.mode !== undefined && one.mode !== other.mode) note("otherMode");
}

/** Notes what two sets have in common, or that they have nothing, where both hold something. */
function noteEither(one: ReadonlySet<string>, other: ReadonlySet<string>, note: Note, same?: Sign, apart?: Sign): void {
  const sign = shared(one, other) > 0 ? same : apart;
  if (one.size > 0 && other.size > 0 && sign) note(sign);
}

function noteWords(one: Telling, other: Telling, note: Note): void {
  const clause = overlap(one.clause, other.clause, FEW_IN_CLAUSE);
  note("clause", clause);
  if (sortOf(one.type, other.type) === "words") note("clauseOfWords", clause);
  const sentence = overlap(one.words, other.words, FEW_IN_SENTENCE);
  note("sentence", sentence);
  if (sentence >= VERBATIM && one.document !== other.document) note("verbatim");
  noteEither(one.subjects, other.subjects, note, "sameSubject", "otherSubject");
  noteEither(one.media, other.media, note, undefined, "otherMedium");
  noteEither(one.things, other.things, note, "sameThing");
  if (shared(one.ordinals, other.ordinals) > 0) note("sameOrdinal");
  else if (countedApart(one, other)) note("otherOrdinal");
}

function noteParts(one: Telling, other: Telling, note: Note): void {
  if (one.persons.length > 0 && other.persons.length > 0)
    note(meets(one.persons, other.persons) ? "samePerson" : "otherPerson");
  const place = placesMeet(one.place, other.place);
  if (place !== undefined) note(place ? "samePlace" : "otherPlace");
  if (one.states.length !== other.states.length && one.document === other.document) note("moreStatesInOneDocument");
  const directed = Number(one.recipients.length > 0) + Number(other.recipients.length > 0);
  if (directed > 0) note(directed === 2 ? "bothDirected" : "oneDirected");
}

const countedOf = (ordinal: string): string => ordinal.slice(ordinal.indexOf("-"));

/** Both are counted, and not alike: the eighth patrol is not the fourth, least of all in one document. */
function countedApart(one: Telling, other: Telling): boolean {
  if (one.ordinals.size === 0 || other.ordinals.size === 0 || shared(one.ordinals, other.ordinals) > 0) return false;
  const kinds = new Set([...one.ordinals].map(countedOf));
  return [...other.ordinals].some((ordinal) => kinds.has(countedOf(ordinal)));
}

/** Whether no incident can hold both, whatever else it holds: another tense, days that can't meet, counted apart. */
export function excludes(one: Telling, other: Telling): boolean {
  return (
    one.tense !== other.tense ||
    (gapOf(one, other) ?? 0) > DATE_SLACK ||
    (one.document === other.document && countedApart(one, other))
  );
}

/** Whether two reports are alike enough to tell of one event. */
export const alike = (one: Telling, other: Telling): boolean =>
  (similarity(one, other) ?? Number.NEGATIVE_INFINITY) >= THRESHOLD;

/** Whether two reports can be compared: of kindred types and the same tense, with states, parts and days that can meet. */
export const comparable = (one: Telling, other: Telling): boolean =>
  kindred(one.type, other.type) && statesMeet(one, other) && partsMeet(one, other) && !excludes(one, other);

/** Notes all that speaks for or against two comparable reports telling of one event. */
export function noteSigns(one: Telling, other: Telling, note: Note): void {
  noteTypes(one, other, note);
  noteDates(one, other, note);
  noteWords(one, other, note);
  noteParts(one, other, note);
}

/** What speaks for two reports telling of one event, minus what speaks against it; nothing where they can't be compared. */
export function similarity(one: Telling, other: Telling): number | undefined {
  if (!comparable(one, other)) return undefined;
  let sum = 0;
  noteSigns(one, other, (sign, strength = 1) => {
    sum += strength * WEIGHTS[sign];
  });
  return sum;
}
