import type { Knowledge } from "../knowledge/index.ts";
import type { DyadTotal, Ledger } from "../ledger/index.ts";
import type { DyadCount, Overview } from "../schema/index.ts";
import { SideMarker } from "./sources.ts";

const NEWEST = 12;
const MOST_DYADS = 200;
const MOST_PLACES = 150;

/** The quarters that a trend reaches back from the newest incident. */
const QUARTERS = 12;

/** The trend of each dyad by its codes, over the quarters before the newest incident of all. */
async function trendsOf(ledger: Ledger, dyads: readonly DyadTotal[]): Promise<ReadonlyMap<string, DyadCount["trend"]>> {
  const last =
    dyads
      .map((one) => one.last ?? "")
      .sort()
      .at(-1) ?? "";
  if (last === "") return new Map();
  const quarter = Math.floor((Number(last.slice(5, 7)) - 1) / 3);
  const first = new Date(Date.UTC(Number(last.slice(0, 4)), (quarter + 1 - QUARTERS) * 3)).toISOString().slice(0, 10);
  const groups = Map.groupBy(await ledger.trends(first), ({ dyad }) => dyad.join());
  return new Map([...groups].map(([dyad, trend]) => [dyad, trend.map(({ dyad: _, ...rest }) => rest)]));
}

/** What the ledger holds: counts, dyads of states with most incidents first, newest incidents, places. */
export async function overviewOf(ledger: Ledger, knowledge: Knowledge, coder: string): Promise<Overview> {
  const [counts, dyads, newest, places] = await Promise.all([
    ledger.counts(),
    ledger.dyads(MOST_DYADS),
    ledger.incidents({ order: "newest", limit: NEWEST, status: ["happened"] }),
    ledger.places(MOST_PLACES),
  ]);
  const trends = await trendsOf(ledger, dyads);
  const named = dyads
    .filter(({ dyad }) => dyad.every((code) => knowledge.stateOf(code)))
    .map(
      ({ dyad, incidents, net, last }): DyadCount => ({
        dyad,
        names: [knowledge.stateName(dyad[0]), knowledge.stateName(dyad[1])],
        incidents,
        net,
        last,
        trend: trends.get(dyad.join()) ?? [],
      }),
    );
  const marker = new SideMarker(knowledge);
  return {
    ...counts,
    dyads: named,
    newest: newest.map((incident) => marker.summary(incident)),
    places: [...places],
    coder,
  };
}
