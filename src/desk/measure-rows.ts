import type { Knowledge } from "../knowledge/index.ts";
import type { ToldIncident } from "../ledger/index.ts";
import type { CountingRule, IncidentRow } from "../measures/index.ts";
import { middleDay } from "../measures/index.ts";
import { governmentOf } from "./brief-sides.ts";
import { kindsOf } from "./kinds.ts";

/** Rows for the measures: incidents that happened, with who reports them; with `outlets`, only those that one of them reports. */
export const happenedRows = (
  incidents: readonly ToldIncident[],
  knowledge: Knowledge,
  outlets?: ReadonlySet<string>,
): IncidentRow[] =>
  incidentRows(
    incidents.filter(({ status }) => status === "happened"),
    knowledge,
    outlets,
  );

/** The same of any incidents, whether they happened or not. */
export function incidentRows(
  incidents: readonly ToldIncident[],
  knowledge: Knowledge,
  outlets?: ReadonlySet<string>,
): IncidentRow[] {
  const rowOf = rowsBy(knowledge);
  if (outlets === undefined) return incidents.map(rowOf);
  return incidents.flatMap((incident) => {
    const sources = incident.sources.filter(({ outlet }) => outlets.has(outlet));
    return sources.length === 0 ? [] : rowOf({ ...incident, sources });
  });
}

const known = new WeakMap<Knowledge, WeakMap<ToldIncident, IncidentRow>>();

/** Makes the row of an incident, or finds it: the same incident gives the same row under the same knowledge. */
function rowsBy(knowledge: Knowledge): (incident: ToldIncident) => IncidentRow {
  const rows = known.get(knowledge) ?? new WeakMap<ToldIncident, IncidentRow>();
  known.set(knowledge, rows);
  return (incident) => {
    const row = rows.get(incident) ?? rowOf(incident, knowledge);
    rows.set(incident, row);
    return row;
  };
}

function rowOf(incident: ToldIncident, knowledge: Knowledge): IncidentRow {
  const { id, domain, type, mode, score, actors, recipients, directedAgainst, confidence, date, review, sources } =
    incident;
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
    ...(sources.length > 0 && kindsOf(incident, sources.map(({ words }) => words).join("\n"), knowledge)),
  };
}

/** Whether a rule, or a set of outlets, asks who tells of an incident and in which words. */
export const asksForSources = (
  { series, patrols, stateMedia }: Pick<CountingRule, "series" | "patrols" | "stateMedia">,
  outlets: ReadonlySet<string> | undefined,
): boolean => outlets !== undefined || series === "series" || patrols === "out" || stateMedia === "out";
