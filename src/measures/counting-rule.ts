import { EntenteError } from "../schema/index.ts";
import type { IncidentRow } from "./rows.ts";

/**
 * What counts. Trackers of one dyad differ by half for the rule alone, so every number carries its rule by name.
 */
export interface CountingRule {
  readonly name: string;
  /** Each incident of a series by itself, or the whole series once a year. */
  readonly series: "instance" | "series";
  /** Incidents with more than two states. */
  readonly multilateral: "in" | "out";
  /** Joint patrols. */
  readonly patrols: "in" | "out";
  /** Incidents that only media owned by a state report. */
  readonly stateMedia: "in" | "out";
  readonly reviewedOnly: boolean;
  /** Least confidence, 0 to 1. */
  readonly minimumConfidence: number;
}

/** Everything that was coded, each incident by itself. */
export const DEFAULT_RULE: CountingRule = {
  name: "default",
  series: "instance",
  multilateral: "in",
  patrols: "in",
  stateMedia: "in",
  reviewedOnly: false,
  minimumConfidence: 0,
};

/** Rules by name: the default, and one for each way in which trackers of one dyad differ. */
export const COUNTING_RULES: readonly CountingRule[] = [
  DEFAULT_RULE,
  { ...DEFAULT_RULE, name: "series once a year", series: "series" },
  { ...DEFAULT_RULE, name: "bilateral only", multilateral: "out" },
  { ...DEFAULT_RULE, name: "without patrols", patrols: "out" },
  { ...DEFAULT_RULE, name: "without state media", stateMedia: "out" },
  { ...DEFAULT_RULE, name: "reviewed only", reviewedOnly: true },
];

/** A rule by its name. Error: usage. */
export function countingRule(name: string): CountingRule {
  const rule = COUNTING_RULES.find((candidate) => candidate.name === name);
  if (rule) return rule;
  const names = COUNTING_RULES.map((candidate) => candidate.name).join(", ");
  throw new EntenteError("usage", { detail: `there is no counting rule "${name}"; the rules are: ${names}` });
}

/** Why an incident does not count. */
export type LeftOut =
  | "multilateral"
  | "patrol"
  | "state media only"
  | "not reviewed"
  | "low confidence"
  | "same series";

/** What a rule looks at. */
export type RuledRow = Pick<
  IncidentRow,
  "id" | "day" | "actors" | "recipients" | "confidence" | "kinds" | "series" | "reviewed" | "stateMediaOnly"
>;

/** What a rule lets count, and how much it leaves out for which reason. */
export interface Counted<Row extends RuledRow = IncidentRow> {
  readonly rule: CountingRule;
  readonly rows: readonly Row[];
  readonly leftOut: ReadonlyMap<LeftOut, number>;
}

/** The incidents that count, each once, in the order of their days; of a series the first of each year. */
export function applyRule<Row extends RuledRow>(rows: readonly Row[], rule: CountingRule): Counted<Row> {
  const unique = [...new Map(rows.map((row) => [row.id, row])).values()].sort(byDay);
  const leftOut = new Map<LeftOut, number>();
  const seen = new Set<string>();
  const kept = unique.filter((row) => {
    const reason = reasonAgainst(row, rule) ?? repeated(row, rule, seen);
    if (reason) leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
    return !reason;
  });
  return { rule, rows: kept, leftOut };
}

/** Why a rule leaves an incident out by itself, without regard to its series; undefined where it counts. */
export function reasonAgainst(row: Omit<RuledRow, "id">, rule: CountingRule): LeftOut | undefined {
  if (rule.multilateral === "out" && new Set([...row.actors, ...row.recipients]).size > 2) return "multilateral";
  if (rule.patrols === "out" && row.kinds?.includes("patrol")) return "patrol";
  if (rule.stateMedia === "out" && row.stateMediaOnly) return "state media only";
  if (rule.reviewedOnly && !row.reviewed) return "not reviewed";
  return row.confidence < rule.minimumConfidence ? "low confidence" : undefined;
}

function repeated(row: RuledRow, rule: CountingRule, seen: Set<string>): LeftOut | undefined {
  if (rule.series === "instance" || !row.series) return undefined;
  const key = `${row.series.id} ${row.day?.slice(0, 4) ?? "undated"}`;
  if (seen.has(key)) return "same series";
  seen.add(key);
  return undefined;
}

const byDay = (a: RuledRow, b: RuledRow): number => {
  const [left, right] = [a.day ?? "9", b.day ?? "9"];
  return left === right ? (a.id < b.id ? -1 : 1) : left < right ? -1 : 1;
};

/** The rule in words, as it is printed beside a number. */
export function ruleInWords(rule: CountingRule): string {
  const parts = [
    rule.series === "instance" ? "each incident by itself" : "a series once a year",
    rule.multilateral === "in" ? "multilateral ones too" : "bilateral ones only",
    rule.patrols === "in" ? "patrols in" : "patrols out",
    rule.stateMedia === "in" ? "state media in" : "not where only state media report",
    rule.reviewedOnly ? "reviewed only" : "reviewed or not",
    rule.minimumConfidence > 0 ? `confidence of at least ${rule.minimumConfidence}` : "any confidence",
  ];
  return `Counting rule "${rule.name}": ${parts.join(", ")}.`;
}
