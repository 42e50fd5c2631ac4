import { type PeriodLength, periodOf, periodsBetween } from "./calendar.ts";
import type { DocumentRow } from "./rows.ts";

/** What was read in one period. Families, not documents, are what counts: ten copies are one source. */
export interface Exposure {
  readonly period: string;
  readonly documents: number;
  /** Independent families: all that was read, and those that name both states of the dyad asked for. */
  readonly families: number;
  readonly naming: number;
  /** Families by outlet, and by the outlet's country (`unknown` where there is none). */
  readonly byOutlet: ReadonlyMap<string, number>;
  readonly bySide: ReadonlyMap<string, number>;
}

/** A window of reading. */
export interface ExposureQuestion {
  readonly from: string;
  readonly to: string;
  readonly length: PeriodLength;
  /** Count families naming both; without it `naming` equals `families`. */
  readonly dyad?: readonly [string, string];
  /** Only these outlets, so that a source set that changed doesn't change the series. */
  readonly outlets?: ReadonlySet<string>;
}

/** Documents read per period, outlet and side. A period in which nothing was read is there with zeros: that is known. */
export function exposureOf(documents: readonly DocumentRow[], question: ExposureQuestion): Exposure[] {
  const { from, to, length, outlets } = question;
  const inside = documents.filter((row) => row.day >= from && row.day <= to && (!outlets || outlets.has(row.outlet)));
  const unique = [...new Map(inside.map((row) => [row.id, row])).values()];
  const groups = Map.groupBy(unique, (row) => periodOf(row.day, length));
  return periodsBetween(from, to, length).map((period) => countPeriod(period, groups.get(period) ?? [], question.dyad));
}

function countPeriod(period: string, rows: readonly DocumentRow[], dyad: ExposureQuestion["dyad"]): Exposure {
  const families = (part: readonly DocumentRow[]): number => new Set(part.map((row) => row.family)).size;
  const by = (key: (row: DocumentRow) => string): Map<string, number> =>
    new Map([...Map.groupBy(rows, key)].sort().map(([name, part]) => [name, families(part)]));
  return {
    period,
    documents: rows.length,
    families: families(rows),
    naming: families(dyad ? rows.filter((row) => dyad.every((state) => row.states.includes(state))) : rows),
    byOutlet: by((row) => row.outlet),
    bySide: by((row) => row.side ?? "unknown"),
  };
}

/** An outlet that was not read throughout: it came in, or fell away, inside the window. */
export interface SourceChange {
  readonly outlet: string;
  readonly change: "added" | "dropped";
  /** First period it was read in, or first one in which it no longer was. */
  readonly period: string;
  /** Its share of all families of the periods in which it was read. */
  readonly share: number;
}

/** Periods an outlet may be silent in before it counts as not read. */
const SILENCE = 2;

/**
 * Outlets that came in or fell away inside the window: read in none of the first (last) `SILENCE` + 1 periods or more.
 * A short silence is none: small outlets don't publish on two states each month.
 */
export function sourceChanges(exposure: readonly Exposure[]): SourceChange[] {
  const outlets = [...new Set(exposure.flatMap((period) => [...period.byOutlet.keys()]))].sort();
  return outlets.flatMap((outlet) => {
    const read = exposure.flatMap((period, index) => (period.byOutlet.has(outlet) ? [index] : []));
    const first = read[0];
    const last = read[read.length - 1];
    const within = exposure.slice(first, last + 1);
    const share =
      total(within, (period) => period.byOutlet.get(outlet) ?? 0) / total(within, (period) => period.families);
    const changes: SourceChange[] = [];
    if (first > SILENCE) changes.push({ outlet, change: "added", period: exposure[first].period, share });
    if (exposure.length - 1 - last > SILENCE) {
      changes.push({ outlet, change: "dropped", period: exposure[last + 1].period, share });
    }
    return changes;
  });
}

/** The outlets that were read throughout the window: what a series over a fixed source set keeps. */
export function fixedSources(exposure: readonly Exposure[]): Set<string> {
  const changed = new Set(sourceChanges(exposure).map((change) => change.outlet));
  const all = exposure.flatMap((period) => [...period.byOutlet.keys()]);
  return new Set(all.filter((outlet) => !changed.has(outlet)));
}

const total = (periods: readonly Exposure[], count: (period: Exposure) => number): number =>
  periods.reduce((sum, period) => sum + count(period), 0);
