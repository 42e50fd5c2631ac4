import fc from "fast-check";
import { expect, test } from "vitest";
import { type DatedIncident, monthlyScores } from "../../src/measures/index.ts";
import { DOMAINS, STATUSES } from "../../src/schema/index.ts";

const incident = (id: string, from: string, to: string, more: Partial<DatedIncident> = {}): DatedIncident => ({
  id,
  date: { from, to },
  domain: "military",
  status: "happened",
  score: 3,
  ...more,
});

test("the net score of a month and domain is the sum of its incidents' scores", () => {
  const { months } = monthlyScores([
    incident("b", "2020-12-22", "2020-12-22", { score: 7 }),
    incident("a", "2020-12-28", "2020-12-28", { score: -2 }),
    incident("c", "2020-12-28", "2020-12-28", { domain: "diplomatic", score: 1 }),
    incident("d", "2020-07-03", "2020-07-03", { score: 4 }),
  ]);
  expect(months).toEqual([
    { month: "2020-07", domain: "military", incidents: 1, net: 4, ids: ["d"] },
    { month: "2020-12", domain: "diplomatic", incidents: 1, net: 1, ids: ["c"] },
    { month: "2020-12", domain: "military", incidents: 2, net: 5, ids: ["a", "b"] },
  ]);
});

test("an incident stands in the month of its date's middle, the earlier day of two", () => {
  const monthsOf = (from: string, to: string) => monthlyScores([incident("a", from, to)]).months[0].month;
  expect(monthsOf("2020-01-30", "2020-02-05")).toBe("2020-02");
  expect(monthsOf("2020-01-31", "2020-02-01")).toBe("2020-01");
  expect(monthsOf("2020-01-01", "2020-12-31")).toBe("2020-07");
});

test("what did not happen and what has no date is left out and counted", () => {
  const rest = STATUSES.filter((status) => status !== "happened");
  const result = monthlyScores([
    ...rest.map((status) => incident(status, "2020-12-22", "2020-12-22", { status })),
    incident("undated", "2020-12-22", "2020-12-22", { date: undefined }),
  ]);
  expect(result).toEqual({ months: [], undated: 1, notHappened: rest.length });
});

test("a month without incidents is absent, not 0", () => {
  const { months } = monthlyScores([
    incident("a", "2020-01-05", "2020-01-05"),
    incident("b", "2020-03-05", "2020-03-05"),
  ]);
  expect(months.map((month) => month.month)).toEqual(["2020-01", "2020-03"]);
});

const anyIncident = fc.record({
  id: fc.string({ minLength: 1, maxLength: 3 }),
  date: fc.option(
    fc.constantFrom("2020-01-31", "2020-02-01", "2021-06-15").map((day) => ({ from: day, to: day })),
    {
      nil: undefined,
    },
  ),
  domain: fc.constantFrom(...DOMAINS),
  status: fc.constantFrom(...STATUSES),
  score: fc.integer({ min: -10, max: 10 }),
});

test("an incident counts once however often it is handed over, and every incident is accounted for", () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyIncident, { selector: (row) => row.id }), (rows) => {
      const once = monthlyScores(rows);
      const counted = once.months.reduce((sum, month) => sum + month.incidents, 0);
      expect(counted + once.undated + once.notHappened).toBe(rows.length);
      expect(monthlyScores([...rows, ...rows])).toEqual(once);
    }),
  );
});
