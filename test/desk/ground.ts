import type { Ground } from "../../src/desk/measure-ground.ts";
import { type DocumentRow, exposureOf, type IncidentRow } from "../../src/measures/index.ts";

const READ: readonly DocumentRow[] = [
  { id: "d1", day: "2019-05-02", outlet: "Arvania Today", side: "AAA", states: ["AAA", "BBB"], family: "f1" },
  { id: "d2", day: "2020-01-02", outlet: "Arvania Today", side: "AAA", states: ["AAA", "BBB"], family: "f2" },
  { id: "d3", day: "2020-01-03", outlet: "Borpress", side: "BBB", states: ["AAA", "BBB"], family: "f2" },
  { id: "d4", day: "2020-03-03", outlet: "Borpress", side: "BBB", states: ["BBB"], family: "f4" },
];

/** A ground of three months of 2020 held against three of 2019. */
export function groundWith(rows: readonly IncidentRow[], more: Partial<Ground> = {}): Ground {
  const window = { from: "2020-01-01", to: "2020-03-31" };
  const baseline = { from: "2019-10-01", to: "2019-12-31" };
  const dyad = ["AAA", "BBB"] as const;
  const length = "month" as const;
  const exposure = exposureOf(READ, { from: baseline.from, to: window.to, length, dyad });
  return {
    ...{ dyad, length, window, baseline, exposure, rows, allRows: rows, outletChanges: [] },
    rule: {
      ...{ name: "default", series: "instance", multilateral: "in", patrols: "in", stateMedia: "in" },
      ...{ reviewedOnly: false, minimumConfidence: 0 },
    },
    first: "2020-01",
    leftOut: new Map(),
    question: { dyad, length, exposure: exposure.map(({ period, naming }) => ({ period, families: naming })) },
    judged: more.window ?? window,
    ...more,
  };
}
