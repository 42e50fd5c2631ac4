import { z } from "zod";
import { RelationQuery } from "./desk.ts";
import { IncidentSummary } from "./incident.ts";
import { DOMAINS, Domain } from "./plover.ts";
import { CountryCode, DateInterval, Day } from "./span.ts";

const Band = z.tuple([z.number(), z.number()]);

/** What an index is made of; `net` where nothing is asked. The formulas are in docs/measures.md. */
export const INDEX_KINDS = ["net", "sum", "mean", "cooperation share", "log-odds"] as const;
const IndexKind = z.enum(INDEX_KINDS);

/** Whose reports count: all that was read, or the outlets that were read regularly and throughout. */
export const SOURCE_SETS = ["all", "fixed"] as const;

const PeriodLengthName = z.enum(["week", "month", "quarter", "year"]);

/** What is measured: a dyad in a period, held against an earlier one. */
export const MeasureQuery = RelationQuery.extend({
  length: PeriodLengthName.optional(),
  /** Name of a counting rule; `default` where none is given. */
  rule: z.string().optional(),
  kind: IndexKind.optional(),
  sources: z.enum(SOURCE_SETS).optional(),
  /** What the period is held against: an earlier one; where none is given, the one of the same length just before, and without a period the halves of all that was read. */
  baselineFrom: Day.optional(),
  baselineTo: Day.optional(),
});
export type MeasureQuery = z.infer<typeof MeasureQuery>;

/** What was read in one period. */
export const ExposurePoint = z.object({
  period: z.string(),
  documents: z.int().nonnegative(),
  /** Independent source families, and those of them that name both states. */
  families: z.int().nonnegative(),
  naming: z.int().nonnegative(),
  byOutlet: z.record(z.string(), z.int()),
  bySide: z.record(z.string(), z.int()),
});
export type ExposurePoint = z.infer<typeof ExposurePoint>;

/** An outlet that came in, or fell away, inside the window. */
export const OutletChange = z.object({
  outlet: z.string(),
  change: z.enum(["added", "dropped"]),
  period: z.string(),
  share: z.number(),
});
export type OutletChange = z.infer<typeof OutletChange>;

/** One period of an index in the unit of its kind, smoothed, with 50 and 90 % bands. */
export const IndexPoint = z.object({
  period: z.string(),
  incidents: z.int().nonnegative(),
  families: z.int().nonnegative(),
  observed: z.number().optional(),
  level: z.number(),
  band50: Band,
  band90: Band,
});
export type IndexPoint = z.infer<typeof IndexPoint>;

/** An index over the periods, or the reason why there is none. */
export const IndexView = z.object({
  domain: Domain.optional(),
  points: z.array(IndexPoint),
  reason: z.string().optional(),
});
export type IndexView = z.infer<typeof IndexView>;

/** The index of what one state does towards the other. */
export const DirectedIndexView = IndexView.extend({ from: CountryCode, to: CountryCode });
export type DirectedIndexView = z.infer<typeof DirectedIndexView>;

/** How much more the first does for the second than it gets back, in the unit of the index. */
export const AsymmetryView = z.object({
  points: z.array(z.object({ period: z.string(), difference: z.number(), band90: Band })),
  reason: z.string().optional(),
});

/** How many incidents of the window are cooperative and how many conflictual, with Wilson's 90 % interval of the share. */
export const CooperationView = z.object({
  cooperative: z.int().nonnegative(),
  conflictual: z.int().nonnegative(),
  share: z.number().optional(),
  interval: Band.optional(),
});

/** What becomes of the dyad's incidents of the window and its baseline. */
export const CountedView = z.object({
  /** Incidents that the indexes are made of. */
  incidents: z.int().nonnegative(),
  /** Incidents in periods of which nothing was read that names both: they move no index. */
  unread: z.int().nonnegative(),
  /** Incidents without a day, of any time. */
  undated: z.int().nonnegative(),
});
export type CountedView = z.infer<typeof CountedView>;

export const VerdictView = z.object({
  verdict: z.enum(["strengthened", "steady", "weakened", "not enough evidence"]),
  window: DateInterval,
  baseline: DateInterval,
  /** Why there is not enough evidence. */
  reason: z.string().optional(),
  /** Probability that the level rose, with its word on the scale of ICD 203. */
  probability: z.number().optional(),
  word: z.string().optional(),
  effect: z.number().optional(),
  interval: Band.optional(),
  /** Incidents by the size of their effect, the greatest first. */
  reasons: z.array(z.object({ id: z.string(), in: z.enum(["window", "baseline"]), effect: z.number() })),
});
export type VerdictView = z.infer<typeof VerdictView>;

