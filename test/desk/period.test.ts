import { expect, test } from "vitest";
import { baselineOf, checkPeriod, halves, periodOf } from "../../src/desk/period.ts";

test.each([
  ["a year", { from: "2020-01-01", to: "2020-12-31" }, { from: "2019-01-01", to: "2019-12-31" }],
  ["February in a leap year", { from: "2020-02-01", to: "2020-02-29" }, { from: "2020-01-01", to: "2020-01-31" }],
  ["a quarter", { from: "2020-01-01", to: "2020-03-31" }, { from: "2019-10-01", to: "2019-12-31" }],
  ["ten days", { from: "2020-03-05", to: "2020-03-14" }, { from: "2020-02-24", to: "2020-03-04" }],
])("%s is held against as much time before it", (_name, window, baseline) => {
  expect(baselineOf(window)).toEqual(baseline);
});

test.each(["2020-02-30", "2020-13-01", "yesterday", "20-1-1"])("%s is no day", (from) => {
  expect(() => checkPeriod({ from })).toThrow(/can't be used/);
});

test("the open ends of a period are closed by the evidence", () => {
  const found = {
    incidents: [],
    exposure: [
      { month: "2020-03", documents: 2 },
      { month: "2020-07", documents: 1 },
    ],
  };
  expect(periodOf({}, found)).toEqual({ from: "2020-03-01", to: "2020-07-01" });
  expect(periodOf({ from: "2020-05-01" }, found)).toEqual({ from: "2020-05-01", to: "2020-07-01" });
  expect(periodOf({}, { incidents: [], exposure: [] })).toBeUndefined();
});

test.each([
  ["two years", ["2019-01-01", "2020-12-31"], ["2019-01-01", "2019-12-31"], ["2020-01-01", "2020-12-31"]],
  ["five months", ["2020-01-01", "2020-05-31"], ["2020-01-01", "2020-02-29"], ["2020-03-01", "2020-05-31"]],
  ["five days", ["2020-03-01", "2020-03-05"], ["2020-03-01", "2020-03-03"], ["2020-03-04", "2020-03-05"]],
])("%s are parted in the middle", (_name, [from, to], earlier, later) => {
  const [first, second] = halves({ from, to });
  expect([first.from, first.to]).toEqual(earlier);
  expect([second.from, second.to]).toEqual(later);
});
