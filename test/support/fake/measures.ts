import { DOMAINS, type DyadMeasures, type RelationView, RUNG_NAMES } from "../../../src/schema/index.ts";

const QUARTERS = ["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4", "2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"];

/** Measures of a dyad with enough evidence: it strengthened, by the joint patrol most. */
export function measuresOf(
  view: RelationView,
  period: NonNullable<RelationView["period"]>,
  rule: string,
): DyadMeasures {
  const patrols = view.incidents.filter(({ domain }) => domain === "military").map(({ id }) => id);
  const drawn = view.incidents.filter(({ domain, date }) => domain === "military" && /^202[01]/.test(date?.from ?? ""));
  const moved = drawn.slice(0, 3).map(({ id }) => id);
  const points = QUARTERS.map((name, at) => ({
    period: name,
    incidents: 2,
    families: 4,
    observed: 150 + at * 20,
    level: 160 + at * 18,
    band50: [140 + at * 18, 180 + at * 18] as [number, number],
    band90: [90 + at * 18, 230 + at * 18] as [number, number],
  }));
  return {
    dyad: view.dyad,
    names: view.names,
    period,
    length: "quarter",
    rule: { name: rule, words: `Counting rule "${rule}".` },
    leftOut: rule === "without patrols" ? { patrol: patrols.length } : {},
    exposure: [],
    outletChanges: [],
    sources: { set: "all" },
    counted: { incidents: 16, unread: 0, undated: 0 },
    coverage: ["Read in the period: 32 documents from 32 independent sources, 32 of which name both."],
    kind: "net",
    unit: "net score per 100 source families that name both",
    cooperation: { cooperative: 16, conflictual: 0 },
    index: [
      { points },
      { domain: "military", points },
      { domain: "economic", points: [], reason: "too few incidents" },
    ],
    directed: [],
    asymmetry: { points: [], reason: "too few incidents" },
    verdict: {
      verdict: rule === "without patrols" ? "steady" : "strengthened",
      window: period,
      baseline: { from: "2017-01-01", to: "2019-06-04" },
      probability: 0.91,
      word: "very likely",
      effect: 84.2,
      interval: [22.1, 140.3],
      reasons: moved.map((id) => ({ id, in: "window" as const, effect: 9.5 })),
    },
    changes: [{ period: "2021-Q1", before: 150, after: 260, support: 0.8, incidents: patrols.slice(0, 2) }],
    depth: DOMAINS.map((domain) => ({
      domain,
      cells: RUNG_NAMES.map((rung) => ({
        rung,
        incidents: domain === "military" && rung === "joint operations" ? patrols : [],
        keptUp: domain === "military" && rung === "joint operations",
      })),
      ...(domain === "military" && { keptUp: "joint operations" as const, reached: "joint operations" as const }),
    })),
    thirdStates: [
      {
        third: "USA",
        name: "United States of America",
        points: QUARTERS.map((name, at) => ({ period: name, first: -at, second: -at * 1.1, directedAgainst: [] })),
        directedAgainst: patrols.slice(0, 1),
        towards: [8, 8],
        correlation: 0.62,
        interval: [0.1, 0.87],
      },
      { third: "JPN", name: "Japan", points: [], directedAgainst: [], towards: [1, 0], reason: "too few incidents" },
    ],
    reporting: [
      { outlet: "Xinhua", side: "CHN", stateMedia: true, incidents: 4, alone: 2 },
      { outlet: "Reuters", side: "GBR", stateMedia: false, incidents: 3, alone: 1 },
    ],
    told: view.incidents.filter(({ id }) => moved.includes(id)),
  };
}
