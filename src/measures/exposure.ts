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

/** Periods in which an outlet must be read to be judged at all: others are occasional. */
const REGULAR = 3;
/** Periods any outlet may be silent in. */
const SILENCE = 2;

/**
 * Outlets that came in or fell away inside the window: silent at its beginning (end) for longer than two periods and
 * longer than twice their longest silence in between. Outlets read in fewer than three periods are occasional and never
 * a change.
 */
export function sourceChanges(exposure: readonly Exposure[]): SourceChange[] {
  return outletsOf(exposure).flatMap((outlet) => {
    const read = periodsWith(exposure, outlet);
    if (read.length < REGULAR) return [];
    const patience = Math.max(SILENCE, 2 * longestSilence(read));
    const [first, last] = [read[0], read[read.length - 1]];
    const share = shareOf(exposure.slice(first, last + 1), outlet);
    const changes: SourceChange[] = [];
    if (first > patience) changes.push({ outlet, change: "added", period: exposure[first].period, share });
    if (exposure.length - 1 - last > patience) {
      changes.push({ outlet, change: "dropped", period: exposure[last + 1].period, share });
    }
    return changes;
  });
}

const outletsOf = (exposure: readonly Exposure[]): string[] =>
  [...new Set(exposure.flatMap((period) => [...period.byOutlet.keys()]))].sort();

const periodsWith = (exposure: readonly Exposure[], outlet: string): number[] =>
  exposure.flatMap((period, index) => (period.byOutlet.has(outlet) ? [index] : []));

const longestSilence = (read: readonly number[]): number =>
  Math.max(0, ...read.slice(1).map((index, at) => index - read[at] - 1));

const shareOf = (periods: readonly Exposure[], outlet: string): number =>
  total(periods, (period) => period.byOutlet.get(outlet) ?? 0) / total(periods, (period) => period.families);

/** The outlets that were read regularly and throughout the window: what a series over a fixed source set keeps. */
export function fixedSources(exposure: readonly Exposure[]): Set<string> {
  const changed = new Set(sourceChanges(exposure).map((change) => change.outlet));
  const kept = outletsOf(exposure).filter(
    (outlet) => !changed.has(outlet) && periodsWith(exposure, outlet).length >= REGULAR,
  );
  return new Set(kept);
}

const total = (periods: readonly Exposure[], count: (period: Exposure) => number): number =>
  periods.reduce((sum, period) => sum + count(period), 0);
