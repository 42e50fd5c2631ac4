import { isMutual } from "./announced.ts";
import { areOtherAttacks, areOtherMeasures } from "./deeds.ts";
import { isAgreed, sortOf } from "./kin.ts";
import { placesMeet } from "./places.ts";
import { overlap, shared } from "./subjects.ts";
import type { Telling } from "./telling.ts";
import type { Sign } from "./weights.ts";

/** Takes down a sign and how strong it is, mostly 1. */
export type Note = (sign: Sign, strength?: number) => void;

/** Below this a shared word is no sign: two words of a clause, three of a sentence. */
const FEW_IN_CLAUSE = 2;
const FEW_IN_SENTENCE = 3;
/** From this share of a sentence on, two documents tell it in the same words. */
const VERBATIM = 0.75;

/** Above these an interval says little about the day. */
const NARROW_DAYS = 3;
const MONTH_DAYS = 31;

export const meets = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((code) => other.includes(code));

/** Days between two intervals, below 1 where they overlap; nothing where one has no date. */
export function gapOf(one: Telling, other: Telling): number | undefined {
  if (one.from === undefined || one.to === undefined || other.from === undefined || other.to === undefined)
    return undefined;
  return Math.max(one.from, other.from) - Math.min(one.to, other.to);
}

const widthOf = (telling: Telling): number => (telling.to ?? 0) - (telling.from ?? 0);

const countedOf = (ordinal: string): string => ordinal.slice(ordinal.indexOf("-"));

/** Both are counted, and not alike: the eighth patrol is not the fourth, least of all in one document. */
export function countedApart(one: Telling, other: Telling): boolean {
  if (one.ordinals.size === 0 || other.ordinals.size === 0 || shared(one.ordinals, other.ordinals) > 0) return false;
  const kinds = new Set([...one.ordinals].map(countedOf));
  return [...other.ordinals].some((ordinal) => kinds.has(countedOf(ordinal)));
}

function noteDates(one: Telling, other: Telling, note: Note): void {
  const gap = gapOf(one, other);
  if (gap === undefined) {
    note("noDate");
    return;
  }
  const narrow = Math.max(widthOf(one), widthOf(other)) <= NARROW_DAYS;
  if (narrow && one.document !== other.document && !(one.dated && other.dated))
    note("daysBetweenUndated", Math.min(NARROW_DAYS, Math.abs((one.to ?? 0) - (other.to ?? 0))));
  if (gap > 0) note(one.dated && other.dated ? "nearBothDated" : "near");
  else note(meetingOf(one, other));
}

/** Two intervals that overlap say more the narrower they are. */
function meetingOf(one: Telling, other: Telling): Sign {
  const width = Math.max(widthOf(one), widthOf(other));
  if (width > MONTH_DAYS) return "wide";
  if (width > NARROW_DAYS) return "withinAMonth";
  if (one.dated && other.dated) return "bothDated";
  return one.dated || other.dated ? "oneDated" : "noneDated";
}

/** Both told as something that the same states agree on with each other. */
const areMutual = (one: Telling, other: Telling): boolean =>
  one.states.length === other.states.length && [one, other].every((each) => isMutual(each) && isAgreed(each.type));

/** Both say when, or one recalls it by its week or month. */
const areDated = (one: Telling, other: Telling): boolean =>
  (one.dated && other.dated) || [one, other].some((each) => each.dated && widthOf(each) > NARROW_DAYS);

function noteTypes(one: Telling, other: Telling, note: Note): void {
  const sort = sortOf(one.type, other.type);
  note(sort);
  if (one.document === other.document) note(`${sort}InOneDocument`);
  else if (sort === "words" && areMutual(one, other)) note(areDated(one, other) ? "datedMutualWords" : "mutualWords");
  if (one.type !== other.type) note(sort === "words" && areMutual(one, other) ? "kinMutualWords" : "kin");
  else if (one.mode !== undefined && other.mode !== undefined) note(one.mode === other.mode ? "sameMode" : "otherMode");
}

/** Characters by which two places of one document are far apart. */
const FAR = 1000;

const commonOf = (one: Telling, other: Telling): number =>
  Math.min(one.stop, other.stop) - Math.max(one.start, other.start);

/** Share of the shorter evidence that is evidence of the other report too. */
export function sharedEvidence(one: Telling, other: Telling): number {
  if (one.document !== other.document) return 0;
  return Math.max(0, commonOf(one, other)) / Math.min(one.stop - one.start, other.stop - other.start);
}

/** "During the patrol": the one that stands behind points to what the other tells. */
function pointsBack(one: Telling, other: Telling): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return [...second.refers].some((kind) => (kind === "meeting" ? first.type === "CONSULT" : first.subjects.has(kind)));
}

