import type { Knowledge } from "../knowledge/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { depthOf, ruleInWords } from "../measures/index.ts";
import {
  DOMAINS,
  type DyadMeasures,
  type IncidentSummary,
  type MeasureQuery,
  type VerdictView,
} from "../schema/index.ts";
import { coverageWords } from "./coverage.ts";
import { type Ground, groundOf } from "./measure-ground.ts";
import {
  changesOf,
  cooperationOf,
  countedOf,
  directedViews,
  exposurePoint,
  indexView,
  inside,
  UNITS,
  verdictView,
} from "./measure-views.ts";
import { reportingOf } from "./reporting.ts";
import { SideMarker } from "./sources.ts";
import { thirdStateViews } from "./third-states.ts";

/** How deep the cooperation goes as of the window's end, by all that is known until then. */
const depthViews = ({ allRows, dyad, window }: Ground): DyadMeasures["depth"] =>
  depthOf(allRows, { dyad, asOf: window.to }).map((depth) => ({
    ...depth,
    cells: depth.cells.map((cell) => ({ ...cell, incidents: [...cell.incidents] })),
  }));

function sourcesOf({ outlets }: Ground): DyadMeasures["sources"] {
  return outlets ? { set: "fixed", outlets: [...outlets].sort() } : { set: "all" };
}

/** Reasons of a verdict that are told in full. */
const MOST_TOLD = 12;

async function toldOf(ledger: Ledger, knowledge: Knowledge, { reasons }: VerdictView): Promise<IncidentSummary[]> {
  if (reasons.length === 0) return [];
  const marker = new SideMarker(knowledge);
  const ids = reasons.slice(0, MOST_TOLD).map(({ id }) => id);
  return (await ledger.search.incidents(ids)).map((incident) => marker.summary(incident));
}

/** What measures weigh where they are kept, in rows: a few hundred kilobytes. */
const WEIGHT = 1000;

/** Every measure of a dyad in a period. Errors: state.unknown, dyad.same, period.invalid, usage (rule), brief.nodata, measure.undated. */
export function measureDyad(ledger: Ledger, knowledge: Knowledge, query: MeasureQuery): Promise<DyadMeasures> {
  const ofDyad = (): Promise<Measured> =>
    ledger.kept.of(["measured", query], () => measured(ledger, knowledge, query), WEIGHT);
  return ledger.kept.of(["measures", query], async () => {
    const { reporting, told, ...rest } = await ofDyad();
    return { ...rest, thirdStates: await thirdStateViews(ledger, knowledge, query), reporting, told };
  });
}

type Measured = Omit<DyadMeasures, "thirdStates">;

/** All of them that follow from what the two do. */
async function measured(ledger: Ledger, knowledge: Knowledge, query: MeasureQuery): Promise<Measured> {
  const ground = await groundOf(ledger, knowledge, query);
  const { dyad, rule, first } = ground;
  const kind = query.kind ?? "net";
  const counted = countedOf(ground);
  const verdict = verdictView(ground);
  return {
    dyad: [...dyad],
    names: [knowledge.stateName(dyad[0]), knowledge.stateName(dyad[1])],
    period: ground.window,
    length: ground.length,
    rule: { name: rule.name, words: ruleInWords(rule) },
    leftOut: Object.fromEntries(ground.leftOut),
    sources: sourcesOf(ground),
    counted,
    coverage: coverageWords(ground, counted),
    exposure: inside(ground.exposure, first).map(exposurePoint),
    outletChanges: [...ground.outletChanges],
    kind,
    unit: UNITS[kind],
    cooperation: cooperationOf(ground),
    index: [indexView(ground, kind), ...DOMAINS.map((domain) => indexView(ground, kind, domain))],
    ...directedViews(ground, kind),
    verdict,
    ...changesOf(ground),
    depth: depthViews(ground),
    reporting: reportingOf(ground, knowledge),
    told: await toldOf(ledger, knowledge, verdict),
  };
}
