import type { Knowledge } from "../knowledge/index.ts";
import type { Ledger } from "../ledger/index.ts";
import {
  applyRule,
  type CountingRule,
  countingRule,
  DEFAULT_RULE,
  type DocumentRow,
  type Exposure,
  exposureOf,
  fixedSources,
  type IncidentRow,
  type IndexQuestion,
  type PeriodLength,
  periodOf,
  type SourceChange,
  sourceChanges,
} from "../measures/index.ts";
import { type DateInterval, EntenteError, type MeasureQuery, type MonthlyExposure } from "../schema/index.ts";
import { dyadOf } from "./dyad.ts";
import { documentRows, incidentRows } from "./measure-rows.ts";
import { baselineOf, checkPeriod, halves, lastOfMonth } from "./period.ts";

/** What all measures of one dyad are computed from. */
export interface Ground {
  readonly dyad: readonly [string, string];
  readonly rule: CountingRule;
  readonly length: PeriodLength;
  readonly window: DateInterval;
  /** What the verdict is on: the window, or its later half where no period is asked for. */
  readonly judged: DateInterval;
  /** What it is held against. */
  readonly baseline: DateInterval;
  /** First period of the window. */
  readonly first: string;
  /** Outlets of the fixed source set; undefined where all count. */
  readonly outlets?: ReadonlySet<string>;
  /** What was read in baseline and window. */
  readonly documents: readonly DocumentRow[];
  readonly exposure: readonly Exposure[];
  /** Outlets that came in or fell away while anything was read. */
  readonly outletChanges: readonly SourceChange[];
  /** Incidents of the dyad that count: of all time, and those of baseline and window. */
  readonly allRows: readonly IncidentRow[];
  readonly rows: readonly IncidentRow[];
  readonly leftOut: ReadonlyMap<string, number>;
  /** For the dyad's own measures: held against the families that name both. */
  readonly question: IndexQuestion;
}

/** The days measured: those asked for, open ends closed by the months in which documents name both. */
function windowOf(
  { from, to }: MeasureQuery,
  exposure: readonly MonthlyExposure[],
  names: readonly string[],
): DateInterval {
  const months = exposure.filter(({ documents }) => documents > 0).map(({ month }) => month);
  const first = from ?? (months.length > 0 ? `${months[0]}-01` : to);
  const last = to ?? (months.length > 0 ? lastOfMonth(months[months.length - 1]) : from);
  if (first === undefined || last === undefined) throw new EntenteError("brief.nodata", { names: names.join(" and ") });
  return first <= last ? { from: first, to: last } : { from: last, to: first };
}

/**
 * What is judged and against what. Before all that was read nothing was, so the whole of it is judged by its halves.
 * Errors: period.invalid where the baseline does not end before the window begins.
 */
function heldAgainst(query: MeasureQuery, window: DateInterval): Pick<Ground, "judged" | "baseline"> {
  const { from, to, baselineFrom, baselineTo } = query;
  const before = baselineOf(window);
  if (baselineFrom === undefined && baselineTo === undefined)
    return (from ?? to) ? { judged: window, baseline: before } : halvesOf(window);
  const asked = { from: baselineFrom ?? before.from, to: baselineTo ?? before.to };
  checkPeriod(asked);
  if (asked.to >= window.from) throw new EntenteError("period.invalid", asked);
  return { judged: window, baseline: asked };
}

function halvesOf(window: DateInterval): Pick<Ground, "judged" | "baseline"> {
  const [baseline, judged] = halves(window);
  return { judged, baseline };
}

/** The periods from the first to the last of which anything was read. */
function readPart(exposure: readonly Exposure[]): readonly Exposure[] {
  const wasRead = ({ families }: Exposure): boolean => families > 0;
  return exposure.slice(Math.max(0, exposure.findIndex(wasRead)), exposure.findLastIndex(wasRead) + 1);
}

/** Reads from the ledger what a question is answered from. Errors: state.unknown, dyad.same, period.invalid, usage, brief.nodata. */
export async function groundOf(ledger: Ledger, knowledge: Knowledge, query: MeasureQuery): Promise<Ground> {
  checkPeriod(query);
  const dyad = dyadOf(query, knowledge);
  const rule = query.rule === undefined ? DEFAULT_RULE : countingRule(query.rule);
  const length = query.length ?? "month";
  const window = windowOf(query, await ledger.exposure({ dyad }), dyad.map(knowledge.stateName));
  const { judged, baseline } = heldAgainst(query, window);
  const [from] = [baseline.from, window.from].sort();
  const span = { from, to: window.to };
  const [incidents, read] = await Promise.all([ledger.incidents({ dyad }), ledger.readDocuments(span)]);
  const documents = documentRows(read, knowledge);
  const exposureOfAll = exposureOf(documents, { ...span, length, dyad });
  const outlets = query.sources === "fixed" ? fixedSources(readPart(exposureOfAll)) : undefined;
  const exposure = outlets ? exposureOf(documents, { ...span, length, dyad, outlets }) : exposureOfAll;
  const happened = await incidentRows(ledger, knowledge, incidents, outlets);
  const inSpan = ({ day }: IncidentRow): boolean => day !== undefined && day >= span.from && day <= span.to;
  const counted = applyRule(happened.filter(inSpan), rule);
  return {
    dyad,
    rule,
    length,
    window,
    judged,
    baseline,
    first: periodOf(window.from, length),
    ...(outlets && { outlets }),
    documents,
    exposure,
    outletChanges: sourceChanges(readPart(exposureOfAll)),
    allRows: applyRule(happened, rule).rows,
    rows: counted.rows,
    leftOut: counted.leftOut,
    question: { dyad, length, exposure: exposure.map(({ period, naming }) => ({ period, families: naming })) },
  };
}
