import type { Knowledge } from "../knowledge/index.ts";
import type { IncidentSource, Ledger, ReadDocument } from "../ledger/index.ts";
import type { DocumentRow, IncidentRow } from "../measures/index.ts";
import { middleDay } from "../measures/index.ts";
import type { IncidentSummary } from "../schema/index.ts";
import { governmentOf } from "./brief-sides.ts";
import { kindsOf } from "./kinds.ts";

/** Rows for the measures: incidents that happened, with who reports them; with `outlets`, only those that one of them reports. */
export async function incidentRows(
  ledger: Ledger,
  knowledge: Knowledge,
  incidents: readonly IncidentSummary[],
  outlets?: ReadonlySet<string>,
): Promise<IncidentRow[]> {
  const happened = incidents.filter(({ status }) => status === "happened");
  return rowsOf(ledger, knowledge, happened, outlets);
}

/** The same of any incidents, whether they happened or not. */
export async function rowsOf(
  ledger: Ledger,
  knowledge: Knowledge,
  incidents: readonly IncidentSummary[],
  outlets?: ReadonlySet<string>,
): Promise<IncidentRow[]> {
  const sources = await ledger.incidentSources(incidents.map(({ id }) => id));
  const told = Map.groupBy(
    sources.filter(({ outlet }) => !outlets || outlets.has(outlet)),
    ({ incident }) => incident,
  );
  return incidents.flatMap((incident) => {
    const own = told.get(incident.id) ?? [];
    return outlets && own.length === 0 ? [] : rowOf(incident, own, knowledge);
  });
}

function rowOf(incident: IncidentSummary, sources: readonly IncidentSource[], knowledge: Knowledge): IncidentRow {
  const { id, domain, type, mode, score, actors, recipients, directedAgainst, confidence, date, review } = incident;
  const states = [...actors, ...recipients];
  const outlets = sources.map(({ outlet }) => knowledge.outletOf(outlet));
  const sides = sources.flatMap(
    ({ outlet }, at) => outlets[at]?.country ?? governmentOf(outlet, states, knowledge) ?? [],
  );
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
    families: [...new Set(sources.map(({ family }) => family))],
    sides: [...new Set(sides)],
    outlets: [...new Set(sources.map(({ outlet }) => outlet))],
    reviewed: review === "reviewed" || review === "confirmed",
    stateMediaOnly: outlets.length > 0 && outlets.every((outlet) => outlet?.ownership === "state"),
    ...kindsOf(incident, sources.map(({ words }) => words).join("\n"), knowledge),
  };
}

/** Rows for the measures: documents that were read. */
export function documentRows(documents: readonly ReadDocument[], knowledge: Knowledge): DocumentRow[] {
  return documents.map(({ id, family, day, outlet, states }) => {
    const side = knowledge.outletOf(outlet)?.country ?? governmentOf(outlet, states, knowledge);
    return { id, day, outlet, ...(side && { side }), states, family };
  });
}
