import { z } from "zod";
import { RelationQuery } from "./desk.ts";
import { IncidentSummary } from "./incident.ts";
import { SOURCE_SETS } from "./measures.ts";
import { Domain, EventType, Status } from "./plover.ts";

/** What counts: the same three things that the measures of a dyad are asked for. */
export const Counting = z.object({
  /** Name of a counting rule; where none is given everything is listed, whether it counts or not. */
  rule: z.string().optional(),
  sources: z.enum(SOURCE_SETS).optional(),
  /** How long the periods are by which an outlet is judged to be read throughout. */
  length: z.enum(["week", "month", "quarter", "year"]).optional(),
});

/** A relation of which only the newest so many incidents and quotations are listed, under a counting rule; counts are always of all. */
export const RelationPage = RelationQuery.extend({ ...Counting.shape, limit: z.int().nonnegative().optional() });
export type RelationPage = z.infer<typeof RelationPage>;

/** Which incidents of a dyad are listed, newest first, and from which on. */
export const IncidentsQuery = RelationQuery.extend({
  ...Counting.shape,
  domain: Domain.optional(),
  type: EventType.optional(),
  status: Status.optional(),
  /** `2020-12`: those counted in this month. */
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  /** 40 where none is given. */
  limit: z.int().positive().max(500).optional(),
  offset: z.int().nonnegative().optional(),
});
export type IncidentsQuery = z.infer<typeof IncidentsQuery>;

/** A page of a dyad's incidents. */
export const IncidentPage = z.object({
  /** How many fit; the page holds some of them. */
  total: z.int().nonnegative(),
  offset: z.int().nonnegative(),
  incidents: z.array(IncidentSummary),
  /** How many would fit with another choice of this one thing. */
  domains: z.partialRecord(Domain, z.int()),
  types: z.partialRecord(EventType, z.int()),
  statuses: z.partialRecord(Status, z.int()),
});
export type IncidentPage = z.infer<typeof IncidentPage>;
