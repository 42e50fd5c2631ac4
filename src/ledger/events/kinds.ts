import { ACLED_EVENTS } from "./acled.ts";
import { ATOP_MEMBERS, ATOP_OBLIGATIONS, SYSTEM_MEMBERS, UN_ROLL_CALLS, UN_VOTES } from "./alignment.ts";
import type { EventKind } from "./columns.ts";
import { GDELT_EVENTS_KIND, GDELT_MENTIONS } from "./gdelt.ts";
import { ICEWS_EVENTS } from "./icews.ts";
import { POLECAT_EVENTS } from "./polecat.ts";

/** The kinds of ready-made event data that have a table of their own. */
export const EVENT_KINDS: readonly EventKind[] = [
  GDELT_EVENTS_KIND,
  GDELT_MENTIONS,
  ICEWS_EVENTS,
  POLECAT_EVENTS,
  ACLED_EVENTS,
  ATOP_OBLIGATIONS,
  ATOP_MEMBERS,
  SYSTEM_MEMBERS,
  UN_VOTES,
  UN_ROLL_CALLS,
];

/** The tables of event data, by name. */
export const EVENT_TABLES: Readonly<Record<string, readonly (readonly [column: string, type: string])[]>> =
  Object.fromEntries(
    EVENT_KINDS.map(({ table, columns }) => [table, columns.map(({ name, type }) => [name, type] as const)]),
  );
