import type { Knowledge } from "../knowledge/index.ts";
import type { IncidentSource, Ledger, ReadDocument } from "../ledger/index.ts";
import type { DocumentRow, IncidentRow } from "../measures/index.ts";
import { middleDay } from "../measures/index.ts";
import type { IncidentSummary } from "../schema/index.ts";
import { kindsOf } from "./kinds.ts";

/** Rows for the measures: incidents that happened, with who reports them. */
export async function incidentRows(
  ledger: Ledger,
  knowledge: Knowledge,
  incidents: readonly IncidentSummary[],
): Promise<IncidentRow[]> {
  const happened = incidents.filter(({ status }) => status === "happened");
  const sources = await ledger.incidentSources(happened.map(({ id }) => id));
  const bySource = Map.groupBy(sources, ({ incident }) => incident);
  return happened.map((incident) => rowOf(incident, bySource.get(incident.id) ?? [], knowledge));
}

function rowOf(incident: IncidentSummary, sources: readonly IncidentSource[], knowledge: Knowledge): IncidentRow {
  const outlets = sources.map(({ outlet }) => knowledge.outletOf(outlet));
  const { id, domain, type, mode, score, actors, recipients, directedAgainst, confidence, date } = incident;
  return {
    id,
    ...(date && { day: middleDay(date.from, date.to) }),
    domain,
    type,
    ...(mode && { mode }),
    score,
    actors,
    recipients,
    directedAgainst,
    confidence,
    families: [...new Set(sources.map(({ document }) => document))],
    sides: [...new Set(outlets.flatMap((outlet) => outlet?.country ?? []))],
    stateMediaOnly: outlets.length > 0 && outlets.every((outlet) => outlet?.ownership === "state"),
    kinds: kindsOf(incident.evidence.words),
  };
}

/** Rows for the measures: documents that were read. */
export function documentRows(documents: readonly ReadDocument[], knowledge: Knowledge): DocumentRow[] {
  return documents.map(({ id, day, outlet, states }) => {
    const side = knowledge.outletOf(outlet)?.country;
    return { id, day, outlet, ...(side && { side }), states, family: id };
  });
}
