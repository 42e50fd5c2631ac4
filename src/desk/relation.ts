import type { Knowledge } from "../knowledge/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { monthlyScores } from "../measures/index.ts";
import { EntenteError, type RelationPage, type RelationQuery, type RelationView } from "../schema/index.ts";
import { headlineOf } from "./headline.ts";
import { checkPeriod, periodOf } from "./period.ts";
import { SideMarker } from "./sources.ts";

function codeOf(name: string, knowledge: Knowledge): string {
  const state = knowledge.stateOf(name);
  if (!state) throw new EntenteError("state.unknown", { name });
  return state.code;
}

/** The two states of a query, in alphabetical order of their codes. Errors: state.unknown, dyad.same. */
export function dyadOf({ a, b }: Pick<RelationQuery, "a" | "b">, knowledge: Knowledge): [string, string] {
  const [first, second] = [codeOf(a, knowledge), codeOf(b, knowledge)].sort();
  if (first === second) throw new EntenteError("dyad.same", { name: knowledge.stateName(first) });
  return [first, second];
}

/** All that the page of a dyad shows; with a limit the newest incidents and quotations, counted all the same. Errors: state.unknown, dyad.same, period.invalid. */
export async function relationView(ledger: Ledger, knowledge: Knowledge, query: RelationPage): Promise<RelationView> {
  checkPeriod(query);
  const dyad = dyadOf(query, knowledge);
  const period = { from: query.from, to: query.to };
  const [outline, exposure, quotations] = await Promise.all([
    ledger.outline({ dyad, ...period }),
    ledger.exposure({ dyad, ...period }),
    ledger.quotations({ dyad, ...period, limit: query.limit }),
  ]);
  const all = query.limit === undefined || outline.length <= query.limit;
  const listed = all ? {} : { order: "newest" as const, limit: query.limit };
  const incidents = await ledger.incidents({ dyad, ...period, ...listed });
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
