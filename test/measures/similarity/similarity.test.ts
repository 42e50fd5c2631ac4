import fc from "fast-check";
import { expect, test } from "vitest";
import {
  agreementShare,
  cohenKappa,
  crossTable,
  forEachDyad,
  portfoliosOf,
  scottPi,
  signorinoRitter,
  similarities,
  tableOfCounts,
  tauB,
} from "../../../src/measures/index.ts";

const LEVELS = [1, 2, 3];

test("kappa nominal: Fleiss, Cohen and Everitt 1969, Psychological Bulletin 72, table 1", () => {
  const table = tableOfCounts([1, 2, 3], [53, 5, 2, 11, 14, 5, 1, 6, 3]);
  expect(cohenKappa(table, "nominal").value).toBeCloseTo(0.429, 3);
});

test("full agreement is 1 and full opposition is -1", () => {
  const same = crossTable([1, 3, 2, 1], [1, 3, 2, 1], LEVELS);
  for (const value of Object.values(similarities(same))) expect(value.value).toBeCloseTo(1, 12);
  const opposed = crossTable([1, 3, 1, 3], [3, 1, 3, 1], LEVELS);
  expect(signorinoRitter(opposed, "absolute").value).toBe(-1);
  expect(signorinoRitter(opposed, "squared").value).toBe(-1);
  expect(cohenKappa(opposed, "quadratic").value).toBeCloseTo(-1, 12);
  expect(tauB(opposed).value).toBe(-1);
  expect(agreementShare(opposed).value).toBe(0);
});

test("without common items, and without variation, there is a reason and no value", () => {
  const none = crossTable([1, Number.NaN], [0, 2], LEVELS);
  for (const value of Object.values(similarities(none)))
    expect(value).toEqual({ value: undefined, reason: "no items" });
  const flat = crossTable([3, 3, 3], [3, 3, 3], LEVELS);
  expect(cohenKappa(flat, "linear")).toEqual({ value: undefined, reason: "no variation" });
  expect(scottPi(flat, "nominal")).toEqual({ value: undefined, reason: "no variation" });
  expect(tauB(flat)).toEqual({ value: undefined, reason: "no variation" });
  expect(signorinoRitter(flat, "squared").value).toBe(1);
});

test("the scale has all its levels, also those that nobody used", () => {
  const used = crossTable([1, 3, 3], [3, 3, 1], [1, 3]);
  const whole = crossTable([1, 3, 3], [3, 3, 1], [1, 2, 3]);
  const wider = crossTable([1, 3, 3], [3, 3, 1], [0, 1, 2, 3]);
  expect(signorinoRitter(whole, "absolute")).toEqual(signorinoRitter(used, "absolute"));
  expect(signorinoRitter(wider, "absolute").value).toBeCloseTo(1 - (2 * 4) / (3 * 3), 12);
});

const level = fc.constantFrom(1, 2, 3);
const pair = fc.array(fc.tuple(level, level), { minLength: 1, maxLength: 60 });

test("kappa and pi quadratic equal Haege's closed forms", () => {
  fc.assert(
    fc.property(pair, (items) => {
      const x = items.map(([a]) => a);
      const y = items.map(([, b]) => b);
      const table = crossTable(x, y, LEVELS);
      const dot = (u: number[], v: number[]) => u.reduce((sum, value, index) => sum + value * v[index], 0);
      const total = (u: number[]) => u.reduce((sum, value) => sum + value, 0);
      const n = items.length;
      const squares = dot(x, x) + dot(y, y);
      const apart = squares - 2 * dot(x, y);
      const kappaBase = squares - (2 / n) * total(x) * total(y);
      const piBase = squares - (total(x) + total(y)) ** 2 / (2 * n);
      if (kappaBase > 1e-9) expect(cohenKappa(table, "quadratic").value).toBeCloseTo(1 - apart / kappaBase, 9);
      if (piBase > 1e-9) expect(scottPi(table, "quadratic").value).toBeCloseTo(1 - apart / piBase, 9);
      expect(signorinoRitter(table, "squared").value).toBeCloseTo(1 - (2 * apart) / (4 * n), 9);
    }),
  );
});

test("tau-b equals the count over all pairs of items", () => {
  fc.assert(
    fc.property(pair, (items) => {
      let [score, untiedA, untiedB] = [0, 0, 0];
      for (let i = 0; i < items.length; i += 1) {
        for (let j = i + 1; j < items.length; j += 1) {
          const a = Math.sign(items[i][0] - items[j][0]);
          const b = Math.sign(items[i][1] - items[j][1]);
          score += a * b;
          untiedA += a * a;
          untiedB += b * b;
        }
      }
      const table = crossTable(
        items.map(([a]) => a),
        items.map(([, b]) => b),
        LEVELS,
      );
      if (untiedA * untiedB === 0) expect(tauB(table).value).toBeUndefined();
      else expect(tauB(table).value).toBeCloseTo(score / Math.sqrt(untiedA * untiedB), 9);
    }),
  );
});

test("portfolios as bit sets give the same tables as item by item", () => {
  const vote = fc.record({ state: fc.constantFrom("A", "B", "C"), item: fc.integer({ min: 0, max: 80 }), level });
  const votes = fc.uniqueArray(vote, { selector: (row) => `${row.state}${row.item}`, maxLength: 200 });
  fc.assert(
    fc.property(votes, (rows) => {
      const of = (state: string) => {
        const row = new Array<number>(81).fill(Number.NaN);
        for (const vote of rows) if (vote.state === state) row[vote.item] = vote.level;
        return row;
      };
      let pairs = 0;
      forEachDyad(portfoliosOf(rows, LEVELS), (a, b, table) => {
        pairs += 1;
        const direct = crossTable(of(a), of(b), LEVELS);
        expect([...table.counts]).toEqual([...direct.counts]);
        expect(table.total).toBe(direct.total);
      });
      const states = new Set(rows.map((row) => row.state)).size;
      expect(2 * pairs).toBe(states * Math.max(states - 1, 0));
    }),
  );
});
