import type { Knowledge } from "../knowledge/index.ts";
import type { Ledger } from "../ledger/index.ts";
import {
  applyRule,
  type CountingRule,
  changePointsOf,
  countingRule,
  DEFAULT_RULE,
  depthOf,
  type Exposure,
  exposureOf,
  type IncidentRow,
  type IndexQuestion,
  indexOf,
  type PeriodLength,
  periodOf,
  ruleInWords,
  seededRandom,
  sourceChanges,
  verdictOf,
} from "../measures/index.ts";
import {
  type DateInterval,
  DOMAINS,
  type DyadMeasures,
  EntenteError,
  type ExposurePoint,
  type IndexView,
  type MeasureQuery,
  type VerdictView,
} from "../schema/index.ts";
import { documentRows, incidentRows } from "./measure-rows.ts";
import { baselineOf, checkPeriod, periodOf as periodAsked } from "./period.ts";
import { dyadOf } from "./relation.ts";
import { thirdStateViews } from "./third-states.ts";

/** Chance is drawn from one seed, so that the same ledger gives the same numbers. */
const SEED = 20_201_228;

const exposurePoint = ({ byOutlet, bySide, ...point }: Exposure): ExposurePoint => ({
  ...point,
  byOutlet: Object.fromEntries(byOutlet),
  bySide: Object.fromEntries(bySide),
});

const inside = <T extends { readonly period: string }>(points: readonly T[], from: string): T[] =>
  points.filter(({ period }) => period >= from);

/** What the indexes and the verdict of one dyad are computed from. */
interface Ground {
  readonly rows: readonly IncidentRow[];
  readonly question: IndexQuestion;
  readonly rule: CountingRule;
  /** First period of the window. */
  readonly first: string;
}

function indexView({ rows, question, rule, first }: Ground, domain?: (typeof DOMAINS)[number]): IndexView {
  const index = indexOf(rows, { ...question, domain }, { random: seededRandom(SEED), rule });
  const named = domain ? { domain } : {};
  if (index.reason) return { ...named, points: [], reason: index.reason };
  return {
    ...named,
    points: inside(index.points, first).map((point) => ({
      ...point,
      band50: [...point.band50],
      band90: [...point.band90],
    })),
  };
}

function verdictView({ rows, question, rule }: Ground, window: DateInterval, length: PeriodLength): VerdictView {
  const baseline = baselineOf(window);
  const periods = ({ from, to }: DateInterval) => [periodOf(from, length), periodOf(to, length)] as const;
  const options = { random: seededRandom(SEED), rule };
  const verdict = verdictOf(rows, { ...question, window: periods(window), baseline: periods(baseline) }, options);
  if (verdict.verdict === "not enough evidence") {
    return { verdict: verdict.verdict, window, baseline, reason: verdict.reason, reasons: [] };
  }
  const { probability, word, effect, interval, reasons } = verdict;
  return {
    verdict: verdict.verdict,
    window,
    baseline,
    probability,
    word: word.words,
    effect,
    interval: [...interval],
    reasons: [...reasons],
  };
}

function changesOf({ rows, question, first }: Ground): Pick<DyadMeasures, "changes" | "changesReason"> {
  const found = changePointsOf(rows, question, { random: seededRandom(SEED) });
  if (found.reason) return { changes: [], changesReason: found.reason };
  return { changes: inside(found.changes, first).map((change) => ({ ...change, incidents: [...change.incidents] })) };
}

/** The days measured: those asked for, else those of the evidence up to the last document read. */
async function windowOf(ledger: Ledger, query: MeasureQuery, dyad: readonly [string, string]): Promise<DateInterval> {
  const [incidents, exposure] = await Promise.all([ledger.incidents({ dyad }), ledger.exposure({ dyad })]);
  const window = periodAsked(query, { incidents: [...incidents], exposure: [...exposure] });
  if (!window) throw new EntenteError("brief.nodata", { names: dyad.join(" and ") });
  return window;
}

/** Every measure of a dyad in a period. Errors: state.unknown, dyad.same, period.invalid, usage (rule), brief.nodata. */
export async function measureDyad(ledger: Ledger, knowledge: Knowledge, query: MeasureQuery): Promise<DyadMeasures> {
  checkPeriod(query);
  const dyad = dyadOf(query, knowledge);
  const rule = query.rule === undefined ? DEFAULT_RULE : countingRule(query.rule);
  const length = query.length ?? "month";
  const period = await windowOf(ledger, query, dyad);
  const span = { from: baselineOf(period).from, to: period.to };
  const [incidents, documents] = await Promise.all([ledger.incidents({ dyad, ...span }), ledger.readDocuments(span)]);
  const counted = applyRule(await incidentRows(ledger, knowledge, incidents), rule);
  const exposure = exposureOf(documentRows(documents, knowledge), { ...span, length, dyad });
  const question: IndexQuestion = {
    dyad,
    length,
    exposure: exposure.map(({ period: name, naming }) => ({ period: name, families: naming })),
  };
  const ground: Ground = { rows: counted.rows, question, rule, first: periodOf(period.from, length) };
  return {
    dyad,
    names: [knowledge.stateName(dyad[0]), knowledge.stateName(dyad[1])],
    period,
    length,
    rule: { name: rule.name, words: ruleInWords(rule) },
    leftOut: Object.fromEntries(counted.leftOut),
    exposure: inside(exposure, ground.first).map(exposurePoint),
    outletChanges: sourceChanges(exposure),
    index: [indexView(ground), ...DOMAINS.map((domain) => indexView(ground, domain))],
    verdict: verdictView(ground, period, length),
    ...changesOf(ground),
    depth: depthOf(counted.rows, { dyad, asOf: period.to }).map((depth) => ({
      ...depth,
      cells: depth.cells.map((cell) => ({ ...cell, incidents: [...cell.incidents] })),
    })),
    thirdStates: await thirdStateViews({ ledger, knowledge, rule, span }, question, counted.rows),
  };
}
