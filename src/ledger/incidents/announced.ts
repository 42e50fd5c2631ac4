import { EVENT_TYPES, type EventType } from "../../schema/index.ts";
import type { Telling } from "./telling.ts";

/**
 * Types under which is told as coming what others tell as done, and those under which it is done: who "will expel"
 * diplomats threatens, and who "agreed to end" something will end it.
 */
const DONE_AS: Readonly<Partial<Record<EventType, readonly EventType[]>>> = {
  THREATEN: ["SANCTION", "COERCE"],
  RETREAT: ["AGREE", "SUPPORT"],
  CONCEDE: ["AGREE", "SUPPORT"],
};

/** Days by which an announcement and what is told as done may miss each other. */
const SLACK = 2;

const doneAs = (type: EventType): readonly EventType[] => DONE_AS[type] ?? [];

/** Told of several states without a recipient: what they do with each other. */
export const isMutual = ({ actors, recipients }: Telling): boolean => recipients.length === 0 && actors.length > 1;

function announces(plan: Telling, done: Telling): boolean {
  if (plan.tense !== "planned" || done.tense !== "happened" || !doneAs(plan.type).includes(done.type)) return false;
  if (plan.from === undefined || done.from === undefined || done.to === undefined) return false;
  const meet = plan.from >= done.from - SLACK && plan.from <= done.to + SLACK;
  return meet && (plan.type === "THREATEN" || (isMutual(plan) && isMutual(done)));
}

/** Whether one announces what the other tells as done: a measure, or what states agreed with each other. */
export const areAnnounced = (one: Telling, other: Telling): boolean => announces(one, other) || announces(other, one);

const NONE: readonly string[] = [];
const ACROSS: ReadonlyMap<string, readonly string[]> = new Map(
  EVENT_TYPES.flatMap((type) => [
    [`${type} planned`, doneAs(type).map((done) => `${done} happened`)],
    [`${type} happened`, EVENT_TYPES.filter((plan) => doneAs(plan).includes(type)).map((plan) => `${plan} planned`)],
  ]),
);

/** Type and tense of reports of the other tense that may be of one event with one of this type: `SANCTION happened`. */
export const acrossTenses = ({ type, tense }: Pick<Telling, "type" | "tense">): readonly string[] =>
  ACROSS.get(`${type} ${tense}`) ?? NONE;
