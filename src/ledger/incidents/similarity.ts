import { EVENT_TYPES, type EventType, type PlaceIdentity } from "../../schema/index.ts";
import type { Telling } from "./telling.ts";

/**
 * How much two reports look like reports of one event: the sum of what speaks for it and against it.
 * From `THRESHOLD` on they are taken as one. The weights were set by hand and tried on labelled pairs
 * (docs/ledger.md); `undefined` where one event is out of the question.
 */
export const THRESHOLD = 0.9;

const WEIGHTS = {
  sameDay: 1,
  datesOverlap: 0.5,
  datesNear: 0.2,
  undated: 0.1,
  sameType: 0.3,
  kindredType: -0.1,
  kindredButDirected: -0.6,
  sameMode: 0.1,
  otherMode: -0.3,
  samePlace: 0.3,
  otherCity: -0.8,
  samePerson: 0.3,
  otherPerson: -0.5,
  sameThing: 0.3,
  words: 1.5,
  moreStates: -0.4,
  moreStatesInOneDocument: -0.8,
  sameDocument: 0.1,
  deed: 0.2,
  otherOrdinal: -1.2,
} as const;

/** Days by which two accounts of one event may miss each other. */
export const DATE_SLACK = 2;
/** Above this an interval says little about the day. */
const NARROW_DAYS = 3;
const CITY_KM = 150;

/** Types under which one event is told: a signing as support and as agreement, a joint exercise as mobilisation. */
const FAMILIES: readonly (readonly EventType[])[] = [
  ["AGREE", "SUPPORT"],
  ["COOPERATE", "MOBILIZE"],
  ["COOPERATE", "AID"],
  ["CONCEDE", "RETREAT"],
  ["ACCUSE", "REJECT", "THREATEN"],
  ["ACCUSE", "PROTEST"],
  ["SANCTION", "COERCE"],
  ["ASSAULT", "COERCE", "MOBILIZE"],
];

/** Of deeds there are few between two states in a few days; of words there are many. */
const DEEDS = new Set<EventType>(["COOPERATE", "AID", "RETREAT", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]);

const KIN: ReadonlyMap<EventType, readonly EventType[]> = new Map(
  EVENT_TYPES.map((type) => [
    type,
    EVENT_TYPES.filter(
      (other) => other === type || FAMILIES.some((family) => family.includes(type) && family.includes(other)),
    ),
  ]),
);

/** The types under which an event of this type may be told too, and the type itself. */
export const kinOf = (type: EventType): readonly EventType[] => KIN.get(type) ?? [type];

const kindred = (one: EventType, other: EventType): boolean => kinOf(one).includes(other);

const meets = (one: readonly string[], other: readonly string[]): boolean => one.some((code) => other.includes(code));

const holds = (one: readonly string[], other: readonly string[]): boolean => other.every((code) => one.includes(code));

/** Somebody must act in both; where both say who receives, somebody must receive in both. */
const partsMeet = (one: Telling, other: Telling): boolean =>
  meets(one.actors, other.actors) &&
  (one.recipients.length === 0 || other.recipients.length === 0 || meets(one.recipients, other.recipients));

/** One account may name more states than the other, but not others instead. */
function stateScore(one: Telling, other: Telling): number | undefined {
  const [wider, narrower] = one.states.length < other.states.length ? [other, one] : [one, other];
  if (!holds(wider.states, narrower.states)) return undefined;
  if (wider.states.length === narrower.states.length) return 0;
  return one.document === other.document ? WEIGHTS.moreStatesInOneDocument : WEIGHTS.moreStates;
}

/** Days between two intervals, below 1 where they overlap; nothing where one has no date. */
function gapOf(one: Telling, other: Telling): number | undefined {
  if (one.from === undefined || one.to === undefined || other.from === undefined || other.to === undefined)
    return undefined;
  return Math.max(one.from, other.from) - Math.min(one.to, other.to);
}

const widthOf = (telling: Telling): number => (telling.to ?? 0) - (telling.from ?? 0);

