import type { IncidentOutline } from "../ledger/index.ts";
import { DOMAINS, QUAD_OF } from "../schema/index.ts";

const isCooperative = ({ type }: IncidentOutline): boolean => QUAD_OF[type] <= 2;

/** "most of them military": the domain that more incidents fall in than in any other, and how many do. */
function foremostDomain(incidents: readonly IncidentOutline[]): string {
  const count = (domain: string): number => incidents.filter((incident) => incident.domain === domain).length;
  const [first] = [...DOMAINS].sort((a, b) => count(b) - count(a));
  const times = count(first);
  if (incidents.length === 1) return first;
  if (times === incidents.length) return `all of them ${first}`;
  return times * 2 > incidents.length ? `most of them ${first}` : `${times} of them ${first}`;
}

/** What the ledger holds on a dyad, in one sentence of counts. */
export function headlineOf([one, other]: readonly [string, string], incidents: readonly IncidentOutline[]): string {
  const happened = incidents.filter(({ status }) => status === "happened");
  if (happened.length === 0) return `Nothing is known to have happened between ${one} and ${other}.`;
  const cooperative = happened.filter(isCooperative).length;
  const conflictual = happened.length - cooperative;
  const incidentsInWords = happened.length === 1 ? "1 incident" : `${happened.length} incidents`;
  return `${one} and ${other}: ${incidentsInWords}, ${cooperative} of cooperation and ${conflictual} of conflict, ${foremostDomain(happened)}.`;
}
