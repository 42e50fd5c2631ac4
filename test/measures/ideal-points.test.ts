import { expect, test } from "vitest";
import {
  type Item,
  idealPointsOf,
  levelProbabilities,
  type Position,
  seededRandom,
  VOTE_LEVELS,
} from "../../src/measures/index.ts";
import { normals } from "../../src/measures/random.ts";

const name = (state: number): string => `S${String(state).padStart(3, "0")}`;

/** Votes of states at known points, a tenth absent. */
function votes(points: readonly number[], items: number, seed: number): Position[] {
  const random = seededRandom(seed);
  const normal = normals(random);
  return Array.from({ length: items }, (_, item) => item).flatMap((item) => {
    const high = 1 + 1.5 * normal();
    const question: Item = { slope: 1.5 * normal(), thresholds: [high, high - 0.3 - 1.5 * random()] };
    return points.flatMap((point, state): Position[] => {
      if (random() < 0.1) return [];
      const [no, abstain] = levelProbabilities(question, point);
      const chance = random();
      return [{ state: name(state), item, level: chance < no ? 1 : chance < no + abstain ? 2 : 3 }];
    });
  });
}

/** Standard normal quantiles, evenly spread: a sample whose mean and spread are those of the prior. */
const even = (count: number): number[] => {
  const normal = normals(seededRandom(17));
  const points = Array.from({ length: count }, normal).sort((a, b) => a - b);
  const mean = points.reduce((sum, point) => sum + point, 0) / count;
  const spread = Math.sqrt(points.reduce((sum, point) => sum + (point - mean) ** 2, 0) / count);
  return points.map((point) => (point - mean) / spread);
};

const truth = even(80);
const poles = [name(0), name(79)] as const;
const estimate = (seed: number, ends: readonly [string, string] = poles) =>
  idealPointsOf(votes(truth, 60, seed), { levels: VOTE_LEVELS, poles: ends, random: seededRandom(1) });

test("graded response model, known points: 90 % intervals cover 86 to 95 % of them, in the right order", () => {
  let [covered, all] = [0, 0];
  for (const seed of [1, 2, 3, 4]) {
    const result = estimate(seed);
    if (result.reason) throw new Error(result.reason);
    for (const [at, { interval }] of result.points.entries()) {
      all += 1;
      if (interval[0] <= truth[at] && truth[at] <= interval[1]) covered += 1;
    }
    const errors = result.points.map(({ point }, at) => (point - truth[at]) ** 2);
    expect(Math.sqrt(errors.reduce((sum, error) => sum + error, 0) / errors.length)).toBeLessThan(0.35);
  }
  expect(covered / all).toBeGreaterThan(0.86);
  expect(covered / all).toBeLessThan(0.95);
});

test("the sign is fixed by two named states: poles exchanged, points mirrored", () => {
  const there = estimate(1);
  const back = estimate(1, [poles[1], poles[0]]);
  if (there.reason || back.reason) throw new Error("no ideal points");
  expect(there.points[0].point).toBeLessThan(there.points[79].point);
  for (const [at, { point, interval }] of there.points.entries()) {
    expect(back.points[at].point).toBeCloseTo(-point, 9);
    expect(back.points[at].interval[0]).toBeCloseTo(-interval[1], 9);
  }
});

test("a state with few votes has a wide interval", () => {
  const positions = votes(truth, 60, 5).filter((vote) => vote.state !== name(40) || Number(vote.item) < 5);
  const result = idealPointsOf(positions, { levels: VOTE_LEVELS, poles, random: seededRandom(1) });
  if (result.reason) throw new Error(result.reason);
  const widths = result.points.map(({ interval }) => interval[1] - interval[0]);
  expect(result.points[40].items).toBeLessThanOrEqual(5);
  expect(widths[40]).toBeGreaterThan(1.5 * widths[39]);
});

test("few states, few divided items and a pole that did not vote give no points and the reason", () => {
  const all = votes(truth, 60, 6);
  const ask = (positions: Position[]) =>
    idealPointsOf(positions, { levels: VOTE_LEVELS, poles, random: seededRandom(1) }).reason;
  expect(ask(all.filter((vote) => vote.state < name(9)))).toBe("no items");
  expect(ask(all.map((vote) => ({ ...vote, level: 3 })))).toBe("no items");
  expect(ask(all.filter((vote) => vote.state !== poles[0]))).toBe("no items");
});
