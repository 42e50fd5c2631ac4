import { expect, test } from "vitest";
import {
  type IncidentRow,
  indexOf,
  type Random,
  seededRandom,
  type Verdict,
  verdictOf,
} from "../../src/measures/index.ts";
import { codedIncidents, exposureRows, monthName, trueLevel, type World } from "./simulate.ts";

const DRAWS = 2000;
const LIMIT = { timeout: 120_000 };
const HALF = 12;

const step = (more: Partial<World> = {}): World => ({
  months: 2 * HALF,
  rate: () => 10,
  cooperative: (month) => (month < HALF ? 0.5 : 0.8),
  families: () => 60,
  confidence: (random) => 0.6 + 0.39 * random(),
  ...more,
});

/** What `count` makes of each of 2,000 draws of a world. */
function over<T>(world: World, count: (rows: IncidentRow[], random: Random) => T): T[] {
  const random = seededRandom(20201228);
  return Array.from({ length: DRAWS }, () => count(codedIncidents(world, random), random));
}

const questionOf = (world: World) => ({
  dyad: ["AAA", "BBB"] as const,
  length: "month" as const,
  exposure: exposureRows(world),
  window: [monthName(HALF), monthName(2 * HALF - 1)] as const,
  baseline: [monthName(0), monthName(HALF - 1)] as const,
});
const verdicts = (world: World): Verdict[] =>
  over(world, (rows, random) => verdictOf(rows, questionOf(world), { random }));
const shareOf = (all: readonly Verdict[], verdict: Verdict["verdict"]): number =>
  all.filter((one) => one.verdict === verdict).length / all.length;

test("index, known change: the 90 % band covers the true level in 87 to 93 % of 2,000 draws", LIMIT, () => {
  const world = step();
  const covered = over(world, (rows, random) => {
    const index = indexOf(rows, questionOf(world), { random });
    if (index.reason) throw new Error(index.reason);
    const hits = index.points.filter(({ band90 }, month) => {
      const truth = trueLevel(world, month);
      return band90[0] <= truth && truth <= band90[1];
    });
    return hits.length / index.points.length;
  });
  const share = covered.reduce((sum, one) => sum + one, 0) / DRAWS;
  expect(share).toBeGreaterThan(0.87);
  expect(share).toBeLessThan(0.93);
});

test("verdict, known change: the 90 % interval covers the true effect in 87 to 93 % of 2,000 draws", LIMIT, () => {
  const world = step();
  const truth = trueLevel(world, HALF) - trueLevel(world, 0);
  const all = verdicts(world);
  const covered = all.filter(
    (one) => one.verdict !== "not enough evidence" && one.interval[0] <= truth && truth <= one.interval[1],
  );
  expect(covered.length / DRAWS).toBeGreaterThan(0.87);
  expect(covered.length / DRAWS).toBeLessThan(0.93);
});

test("verdict, large change: it is right, and where there is little it says not enough", LIMIT, () => {
  const large = verdicts(step({ cooperative: (month) => (month < HALF ? 0.3 : 0.95) }));
  expect(shareOf(large, "strengthened")).toBeGreaterThan(0.99);
  expect(shareOf(large, "weakened")).toBe(0);
  const little = verdicts(step({ rate: () => 0.5, families: () => 20 }));
  expect(shareOf(little, "not enough evidence")).toBeGreaterThan(0.95);
});

test("verdict, nothing but exposure rose: a rise is called in at most 5 % of 2,000 draws", LIMIT, () => {
  const five = step({ cooperative: () => 0.7, families: (month) => (month < HALF ? 20 : 100) });
  expect(shareOf(verdicts(five), "strengthened")).toBeLessThanOrEqual(0.05);
  const creeping = step({ cooperative: () => 0.9, families: (month) => 10 + 6 * month });
  expect(shareOf(verdicts(creeping), "strengthened")).toBeLessThanOrEqual(0.05);
});
