import type { Knowledge } from "../knowledge/index.ts";
import type { IncidentOutline, Ledger, NamingDocument, Period } from "../ledger/index.ts";
import { monthlyScores } from "../measures/index.ts";
import type { IncidentSummary, MonthlyExposure, RelationPage, RelationView } from "../schema/index.ts";
import { countedOutline, newestFirst } from "./counted.ts";
import { dyadOf } from "./dyad.ts";
import { headlineOf } from "./headline.ts";
import { checkPeriod, periodOf } from "./period.ts";
import { SideMarker } from "./sources.ts";

/** All that the page of a dyad shows; with a limit the newest incidents and quotations, counted all the same; none with a limit of 0. Errors: state.unknown, dyad.same, period.invalid, usage (rule). */
export async function relationView(ledger: Ledger, knowledge: Knowledge, query: RelationPage): Promise<RelationView> {
  checkPeriod(query);
  const dyad = dyadOf(query, knowledge);
  const period = { from: query.from, to: query.to };
  const [outline, naming, quotations] = await Promise.all([
    countedOutline(ledger, knowledge, query, dyad),
    ledger.ground.naming(dyad),
    query.limit === 0 ? [] : ledger.quotations({ dyad, ...period, limit: query.limit }),
  ]);
  const exposure = monthsNaming(naming, period);
  const incidents = await listed(ledger, outline, query, dyad);
  const marker = new SideMarker(knowledge);
  const names: [string, string] = [knowledge.stateName(dyad[0]), knowledge.stateName(dyad[1])];
  return {
    dyad,
    names,
    period: periodOf(query, { incidents: outline, exposure }),
    headline: headlineOf(names, outline),
    months: monthlyScores(outline).months,
    exposure,
    incidents: incidents.map((incident) => marker.summary(incident)),
    ...(incidents.length < outline.length && { moreIncidents: outline.length - incidents.length }),
    quotations: quotations.map((quotation) => marker.quotation(quotation)),
  };
}

/** Documents that name both, by month. */
function monthsNaming(naming: readonly NamingDocument[], { from, to }: Period): MonthlyExposure[] {
  const inside = naming.filter(({ day }) => (from === undefined || day >= from) && (to === undefined || day <= to));
  const months = Map.groupBy(inside, ({ day }) => day.slice(0, 7));
  return [...months].map(([month, documents]) => ({ month, documents: documents.length }));
}

/** The newest of the incidents that stand in an outline, or all of them by their date. */
async function listed(
  ledger: Ledger,
  outline: readonly IncidentOutline[],
  { from, to, limit = outline.length }: RelationPage,
  dyad: readonly [string, string],
): Promise<readonly IncidentSummary[]> {
  if (limit < outline.length) {
    const ids = limit === 0 ? [] : outline.toSorted(newestFirst).slice(0, limit);
    return ids.length === 0 ? [] : ledger.incidents({ ids: ids.map(({ id }) => id), order: "newest" });
  }
  const counted = new Set(outline.map(({ id }) => id));
  return (await ledger.incidents({ dyad, from, to })).filter(({ id }) => counted.has(id));
}
