import type { IncidentOutline } from "../ledger/index.ts";
import { DOMAINS, QUAD_OF } from "../schema/index.ts";

const isCooperative = ({ type }: IncidentOutline): boolean => QUAD_OF[type] <= 2;

/** The domain that most incidents fall in. */
function foremostDomain(incidents: readonly IncidentOutline[]): string {
  const count = (domain: string): number => incidents.filter((incident) => incident.domain === domain).length;
  return [...DOMAINS].sort((a, b) => count(b) - count(a))[0];
}

/** What the ledger holds on a dyad, in one sentence of counts. */
export function headlineOf(names: readonly [string, string], incidents: readonly IncidentOutline[]): string {
  const happened = incidents.filter(({ status }) => status === "happened");
  if (happened.length === 0) return `Nothing is known to have happened between ${names[0]} and ${names[1]}.`;
  const cooperative = happened.filter(isCooperative).length;
  const incidentsInWords = happened.length === 1 ? "1 incident" : `${happened.length} incidents`;
  return `${names[0]} and ${names[1]}: ${incidentsInWords}, ${cooperative} of cooperation and ${happened.length - cooperative} of conflict, most of them ${foremostDomain(happened)}.`;
}