/** The verdict on a dyad alone, without the measures it comes with. */
export const RelationVerdict = z.object({
  dyad: z.tuple([CountryCode, CountryCode]),
  length: PeriodLengthName,
  verdict: VerdictView,
});
export type RelationVerdict = z.infer<typeof RelationVerdict>;

const LONG = 36;

/** What a dyad is measured by where nothing is asked: months for up to three years of reading, quarters beyond. Months as `2020-12`. */
export function suitedLength(first: string | undefined, last: string | undefined): "month" | "quarter" {
  if (first === undefined || last === undefined) return "month";
  const monthsOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return monthsOf(last) - monthsOf(first) < LONG ? "month" : "quarter";
}

export const RUNG_NAMES = [
  "words",
  "meetings",
  "agreements",
  "material cooperation",
  "joint operations",
  "binding obligations",
] as const;
const RungName = z.enum(RUNG_NAMES);

/** What stands on each rung of one domain. */
export const DepthView = z.object({
  domain: Domain,
  cells: z.array(
    z.object({
      rung: RungName,
      incidents: z.array(z.string()),
      first: Day.optional(),
      last: Day.optional(),
      keptUp: z.boolean(),
    }),
  ),
  keptUp: RungName.optional(),
  reached: RungName.optional(),
});
export type DepthView = z.infer<typeof DepthView>;

/** The two states towards a third. */
export const ThirdStateView = z.object({
  third: CountryCode,
  name: z.string(),
  points: z.array(
    z.object({
      period: z.string(),
      first: z.number().optional(),
      second: z.number().optional(),
      directedAgainst: z.array(z.string()),
    }),
  ),
  directedAgainst: z.array(z.string()),
  /** Incidents in which the first, and the second, acts towards the third. */
  towards: z.tuple([z.int(), z.int()]),
  /** Pearson's r of the two members' scores towards the third, with its 90 % interval; or why there is none. */
  correlation: z.number().optional(),
  interval: Band.optional(),
  reason: z.string().optional(),
});
export type ThirdStateView = z.infer<typeof ThirdStateView>;

/** Every measure of a dyad in a period, under one counting rule. Verdict and changes are those of the net index, whatever `kind`. */
export const DyadMeasures = z.object({
  dyad: z.tuple([CountryCode, CountryCode]),
  names: z.tuple([z.string(), z.string()]),
  period: DateInterval,
  length: PeriodLengthName,
  rule: z.object({ name: z.string(), words: z.string() }),
  /** Incidents that the rule leaves out, by reason. */
  leftOut: z.record(z.string(), z.int()),
  exposure: z.array(ExposurePoint),
  outletChanges: z.array(OutletChange),
  /** Whose reports count; with `fixed`, the outlets. */
  sources: z.object({ set: z.enum(SOURCE_SETS), outlets: z.array(z.string()).optional() }),
  counted: CountedView,
  /** What was read and what wasn't, in sentences. */
  coverage: z.array(z.string()),
  /** What the indexes are made of, and their unit in words. */
  kind: IndexKind,
  unit: z.string(),
  cooperation: CooperationView,
  /** All domains together first, then each. */
  index: z.array(IndexView),
  /** First to second, then second to first. */
  directed: z.array(DirectedIndexView),
  asymmetry: AsymmetryView,
  verdict: VerdictView,
  changes: z.array(
    z.object({
      period: z.string(),
      before: z.number(),
      after: z.number(),
      support: z.number(),
      incidents: z.array(z.string()),
    }),
  ),
  changesReason: z.string().optional(),
  depth: z.array(DepthView).length(DOMAINS.length),
  thirdStates: z.array(ThirdStateView),
  /** Who reports what counts in the window, those with most incidents first; `alone` are those that nobody else reports. */
  reporting: z.array(
    z.object({
      outlet: z.string(),
      side: CountryCode.optional(),
      stateMedia: z.boolean().optional(),
      incidents: z.int().positive(),
      alone: z.int().nonnegative(),
    }),
  ),
  /** The incidents that moved the verdict most, told in full. */
  told: z.array(IncidentSummary),
});
export type DyadMeasures = z.infer<typeof DyadMeasures>;
