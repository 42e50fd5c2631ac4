import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type IncidentRow,
  inWords,
  PROBABILITY_WORDS,
  seededRandom,
  verdictOf,
  wilsonInterval,
} from "../../src/measures/index.ts";
import { codedIncidents, exposureRows, monthName, type World } from "./simulate.ts";

const world = (before: number, after: number, rate = 10): World => ({
  months: 24,
  rate: () => rate,
  cooperative: (month) => (month < 12 ? before : after),
  families: () => 60,
  confidence: (random) => 0.6 + 0.39 * random(),
});
const windows = { window: [monthName(12), monthName(23)], baseline: [monthName(0), monthName(11)] } as const;
const judge = (truth: World, change: (rows: IncidentRow[]) => IncidentRow[] = (rows) => rows) => {
  const rows = change(codedIncidents(truth, seededRandom(11)));
  const question = {
    dyad: ["AAA", "BBB"] as const,
    length: "month" as const,
    exposure: exposureRows(truth),
    ...windows,
  };
  return verdictOf(rows, question, { random: seededRandom(12) });
};

test("a large rise strengthened, a large fall weakened, and no change is steady", () => {
  const rise = judge(world(0.3, 0.95));
  const fall = judge(world(0.95, 0.3));
  expect(rise).toMatchObject({ verdict: "strengthened", word: { words: "almost certain" } });
  expect(fall).toMatchObject({ verdict: "weakened", word: { words: "almost no chance" } });
  expect(judge(world(0.7, 0.7))).toMatchObject({ verdict: "steady" });
});

test("the reasons are the incidents that moved the verdict, the greatest first", () => {
  const rise = judge(world(0.3, 0.95));
  if (rise.verdict === "not enough evidence") throw new Error(rise.reason);
  const sizes = rise.reasons.map((reason) => Math.abs(reason.effect));
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  const unsmoothed = rise.reasons.reduce((sum, reason) => sum + reason.effect, 0);
  expect(unsmoothed).toBeGreaterThan(rise.interval[0]);
  expect(unsmoothed).toBeLessThan(rise.interval[1]);
});

test("below the stated minimum there is not enough evidence, and the reason says of what", () => {
  const reasonOf = (change: (rows: IncidentRow[]) => IncidentRow[]) => judge(world(0.3, 0.95), change);
  const none = "not enough evidence";
  expect(reasonOf((rows) => rows.slice(0, 7))).toEqual({ verdict: none, reason: "too few incidents" });
  expect(reasonOf((rows) => rows.map((row) => ({ ...row, families: ["one"] })))).toEqual({
    verdict: none,
    reason: "too few source families",
  });
  expect(reasonOf((rows) => rows.map((row) => ({ ...row, sides: ["AAA"] })))).toEqual({
    verdict: none,
    reason: "too few sides",
  });
  const unread = { ...world(0.3, 0.95), families: (month: number) => (month < 12 ? 0 : 60) };
  expect(judge(unread)).toEqual({ verdict: none, reason: "no exposure" });
});

test("steady is said only where a change of some size would have been told", () => {
  const few = { ...world(0.7, 0.7, 2), families: () => 20 };
  expect(judge(few)).toEqual({ verdict: "not enough evidence", reason: "interval too wide" });
});

test("incidents of periods of which nothing was read move no verdict", () => {
  const truth = { ...world(0.3, 0.95), families: (month: number) => (month % 2 ? 60 : 0) };
  const question = {
    dyad: ["AAA", "BBB"] as const,
    length: "month" as const,
    exposure: exposureRows(truth),
    ...windows,
  };
  const rows = codedIncidents(world(0.3, 0.95), seededRandom(11));
  const verdict = verdictOf(rows, question, { random: seededRandom(12) });
  if (verdict.verdict === "not enough evidence") throw new Error(verdict.reason);
  const even = new Set(rows.filter((row) => Number(row.day?.slice(5, 7)) % 2 === 1).map((row) => row.id));
  expect(verdict.reasons.length).toBeGreaterThan(10);
  expect(verdict.reasons.filter((reason) => even.has(reason.id))).toEqual([]);
});

test("probability words are the seven steps of ICD 203, without a gap", () => {
  expect(PROBABILITY_WORDS.map((word) => word.words)).toEqual([
    "almost no chance",
    "very unlikely",
    "unlikely",
    "roughly even chance",
    "likely",
    "very likely",
    "almost certain",
  ]);
  for (let step = 1; step < 7; step += 1) expect(PROBABILITY_WORDS[step].from).toBe(PROBABILITY_WORDS[step - 1].to);
  expect([0, 0.05, 0.3, 0.5, 0.7, 0.94, 1].map((p) => inWords(p).words)).toEqual(
    [0, 1, 2, 3, 4, 5, 6].map((step) => PROBABILITY_WORDS[step].words),
  );
});

test("Wilson's interval: Newcombe 1998, Statistics in Medicine 17, table I, method 3", () => {
  const wide = 1.959963984540054;
  expect(wilsonInterval(81, 263, wide)?.interval.map((bound) => bound.toFixed(4))).toEqual(["0.2553", "0.3662"]);
  expect(wilsonInterval(15, 148, wide)?.interval.map((bound) => bound.toFixed(4))).toEqual(["0.0624", "0.1605"]);
  expect(wilsonInterval(0, 20, wide)?.interval.map((bound) => bound.toFixed(4))).toEqual(["0.0000", "0.1611"]);
  expect(wilsonInterval(1, 29, wide)?.interval.map((bound) => bound.toFixed(4))).toEqual(["0.0061", "0.1718"]);
  expect(wilsonInterval(0, 0)).toBeUndefined();
});

test("Wilson's interval holds its share", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, share) => {
      const result = wilsonInterval(Math.round(share * trials), trials);
      expect(result?.interval[0]).toBeLessThanOrEqual(result?.share ?? 0);
      expect(result?.interval[1]).toBeGreaterThanOrEqual(result?.share ?? 1);
    }),
  );
});
