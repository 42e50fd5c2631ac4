import type { Knowledge } from "../knowledge/index.ts";
import type { IncidentOutline, Ledger } from "../ledger/index.ts";
import { monthlyScores } from "../measures/index.ts";
import type { IncidentPage, IncidentsQuery } from "../schema/index.ts";
import { countedOutline, newestFirst } from "./counted.ts";
import { dyadOf } from "./dyad.ts";
import { checkPeriod } from "./period.ts";
import { SideMarker } from "./sources.ts";

const PAGE = 40;

type Choice = Pick<IncidentsQuery, "domain" | "type" | "status">;

const fits = (one: IncidentOutline, { domain, type, status }: Choice): boolean =>
  (domain === undefined || one.domain === domain) &&
  (type === undefined || one.type === type) &&
  (status === undefined || one.status === status);

const countBy = <K extends string>(outline: readonly IncidentOutline[], key: (one: IncidentOutline) => K) =>
  Object.fromEntries([...Map.groupBy(outline, key)].map(([name, part]) => [name, part.length])) as Partial<
    Record<K, number>
  >;

function inMonth(outline: readonly IncidentOutline[], month: string | undefined): readonly IncidentOutline[] {
  if (month === undefined) return outline;
  const counted = monthlyScores(outline).months.filter((cell) => cell.month === month);
  const ids = new Set(counted.flatMap((cell) => cell.ids));
  return outline.filter(({ id }) => ids.has(id));
}

/** A page of a dyad's incidents, newest first. Errors: state.unknown, dyad.same, period.invalid, usage (rule). */
export async function incidentPage(ledger: Ledger, knowledge: Knowledge, query: IncidentsQuery): Promise<IncidentPage> {
  checkPeriod(query);
  const dyad = dyadOf(query, knowledge);
  const { domain, type, status, month, offset = 0, limit = PAGE } = query;
  const outline = inMonth(await countedOutline(ledger, knowledge, query, dyad), month);
  const chosen = outline.filter((one) => fits(one, { domain, type, status })).sort(newestFirst);
  const ids = chosen.slice(offset, offset + limit).map(({ id }) => id);
  const incidents = ids.length > 0 ? await ledger.search.incidents(ids) : [];
  const marker = new SideMarker(knowledge);
  const but = (choice: Choice) => outline.filter((one) => fits(one, choice));
  return {
    total: chosen.length,
    offset,
    incidents: incidents.map((incident) => marker.summary(incident)),
    domains: countBy(but({ type, status }), (one) => one.domain),
    types: countBy(but({ domain, status }), (one) => one.type),
    statuses: countBy(but({ domain, type }), (one) => one.status),
  };
}