/** In one document: whether both were coded of the same words, and how far apart they stand. */
function noteSpans(one: Telling, other: Telling, note: Note): void {
  if (one.document !== other.document) return;
  const common = sharedEvidence(one, other);
  if (common > 0) note(one.type === other.type ? "sameEvidence" : "evidenceOfTwo", common);
  else if (pointsBack(one, other)) note("pointsBack");
  else note("farInDocument", Math.min(1, -commonOf(one, other) / FAR));
}

/** Notes what two sets have in common, or that they have nothing, where both hold something. */
function noteEither(one: ReadonlySet<string>, other: ReadonlySet<string>, note: Note, same?: Sign, apart?: Sign): void {
  const sign = shared(one, other) > 0 ? same : apart;
  if (one.size > 0 && other.size > 0 && sign) note(sign);
}

/** Whether both stand in the same sentences of one document: that these share their words and names says nothing. */
const ofOneSentence = (one: Telling, other: Telling): boolean =>
  one.document === other.document &&
  one.words.size === other.words.size &&
  shared(one.words, other.words) === one.words.size;

function noteSentences(one: Telling, other: Telling, note: Note): void {
  if (ofOneSentence(one, other)) return;
  const sentence = overlap(one.words, other.words, FEW_IN_SENTENCE);
  note("sentence", sentence);
  if (sentence >= VERBATIM && one.document !== other.document) note("verbatim");
  noteNames(one, other, note);
}

function noteWords(one: Telling, other: Telling, note: Note): void {
  note("clause", overlap(one.clause, other.clause, FEW_IN_CLAUSE));
  noteSentences(one, other, note);
  noteEither(one.subjects, other.subjects, note, "sameSubject", "otherSubject");
  noteEither(one.media, other.media, note, undefined, "otherMedium");
  noteEither(one.things, other.things, note, "sameThing");
  if (areOtherMeasures(one, other)) note("otherMeasure");
  if (areOtherAttacks(one, other)) note("otherAttack");
  if (shared(one.ordinals, other.ordinals) > 0) note("sameOrdinal");
  else if (countedApart(one, other)) note("otherOrdinal");
}

/** Names shared beyond these say no more. */
const MOST_NAMES = 3;

function noteNames(one: Telling, other: Telling, note: Note): void {
  if (one.names.size === 0 || other.names.size === 0) return;
  const common = shared(one.names, other.names);
  if (common > 0) note("sameName", Math.min(MOST_NAMES, common));
  else note("otherName");
}

const stateOf = (person: string): string => person.slice(0, person.indexOf(":"));

/** Whether both name persons of a state, and not the same. */
export const personsDiffer = (one: Telling, other: Telling): boolean =>
  one.persons.some((person) => {
    const theirs = other.persons.filter((each) => stateOf(each) === stateOf(person));
    return theirs.length > 0 && !meets(one.persons, theirs);
  });

function notePersons(one: Telling, other: Telling, note: Note): void {
  if (one.persons.length === 0 || other.persons.length === 0) return;
  const same = meets(one.persons, other.persons);
  if (same) note("samePerson");
  if (personsDiffer(one, other)) note(same ? "otherCounterpart" : "otherPerson");
}

/** From so many states on, few events have just these. */
const MANY_STATES = 3;
const MANY_MORE = 2;

function noteParts(one: Telling, other: Telling, note: Note): void {
  notePersons(one, other, note);
  if (one.states.length >= MANY_STATES && one.states.length === other.states.length) note("sameManyStates");
  if (Math.abs(one.states.length - other.states.length) >= MANY_MORE) note("manyMoreStates");
  const place = placesMeet(one.place, other.place);
  if (place !== undefined) note(place ? "samePlace" : "otherPlace");
  if (one.states.length !== other.states.length && one.document === other.document) note("moreStatesInOneDocument");
  const directed = Number(one.recipients.length > 0) + Number(other.recipients.length > 0);
  if (directed > 0) note(directed === 2 ? "bothDirected" : "oneDirected");
}

/** How both are told: their types, where they stand, and when they say it was. */
function noteTold(one: Telling, other: Telling, note: Note): void {
  noteTypes(one, other, note);
  noteSpans(one, other, note);
  noteDates(one, other, note);
}

/** Notes all that speaks for or against two comparable reports telling of one event. */
export function noteSigns(one: Telling, other: Telling, note: Note): void {
  if (one.tense === other.tense) noteTold(one, other, note);
  else note("announced");
  noteWords(one, other, note);
  noteParts(one, other, note);
}
