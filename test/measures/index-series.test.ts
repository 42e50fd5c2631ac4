import { expect, test } from "vitest";
import {
  asymmetryOf,
  fitLocalLevel,
  type IncidentRow,
  type Index,
  indexOf,
  seededRandom,
} from "../../src/measures/index.ts";
import { NILE } from "./nile.ts";
import { codedIncidents, exposureRows, monthName, type World } from "./simulate.ts";

test("local level model by maximum likelihood: the Nile, Durbin and Koopman 2012, section 2.10", () => {
  const fit = fitLocalLevel({ y: Float64Array.from(NILE), noise: new Float64Array(NILE.length).fill(1) });
  expect(fit.variances.noise).toBeCloseTo(15099, -1);
  expect(fit.variances.level).toBeCloseTo(1469.1, 0);
  expect(fit.best.logLikelihood).toBeCloseTo(-632.5456, 3);
});

const world: World = {
  months: 24,
  rate: () => 10,
  cooperative: (month) => (month < 12 ? 0.4 : 0.9),
  families: () => 60,
  confidence: (random) => 0.6 + 0.39 * random(),
};
const rows = codedIncidents(world, seededRandom(3));
const question = { dyad: ["AAA", "BBB"] as const, length: "month" as const, exposure: exposureRows(world) };
const indexWith = (part: readonly IncidentRow[], more: object = {}, seed = 1): Index =>
  indexOf(part, { ...question, ...more }, { random: seededRandom(seed) });
const pointsOf = (index: Index) => {
  if (index.reason) throw new Error(index.reason);
  return index.points;
};

test("the index of a period is its net score per 100 families, smoothed, inside its bands", () => {
  const points = pointsOf(indexWith(rows));
  const first = rows.filter((row) => row.day?.startsWith(monthName(0)));
  const expected = first.reduce((sum, row) => sum + (100 * row.score * row.confidence) / 60, 0);
  expect(points[0].observed).toBeCloseTo(expected, 9);
  expect(points[0].incidents).toBe(first.length);
  for (const { level, band50, band90 } of points) {
    expect(band90[0]).toBeLessThan(band50[0]);
    expect(band50[1]).toBeLessThan(band90[1]);
    expect(level).toBeGreaterThan(band90[0]);
    expect(level).toBeLessThan(band90[1]);
  }
});

test("the same seed gives the same index", () => {
  expect(pointsOf(indexWith(rows))).toEqual(pointsOf(indexWith(rows)));
  expect(pointsOf(indexWith(rows, {}, 2))).not.toEqual(pointsOf(indexWith(rows)));
});

test("where nothing was read there is a level and no observation", () => {
  const exposure = question.exposure.map((row, at) => (at === 5 ? { ...row, families: 0 } : row));
  const points = pointsOf(indexWith(rows, { exposure }));
  expect(points[5].observed).toBeUndefined();
  expect(points[5].level).toBeGreaterThan(Math.min(points[4].level, points[6].level) - 1e-9);
  expect(points[5].level).toBeLessThan(Math.max(points[4].level, points[6].level) + 1e-9);
});

test.each([
  ["no exposure", rows, { exposure: question.exposure.map((row) => ({ ...row, families: 0 })) }],
  ["too few incidents", rows.slice(0, 2), {}],
  ["too few periods", rows, { exposure: question.exposure.slice(0, 5) }],
] as const)("too little data gives no index and the reason: %s", (reason, part, more) => {
  expect(indexWith(part, more).reason).toBe(reason);
});

test("incidents in periods of which nothing was read are counted as such", () => {
  const exposure = question.exposure.map((row, at) => (at === 5 ? { ...row, families: 0 } : row));
  const there = rows.filter((row) => row.day?.startsWith(monthName(5))).length;
  expect(there).toBeGreaterThan(0);
  expect(indexWith(rows, { exposure }).cells.unread).toBe(there);
});

test("incidents without a day and outside the window are counted as such", () => {
  const [first, second, ...rest] = rows;
  const { cells } = indexWith([{ ...first, day: undefined }, { ...second, day: "2040-01-01" }, ...rest]);
  expect([cells.undated, cells.outside]).toEqual([1, 1]);
});

test("directed parts: what one side does shows on its side, and the asymmetry is their difference", () => {
  const there = indexWith(rows, { direction: "first to second" });
  const mirrored = rows.map((row) => ({ ...row, actors: row.recipients, recipients: row.actors, score: -row.score }));
  const both = [...rows, ...mirrored.map((row) => ({ ...row, id: `${row.id} back` }))];
  const back = indexWith(both, { direction: "second to first" });
  const asymmetry = asymmetryOf(there, back) ?? [];
  const last = asymmetry[asymmetry.length - 1];
  expect(pointsOf(there)[23].level).toBeGreaterThan(0);
  expect(pointsOf(back)[23].level).toBeLessThan(0);
  expect(last.difference).toBeCloseTo(pointsOf(there)[23].level - pointsOf(back)[23].level, 9);
  expect(last.band90[0]).toBeGreaterThan(0);
  expect(asymmetryOf(indexWith(rows, { direction: "second to first" }), there)).toBeUndefined();
});

test.each(["sum", "mean", "cooperation share", "log-odds"] as const)(
  "the alternative %s rises with the truth",
  (kind) => {
    const points = pointsOf(indexOf(rows, question, { random: seededRandom(1), kind }));
    const half = (from: number) => points.slice(from, from + 12).reduce((sum, point) => sum + point.level / 12, 0);
    expect(half(12)).toBeGreaterThan(half(0));
    for (const point of points) expect(point.band90[0]).toBeLessThan(point.band90[1]);
  },
);
