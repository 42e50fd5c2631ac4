import type { IncidentSummary, MonthlyScore } from "../schema/index.ts";
import { middleDay, monthOf } from "./calendar.ts";

/** What the count needs to know of an incident. */
export type DatedIncident = Pick<IncidentSummary, "id" | "date" | "domain" | "status" | "score">;

/** The months, and what was left out of them. */
export interface MonthlyScores {
  /** By month, then by domain in alphabetical order; months without incidents are absent, not 0. */
  readonly months: MonthlyScore[];
  /** Incidents that happened but have no date. */
  readonly undated: number;
  /** Incidents that are planned, hypothetical, denied or historical. */
  readonly notHappened: number;
}

/**
 * Incidents per month and domain, with their net score (the sum of PLOVER scores, -10 to 10 each).
 * An incident counts once, in the month of its date's middle, and only where it happened.
 */
export function monthlyScores(incidents: readonly DatedIncident[]): MonthlyScores {
  const unique = [...new Map(incidents.map((incident) => [incident.id, incident])).values()];
  const happened = unique.filter((incident) => incident.status === "happened");
  const cells = new Map<string, MonthlyScore>();
  let undated = 0;
  for (const incident of happened) {
    if (incident.date) addTo(cells, incident, monthOf(middleDay(incident.date.from, incident.date.to)));
    else undated += 1;
  }
  const months = [...cells.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
  for (const cell of months) cell.ids.sort();
  return { months, undated, notHappened: unique.length - happened.length };
}

function addTo(cells: Map<string, MonthlyScore>, incident: DatedIncident, month: string): void {
  const key = `${month}|${incident.domain}`;
  const cell = cells.get(key) ?? { month, domain: incident.domain, incidents: 0, net: 0, ids: [] };
  cell.incidents += 1;
  cell.net += incident.score;
  cell.ids.push(incident.id);
  cells.set(key, cell);
}
