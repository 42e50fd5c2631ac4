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
} from "../measures/index.ts";
import { type DateInterval, EntenteError, type MeasureQuery, type MonthlyExposure } from "../schema/index.ts";
import { documentRows, incidentRows } from "./measure-rows.ts";
import { baselineOf, checkPeriod, lastOfMonth } from "./period.ts";
import { dyadOf } from "./relation.ts";

/** What all measures of one dyad are computed from. */
export interface Ground {
  readonly dyad: readonly [string, string];
  readonly rule: CountingRule;
  readonly length: PeriodLength;
  readonly window: DateInterval;
  readonly baseline: DateInterval;
  /** First period of the window. */
  readonly first: string;
  /** Outlets of the fixed source set; undefined where all count. */
  readonly outlets?: ReadonlySet<string>;
  /** What was read in baseline and window. */
  readonly documents: readonly DocumentRow[];
  readonly exposure: readonly Exposure[];
  /** What was read by all outlets, whatever the source set: changes of it are told from this. */
  readonly exposureOfAll: readonly Exposure[];
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

/** Reads from the ledger what a question is answered from. Errors: state.unknown, dyad.same, period.invalid, usage, brief.nodata. */
export async function groundOf(ledger: Ledger, knowledge: Knowledge, query: MeasureQuery): Promise<Ground> {
  checkPeriod(query);
  const dyad = dyadOf(query, knowledge);
  const rule = query.rule === undefined ? DEFAULT_RULE : countingRule(query.rule);
  const length = query.length ?? "month";
  const window = windowOf(query, await ledger.exposure({ dyad }), dyad.map(knowledge.stateName));
  const baseline = baselineOf(window);
  const span = { from: baseline.from, to: window.to };
  const [incidents, read] = await Promise.all([ledger.incidents({ dyad }), ledger.readDocuments(span)]);
  const documents = documentRows(read, knowledge);
  const exposureOfAll = exposureOf(documents, { ...span, length, dyad });
  const outlets = query.sources === "fixed" ? fixedSources(exposureOfAll) : undefined;
  const exposure = outlets ? exposureOf(documents, { ...span, length, dyad, outlets }) : exposureOfAll;
  const happened = await incidentRows(ledger, knowledge, incidents, outlets);
  const inSpan = ({ day }: IncidentRow): boolean => day !== undefined && day >= span.from && day <= span.to;
  const counted = applyRule(happened.filter(inSpan), rule);
  return {
    dyad,
    rule,
    length,
    window,
    baseline,
    first: periodOf(window.from, length),
    ...(outlets && { outlets }),
    documents,
    exposure,
    exposureOfAll,
    allRows: applyRule(happened, rule).rows,
    rows: counted.rows,
    leftOut: counted.leftOut,
    question: { dyad, length, exposure: exposure.map(({ period, naming }) => ({ period, families: naming })) },
  };
}
