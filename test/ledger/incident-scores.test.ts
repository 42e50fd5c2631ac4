import { expect, test } from "vitest";
import { f1Interval, type Judged, pairwise } from "../../eval/incidents/scores.ts";

const pairOf = (one: string, other: string, together: boolean): Judged => ({
  events: [one, other],
  same: one === other,
  together,
});

const RIGHT = ["a", "b", "c", "d"].map((event) => pairOf(event, event, true));

test("an event drawn twice counts its pairs twice, a pair of two events as often as they meet", () => {
  const pairs = [pairOf("a", "a", true), pairOf("b", "b", false), pairOf("a", "b", true)];
  const score = pairwise(pairs, (event) => (event === "a" ? 2 : 1));
  expect(score.precision).toBe(50);
  expect(score.recall).toBeCloseTo(66.7, 1);
});

test("what is right throughout has an interval of one point", () => {
  expect(f1Interval(RIGHT)).toEqual([100, 100]);
});

test("an interval holds the figure itself, and is the same each time", () => {
  const pairs = [...RIGHT, pairOf("e", "e", false), pairOf("a", "f", true)];
  const [low, high] = f1Interval(pairs);
  expect(low).toBeLessThan(pairwise(pairs).f1);
  expect(high).toBeGreaterThan(pairwise(pairs).f1);
  expect(f1Interval(pairs)).toEqual([low, high]);
});

test("of more events the interval is narrower", () => {
  const of = (count: number): Judged[] =>
    Array.from({ length: count }, (_, index) => pairOf(`event ${index}`, `event ${index}`, index % 5 !== 0));
  const width = ([low, high]: readonly [number, number]): number => high - low;
  expect(width(f1Interval(of(200)))).toBeLessThan(width(f1Interval(of(20))) / 2);
});
