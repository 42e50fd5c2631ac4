import type { Knowledge } from "../knowledge/index.ts";
import type { Ledger } from "../ledger/index.ts";
import type { DyadCount, Overview } from "../schema/index.ts";
import { SideMarker } from "./sources.ts";

const NEWEST = 12;
const MOST_DYADS = 200;

/** What the ledger holds: counts, dyads of states with most incidents first, newest incidents. */
export async function overviewOf(ledger: Ledger, knowledge: Knowledge, coder: string): Promise<Overview> {
  const [counts, dyads, newest] = await Promise.all([
    ledger.counts(),
    ledger.dyads(MOST_DYADS),
    ledger.incidents({ order: "newest", limit: NEWEST, status: ["happened"] }),
  ]);
  const named = dyads
    .filter(({ dyad }) => dyad.every((code) => knowledge.stateOf(code)))
    .map(
      ({ dyad, incidents, net, last }): DyadCount => ({
        dyad,
        names: [knowledge.stateName(dyad[0]), knowledge.stateName(dyad[1])],
        incidents,
        net,
        last,
      }),
    );
  const marker = new SideMarker(knowledge);
  return { ...counts, dyads: named, newest: newest.map((incident) => marker.summary(incident)), coder };
}
