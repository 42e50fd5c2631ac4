import {
  asymmetryOf,
  changePointsOf,
  type Exposure,
  type Index,
  type IndexQuestion,
  indexOf,
  periodOf,
  seededRandom,
  verdictOf,
  wilsonInterval,
} from "../measures/index.ts";
import type { Domain, DyadMeasures, ExposurePoint, INDEX_KINDS, IndexView, VerdictView } from "../schema/index.ts";
import type { Ground } from "./measure-ground.ts";

export type IndexKind = (typeof INDEX_KINDS)[number];

/** Chance is drawn from one seed, so that the same ledger gives the same numbers. */
export const SEED = 20_201_228;

/** What one unit of an index is, in words. */
export const UNITS: Readonly<Record<IndexKind, string>> = {
  net: "net score per 100 source families that name both",
  sum: "sum of scores, blind to how much was read",
  mean: "mean score of the incidents",
  "cooperation share": "share of cooperative incidents",
  "log-odds": "log-odds of cooperative to conflictual incidents",
};

export const exposurePoint = ({ byOutlet, bySide, ...point }: Exposure): ExposurePoint => ({
  ...point,
  byOutlet: Object.fromEntries(byOutlet),
  bySide: Object.fromEntries(bySide),
});

/** The points from a period on. */
export const inside = <T extends { readonly period: string }>(points: readonly T[], from: string): T[] =>
  points.filter(({ period }) => period >= from);

/** The level model knows no bounds; a share has them. */
const bounded = (kind: IndexKind, value: number): number =>
  kind === "cooperation share" ? Math.min(1, Math.max(0, value)) : value;

function pointsOf(index: Index, first: string): Pick<IndexView, "points" | "reason"> {
  if (index.reason) return { points: [], reason: index.reason };
  const { kind, points } = index;
  const band = ([low, high]: readonly [number, number]): [number, number] => [bounded(kind, low), bounded(kind, high)];
  return {
    points: inside(points, first).map((point) => ({
      ...point,
      level: bounded(kind, point.level),
      band50: band(point.band50),
      band90: band(point.band90),
    })),
  };
}

const indexed = ({ rows, rule }: Ground, question: IndexQuestion, kind: IndexKind): Index =>
  indexOf(rows, question, { random: seededRandom(SEED), rule, kind });

/** The index of all domains, or of one. */
export function indexView(ground: Ground, kind: IndexKind, domain?: Domain): IndexView {
  const index = indexed(ground, { ...ground.question, domain }, kind);
  return { ...(domain && { domain }), ...pointsOf(index, ground.first) };
}

/** What each of the two does towards the other, and how much more the first does. */
export function directedViews(ground: Ground, kind: IndexKind): Pick<DyadMeasures, "directed" | "asymmetry"> {
  const [a, b] = ground.dyad;
  const there = indexed(ground, { ...ground.question, direction: "first to second" }, kind);
  const back = indexed(ground, { ...ground.question, direction: "second to first" }, kind);
  const asymmetry = asymmetryOf(there, back);
  return {
    directed: [
      { from: a, to: b, ...pointsOf(there, ground.first) },
      { from: b, to: a, ...pointsOf(back, ground.first) },
    ],
    asymmetry: asymmetry
      ? { points: inside(asymmetry, ground.first).map((point) => ({ ...point, band90: [...point.band90] })) }
      : { points: [], reason: there.reason ?? back.reason },
  };
}

/** The last period of the baseline: one that reaches into the window belongs to the window. */
function lastOfBaseline({ baseline, length, judged, question }: Ground): string {
  const last = periodOf(baseline.to, length);
  const first = periodOf(judged.from, length);
  return last < first ? last : (question.exposure.findLast(({ period }) => period < first)?.period ?? "");
}

/** Whether the net index of the window is above that of its baseline. */
export function verdictView(ground: Ground): VerdictView {
  const { rows, question, rule, judged: window, baseline, length } = ground;
  const windows = {
    window: [periodOf(window.from, length), periodOf(window.to, length)],
    baseline: [periodOf(baseline.from, length), lastOfBaseline(ground)],
  } as const;
  const verdict = verdictOf(rows, { ...question, ...windows }, { random: seededRandom(SEED), rule });
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

/** The change points of the net index. */
export function changesOf({ rows, question, first }: Ground): Pick<DyadMeasures, "changes" | "changesReason"> {
  const found = changePointsOf(rows, question, { random: seededRandom(SEED) });
  if (found.reason) return { changes: [], changesReason: found.reason };
  return { changes: inside(found.changes, first).map((change) => ({ ...change, incidents: [...change.incidents] })) };
}

/** The plain share of incidents with a score above zero among those of the window that have one above or below. */
export function cooperationOf({ rows, window }: Ground): DyadMeasures["cooperation"] {
  const inWindow = rows.filter(({ day }) => day !== undefined && day >= window.from);
  const cooperative = inWindow.filter(({ score }) => score > 0).length;
  const conflictual = inWindow.filter(({ score }) => score < 0).length;
  const share = wilsonInterval(cooperative, cooperative + conflictual);
  return { cooperative, conflictual, ...(share && { share: share.share, interval: [...share.interval] }) };
}

/** What becomes of the incidents of window and baseline. */
export function countedOf({ rows, allRows, question, length }: Ground): DyadMeasures["counted"] {
  const read = new Set(question.exposure.filter(({ families }) => families > 0).map(({ period }) => period));
  const incidents = rows.filter(({ day }) => day !== undefined && read.has(periodOf(day, length))).length;
  return {
    incidents,
    unread: rows.length - incidents,
    undated: allRows.filter(({ day }) => day === undefined).length,
  };
}
