import { z } from "zod";
import { QuotationCard } from "./desk.ts";
import { IncidentSummary } from "./incident.ts";
import { Domain, EventType, Sector } from "./plover.ts";
import { ActorCard } from "./search.ts";
import { CountryCode, DateInterval, Day } from "./span.ts";

/** Whose page it is: an id of the actor tables or a state's code or name, and a period. */
export const ActorQuery = z.object({ id: z.string().min(1).max(200), from: Day.optional(), to: Day.optional() });
export type ActorQuery = z.infer<typeof ActorQuery>;

/** An office that a person held. An open end is left out. */
export const Office = z.object({
  office: z.string(),
  country: CountryCode,
  sector: Sector,
  from: Day.optional(),
  to: Day.optional(),
  /** Where the tables have it from. */
  source: z.string(),
});
export type Office = z.infer<typeof Office>;

const count = z.int().nonnegative();

/** What one person, ministry, organisation or state said and did over a period. */
export const ActorView = z.object({
  actor: ActorCard,
  period: DateInterval.optional(),
  /** Offices of a person, the latest first. */
  offices: z.array(Office),
  /** Documents that name the actor, quotations, and incidents in which it acts. */
  documents: count,
  said: count,
  did: count,
  /** Quotations by the month of their document, and incidents by the month they began in. */
  months: z.array(z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), said: count, did: count })),
  /** On what: types and domains of the reports that stand in the quotations, and of the incidents. */
  types: z.array(z.object({ type: EventType, said: count, did: count })),
  domains: z.array(z.object({ domain: Domain, said: count, did: count })),
  /** States that it acts on or with, those with most incidents first. */
  counterparts: z.array(z.object({ country: CountryCode, incidents: z.int().positive() })),
  /** The newest of each. */
  quotations: z.array(QuotationCard),
  incidents: z.array(IncidentSummary),
  /** Outlets that quote it, those with most quotations first. */
  outlets: z.array(
    z.object({
      outlet: z.string(),
      side: CountryCode.optional(),
      stateMedia: z.boolean().optional(),
      quotations: z.int().positive(),
    }),
  ),
});
export type ActorView = z.infer<typeof ActorView>;
