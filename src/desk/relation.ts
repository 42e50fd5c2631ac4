import type { Knowledge } from "../knowledge/index.ts";
import type { IncidentOutline, Ledger } from "../ledger/index.ts";
import { monthlyScores } from "../measures/index.ts";
import type { IncidentSummary, RelationPage, RelationView } from "../schema/index.ts";
import { countedOutline, newestFirst } from "./counted.ts";
import { dyadOf } from "./dyad.ts";
import { headlineOf } from "./headline.ts";
import { checkPeriod, periodOf } from "./period.ts";
import { SideMarker } from "./sources.ts";

/** All that the page of a dyad shows; with a limit the newest incidents and quotations, counted all the same. Errors: state.unknown, dyad.same, period.invalid, usage (rule). */
export async function relationView(ledger: Ledger, knowledge: Knowledge, query: RelationPage): Promise<RelationView> {
  checkPeriod(query);
  const dyad = dyadOf(query, knowledge);
  const period = { from: query.from, to: query.to };
  const [outline, exposure, quotations] = await Promise.all([
    countedOutline(ledger, knowledge, query, dyad),
    ledger.exposure({ dyad, ...period }),
    ledger.quotations({ dyad, ...period, limit: query.limit }),
  ]);
  const incidents = await listed(ledger, outline, query, dyad);
  const marker = new SideMarker(knowledge);
  const names: [string, string] = [knowledge.stateName(dyad[0]), knowledge.stateName(dyad[1])];
  return {
    dyad,
    names,
    period: periodOf(query, { incidents: outline, exposure }),
    headline: headlineOf(names, outline),
    months: monthlyScores(outline).months,
    exposure: [...exposure],
    incidents: incidents.map((incident) => marker.summary(incident)),
    ...(incidents.length < outline.length && { moreIncidents: outline.length - incidents.length }),
    quotations: quotations.map((quotation) => marker.quotation(quotation)),
  };
}

/** The newest of the incidents that stand in an outline, or all of them by their date. */
async function listed(
  ledger: Ledger,
  outline: readonly IncidentOutline[],
  { from, to, limit = outline.length }: RelationPage,
  dyad: readonly [string, string],
): Promise<readonly IncidentSummary[]> {
  if (limit < outline.length) {
    const ids = outline.toSorted(newestFirst).slice(0, limit);
    return ledger.incidents({ ids: ids.map(({ id }) => id), order: "newest" });
  }
  const counted = new Set(outline.map(({ id }) => id));
  return (await ledger.incidents({ dyad, from, to })).filter(({ id }) => counted.has(id));
}
