import { expect, test } from "vitest";
import { changePointsOf, seededRandom, segmentStarts } from "../../src/measures/index.ts";
import { NILE } from "./nile.ts";
import { row } from "./row.ts";
import { codedIncidents, exposureRows, monthName, type World } from "./simulate.ts";

const series = (values: readonly number[]) => ({
  y: Float64Array.from(values),
  noise: new Float64Array(values.length).fill(1),
});

test("PELT: the Nile's one change after 1898, as Killick and Eckley 2014, Journal of Statistical Software 58, find it", () => {
  const mean = NILE.reduce((sum, flow) => sum + flow, 0) / NILE.length;
  const variance = NILE.reduce((sum, flow) => sum + (flow - mean) ** 2, 0) / (NILE.length - 1);
  expect(segmentStarts(series(NILE), variance).map((start) => 1871 + start)).toEqual([1899]);
});

test("PELT gives the segmentation with the least cost of all", () => {
  const random = seededRandom(8);
  for (let round = 0; round < 40; round += 1) {
    const values = Array.from({ length: 11 }, (_, t) => (t > 5 ? 4 : 0) * random() + 2 * random());
    const costs = segmentations(values.length).map((starts) => ({ starts, cost: total(values, starts) }));
    const least = costs.reduce((a, b) => (b.cost < a.cost ? b : a));
    expect(total(values, segmentStarts(series(values), 0.1))).toBeCloseTo(least.cost, 9);
  }
});

/** All ways to cut a series into segments of at least three. */
function segmentations(length: number, from = 0): number[][] {
  const cuts = Array.from({ length }, (_, at) => at).filter((at) => at >= from + 3 && at <= length - 3);
  return [[], ...cuts.flatMap((cut) => segmentations(length, cut).map((rest) => [cut, ...rest]))];
}

function total(values: readonly number[], starts: readonly number[]): number {
  const bounds = [0, ...starts, values.length];
  const squares = bounds.slice(1).map((end, at) => {
    const part = values.slice(bounds[at], end);
    const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
    return part.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 0.1;
  });
  return squares.reduce((sum, cost) => sum + cost, 0) + 3 * Math.log(values.length) * starts.length;
}

const world = (after: number): World => ({
  months: 36,
  rate: () => 12,
  cooperative: (month) => (month < 20 ? 0.3 : after),
  families: () => 80,
  confidence: () => 0.9,
});
const changesOf = (truth: World, seed: number) =>
  changePointsOf(
    codedIncidents(truth, seededRandom(seed)),
    { dyad: ["AAA", "BBB"], length: "month", exposure: exposureRows(truth) },
    { random: seededRandom(seed), draws: 60 },
  );

test("change points: a known change is found within a month in 9 of 10 draws, with its incidents", () => {
  let found = 0;
  for (let seed = 1; seed <= 50; seed += 1) {
    const result = changesOf(world(0.95), seed);
    if (result.reason) throw new Error(result.reason);
    const near = result.changes.find((change) => [19, 20, 21].map(monthName).includes(change.period));
    if (!near) continue;
    found += 1;
    expect(near.after).toBeGreaterThan(near.before);
    expect(near.support).toBeGreaterThan(0.3);
    expect(near.incidents.length).toBeGreaterThan(0);
  }
  expect(found).toBeGreaterThanOrEqual(45);
});

test("change points: where nothing changes, at most 1 draw in 10 has one", () => {
  let wrong = 0;
  for (let seed = 1; seed <= 60; seed += 1) {
    const result = changesOf(world(0.3), seed);
    if (result.reason) throw new Error(result.reason);
    if (result.changes.length > 0) wrong += 1;
  }
  expect(wrong).toBeLessThanOrEqual(6);
});

test("too few periods, no exposure and no variation give no change points and the reason", () => {
  const ask = (exposure: { period: string; families: number }[], rows = [row("a")]) =>
    changePointsOf(rows, { dyad: ["AAA", "BBB"], length: "month", exposure }, { random: seededRandom(1) }).reason;
  const months = Array.from({ length: 12 }, (_, at) => ({
    period: `2020-${String(at + 1).padStart(2, "0")}`,
    families: 9,
  }));
  expect(ask(months.slice(0, 7))).toBe("too few periods");
  expect(ask(months.map((month) => ({ ...month, families: 0 })))).toBe("no exposure");
  expect(ask(months, [])).toBe("no variation");
});