function dateScore(one: Telling, other: Telling): number | undefined {
  const gap = gapOf(one, other);
  if (gap === undefined) return WEIGHTS.undated;
  if (gap > DATE_SLACK) return undefined;
  if (gap > 0) return WEIGHTS.datesNear;
  const width = Math.max(widthOf(one), widthOf(other));
  if (width >= NARROW_DAYS) return WEIGHTS.datesOverlap / (1 + Math.log10(width / NARROW_DAYS));
  return one.dated && other.dated ? WEIGHTS.sameDay : WEIGHTS.datesOverlap;
}

const EARTH_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance by the haversine formula, in km. */
export function distance(one: PlaceIdentity, other: PlaceIdentity): number {
  const [phi, psi] = [radians(one.lat), radians(other.lat)];
  const half =
    Math.sin((psi - phi) / 2) ** 2 + Math.cos(phi) * Math.cos(psi) * Math.sin(radians(other.lon - one.lon) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, half)));
}

const isPoint = (place: PlaceIdentity): boolean => place.resolution === "city" || place.resolution === "site";

function placeScore(one: Telling, other: Telling): number {
  if (!one.place || !other.place) return 0;
  if (one.place.name === other.place.name) return WEIGHTS.samePlace;
  if (!isPoint(one.place) || !isPoint(other.place)) return 0;
  return distance(one.place, other.place) > CITY_KM ? WEIGHTS.otherCity : WEIGHTS.samePlace;
}

function personScore(one: Telling, other: Telling): number {
  if (one.persons.length === 0 || other.persons.length === 0) return 0;
  return one.persons.some((person) => other.persons.includes(person)) ? WEIGHTS.samePerson : WEIGHTS.otherPerson;
}

function typeScore(one: Telling, other: Telling): number {
  if (one.type === other.type) return WEIGHTS.sameType + modeScore(one, other);
  const sameShape = (one.recipients.length === 0) === (other.recipients.length === 0);
  return sameShape ? WEIGHTS.kindredType : WEIGHTS.kindredButDirected;
}

function modeScore(one: Telling, other: Telling): number {
  if (one.mode === undefined || other.mode === undefined) return 0;
  return one.mode === other.mode ? WEIGHTS.sameMode : WEIGHTS.otherMode;
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const word of one) if (other.has(word)) count += 1;
  return count;
}

/** Both are counted, and not alike: the eighth patrol is not the fourth, least of all in one document. */
const countedApart = (one: Telling, other: Telling): boolean =>
  one.ordinals.size > 0 && other.ordinals.size > 0 && shared(one.ordinals, other.ordinals) === 0;

/** Share of the shorter account's words that stand in the longer one too. */
function wordScore(one: Telling, other: Telling): number {
  const shorter = Math.min(one.words.size, other.words.size);
  return shorter === 0 ? 0 : (WEIGHTS.words * shared(one.words, other.words)) / Math.max(shorter, 4);
}

/** Whether two reports are alike enough to tell of one event. */
export const alike = (one: Telling, other: Telling): boolean => (similarity(one, other) ?? 0) >= THRESHOLD;

/** What speaks for two reports of one tense telling of one event, minus what speaks against it. */
export function similarity(one: Telling, other: Telling): number | undefined {
  if (one.tense !== other.tense || !kindred(one.type, other.type) || !partsMeet(one, other)) return undefined;
  const date = dateScore(one, other);
  const states = stateScore(one, other);
  if (date === undefined || states === undefined) return undefined;
  const apart = countedApart(one, other);
  if (apart && one.document === other.document) return undefined;
  return (
    date +
    states +
    typeScore(one, other) +
    placeScore(one, other) +
    personScore(one, other) +
    (shared(one.things, other.things) > 0 ? WEIGHTS.sameThing : 0) +
    (one.document === other.document ? WEIGHTS.sameDocument : 0) +
    (DEEDS.has(one.type) && DEEDS.has(other.type) ? WEIGHTS.deed : 0) +
    (apart ? WEIGHTS.otherOrdinal : 0) +
    wordScore(one, other)
  );
}
