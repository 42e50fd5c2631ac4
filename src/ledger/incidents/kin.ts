import { EVENT_TYPES, type EventType } from "../../schema/index.ts";

/** Types under which one event is told: a signing as support and as agreement, a joint exercise as mobilisation. */
const FAMILIES: readonly (readonly EventType[])[] = [
  ["AGREE", "SUPPORT"],
  ["COOPERATE", "CONSULT"],
  ["COOPERATE", "MOBILIZE"],
  ["COOPERATE", "AID"],
  ["COOPERATE", "SUPPORT"],
  ["COOPERATE", "CONCEDE"],
  ["CONCEDE", "RETREAT"],
  ["ACCUSE", "REJECT", "THREATEN"],
  ["ACCUSE", "PROTEST"],
  ["ACCUSE", "REQUEST"],
  ["SANCTION", "COERCE", "THREATEN", "REQUEST"],
  ["ASSAULT", "COERCE", "MOBILIZE"],
];

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

export const kindred = (one: EventType, other: EventType): boolean => kinOf(one).includes(other);

const DEEDS: ReadonlySet<EventType> = new Set([
  "COOPERATE",
  "AID",
  "CONCEDE",
  "RETREAT",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
]);

/** Types of what states sign or agree on. */
export const isAgreed = (type: EventType): boolean => type === "AGREE" || type === "SUPPORT";

/** What two reports tell of: of talks and of deeds there are few between two states in a few days, of words many. */
export type Sort = "talks" | "deed" | "words" | "mixed";

export function sortOf(one: EventType, other: EventType): Sort {
  if (one === "CONSULT" || other === "CONSULT") return one === other ? "talks" : "mixed";
  return DEEDS.has(one) && DEEDS.has(other) ? "deed" : "words";
}
