import type { Knowledge } from "../knowledge/index.ts";
import type { Ledger, NamingDocument } from "../ledger/index.ts";
import {
  applyRule,
  type CountingRule,
  countingRule,
  DEFAULT_RULE,
  type Exposure,
  fixedSources,
  type IncidentRow,
  type IndexQuestion,
  type PeriodLength,
  periodOf,
  type SourceChange,
  sourceChanges,
} from "../measures/index.ts";
import { type DateInterval, EntenteError, type MeasureQuery } from "../schema/index.ts";
import { dyadOf } from "./dyad.ts";
import { exposureOfDyad } from "./measure-exposure.ts";
import { happenedRows } from "./measure-rows.ts";
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
function windowOf({ from, to }: MeasureQuery, naming: readonly NamingDocument[]): DateInterval | undefined {
  const months = [naming.at(0), naming.at(-1)].map((document) => document?.day.slice(0, 7));
  const first = from ?? (months[0] ? `${months[0]}-01` : to);
  const last = to ?? (months[1] ? lastOfMonth(months[1]) : from);
  if (first === undefined || last === undefined) return undefined;
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

/** What makes a difference to the ground of a question. */
export const groundQuery = (query: MeasureQuery): MeasureQuery => {
  const { a, b, from, to, baselineFrom, baselineTo, rule, length, sources } = query;
  return { a, b, from, to, baselineFrom, baselineTo, rule, length, sources };
};

/** What a ground weighs where it is kept, in rows: those of the incidents are kept already. */
const WEIGHT = 1000;

/** Reads from the ledger what a question is answered from. Errors: state.unknown, dyad.same, period.invalid, usage, brief.nodata, measure.undated. */
export function groundOf(ledger: Ledger, knowledge: Knowledge, query: MeasureQuery): Promise<Ground> {
  const asked = groundQuery(query);
  return ledger.kept.of(["ground", asked], () => readGround(ledger, knowledge, asked), WEIGHT);
}

async function readGround(ledger: Ledger, knowledge: Knowledge, query: MeasureQuery): Promise<Ground> {
  checkPeriod(query);
  const dyad = dyadOf(query, knowledge);
  const rule = query.rule === undefined ? DEFAULT_RULE : countingRule(query.rule);
  const length = query.length ?? "month";
  const [naming, incidents] = await Promise.all([ledger.ground.naming(dyad), ledger.ground.between(dyad)]);
  const window = windowOf(query, naming);
  if (window === undefined) {
    const names = dyad.map(knowledge.stateName).join(" and ");
    throw new EntenteError(incidents.length > 0 ? "measure.undated" : "brief.nodata", { names });
  }
  const { judged, baseline } = heldAgainst(query, window);
  const [from] = [baseline.from, window.from].sort();
  const span = { from, to: window.to };
  const exposureOfAll = await exposureOfDyad(ledger, knowledge, { ...span, length, dyad });
  const outlets = query.sources === "fixed" ? fixedSources(readPart(exposureOfAll)) : undefined;
  const exposure = outlets
    ? await exposureOfDyad(ledger, knowledge, { ...span, length, dyad, outlets })
    : exposureOfAll;
  const happened = happenedRows(incidents, knowledge, outlets);
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
    exposure,
    outletChanges: sourceChanges(readPart(exposureOfAll)),
    allRows: applyRule(happened, rule).rows,
    rows: counted.rows,
    leftOut: counted.leftOut,
    question: { dyad, length, exposure: exposure.map(({ period, naming }) => ({ period, families: naming })) },
  };
}
