import fc from "fast-check";
import { expect, test } from "vitest";
import { balanceOf, correlationOf, seededRandom, thirdStateOf } from "../../src/measures/index.ts";
import { normals } from "../../src/measures/random.ts";
import { row } from "./row.ts";
import { monthName } from "./simulate.ts";

const exposure = Array.from({ length: 12 }, (_, month) => ({
  period: monthName(month),
  families: month === 11 ? 0 : 50,
}));
const question = { dyad: ["AAA", "BBB"] as const, length: "month" as const, exposure };
const act = (from: string, month: number, score: number) =>
  row(`${from} ${month}`, { day: `${monthName(month)}-10`, actors: [from], recipients: ["CCC"], score });

test("two states that act alike towards a third move together, with an interval", () => {
  const rows = Array.from({ length: 11 }, (_, month) => month).flatMap((month) => {
    const score = [-3, 2, 4, -5, -6, 3, 5, 1, -2, -4, 2][month];
    return [act("AAA", month, score), act("BBB", month, score + (month % 2))];
  });
  const against = row("joint", {
    ...{ actors: ["AAA", "BBB"], recipients: [] },
    directedAgainst: ["CCC"],
    day: "2015-03-02",
  });
  const result = thirdStateOf([...rows, against, { ...against, id: "undated", day: undefined }], question, "CCC");
  expect(result.points[2]).toEqual({ period: "2015-03", first: 8, second: 8, directedAgainst: ["joint"] });
  expect(result.points[11]).toEqual({ period: "2015-12", directedAgainst: [] });
  expect(result.directedAgainst).toEqual(["joint", "undated"]);
  if (result.together.value === undefined) throw new Error(result.together.reason);
  expect(result.together.value).toBeGreaterThan(0.95);
  expect(result.together.interval[0]).toBeGreaterThan(0.8);
  expect(result.together.pairs).toBe(11);
});

test("fewer than three incidents of one towards the third give no correlation: one common month would be r = 1", () => {
  const rows = [act("AAA", 3, -5), act("BBB", 3, -5), act("AAA", 4, 2), act("AAA", 5, 2), act("BBB", 11, 4)];
  const result = thirdStateOf(rows, question, "CCC");
  expect(result.towards).toEqual([3, 1]);
  expect(result.together).toEqual({ value: undefined, reason: "too few incidents" });
});

test("Pearson's r with Fisher's interval: Fisher 1921", () => {
  const x = Array.from({ length: 28 }, (_, t) => (t % 4 < 2 ? 1 : -1));
  const z = Array.from({ length: 28 }, (_, t) => ((t + 1) % 4 < 2 ? 1 : -1));
  const y = x.map((value, t) => 0.6 * value + 0.8 * z[t]);
  const result = correlationOf(x, y);
  if (result.value === undefined) throw new Error(result.reason);
  expect(result.value).toBeCloseTo(0.6, 9);
  expect(result.effective).toBeCloseTo(28, 0);
  const half = 1.6448536 / Math.sqrt(result.effective - 3);
  expect(result.interval[0]).toBeCloseTo(Math.tanh(Math.atanh(0.6) - half), 6);
  expect(result.interval[1]).toBeCloseTo(Math.tanh(Math.atanh(0.6) + half), 6);
});

test("a correlation's 90 % interval covers the truth in 87 to 93 % of 2,000 draws", () => {
  const random = seededRandom(6);
  const normal = normals(random);
  let covered = 0;
  for (let draw = 0; draw < 2000; draw += 1) {
    const x = Array.from({ length: 30 }, normal);
    const result = correlationOf(
      x,
      x.map((value) => 0.5 * value + Math.sqrt(0.75) * normal()),
    );
    if (result.value !== undefined && result.interval[0] <= 0.5 && 0.5 <= result.interval[1]) covered += 1;
  }
  expect(covered / 2000).toBeGreaterThan(0.87);
  expect(covered / 2000).toBeLessThan(0.93);
});

test("series with memory tell less than their length: the effective number of pairs is smaller", () => {
  const slow = Array.from({ length: 40 }, (_, t) => Math.sin(t / 2));
  const result = correlationOf(
    slow,
    slow.map((value, t) => value + Math.cos(t / 2)),
  );
  if (result.value === undefined) throw new Error(result.reason);
  expect(result.effective).toBeLessThan(20);
});

test("too few pairs and a constant side give no correlation and the reason", () => {
  expect(correlationOf([1, 2, 3, 4, 5], [1, 2, 3, 4, 5])).toEqual({ value: undefined, reason: "too few pairs" });
  expect(correlationOf([1, 1, 1, 1, 1, 1], [1, 2, 3, 4, 5, 6])).toEqual({ value: undefined, reason: "no variation" });
});

const tie = (a: string, b: string, weight: number) => ({ a, b, weight });

test("structural balance: the four triads of Cartwright and Harary 1956", () => {
  const triad = (x: number, y: number, z: number) => balanceOf([tie("A", "B", x), tie("B", "C", y), tie("C", "A", z)]);
  expect(triad(1, 2, 3).triads).toEqual([{ states: ["A", "B", "C"], negative: 0, balanced: true }]);
  expect(triad(1, 2, -3).share.value).toBe(0);
  expect(triad(-1, 2, -3).share.value).toBe(1);
  expect(triad(-1, -2, -3).share.value).toBe(0);
  expect(triad(1, 2, 0)).toEqual({ triads: [], share: { value: undefined, reason: "too few pairs" } });
  expect(balanceOf([tie("A", "B", 9), tie("B", "C", 9), tie("C", "A", 1)], 2).triads).toEqual([]);
});

test("two camps that are friends inside and enemies across are balanced throughout", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 3, maxLength: 9 }), (camps) => {
      const ties = camps.flatMap((camp, a) =>
        camps.slice(a + 1).map((other, b) => tie(`S${a}`, `S${a + b + 1}`, camp === other ? 2 : -2)),
      );
      const n = camps.length;
      const balance = balanceOf(ties);
      expect(balance.share.value).toBe(1);
      expect(balance.triads).toHaveLength((n * (n - 1) * (n - 2)) / 6);
    }),
  );
});
