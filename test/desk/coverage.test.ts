import { expect, test } from "vitest";
import { coverageWords } from "../../src/desk/coverage.ts";
import { countedOf, indexView, verdictView } from "../../src/desk/measure-views.ts";
import { row } from "../measures/row.ts";
import { groundWith } from "./ground.ts";

test("what was read, what wasn't, and incidents that move nothing are said", () => {
  const rows = [row("read", { day: "2020-01-05" }), row("unread", { day: "2020-02-05" })];
  const ground = groundWith(rows, {
    allRows: [...rows, row("undated", { day: undefined })],
    outletChanges: [{ outlet: "Borpress", change: "added", period: "2020-01", share: 0.5 }],
  });
  const counted = countedOf(ground);
  expect(counted).toEqual({ incidents: 1, unread: 1, undated: 1 });
  expect(coverageWords(ground, counted)).toEqual([
    "Read in the period: 3 documents from 2 independent sources, 1 of which names both.",
    "In 2 of 3 months nothing was read that names both.",
    "In what it is held against, 2019-10-01 to 2019-12-31, no source names both.",
    "1 incident lies in a month of which nothing was read that names both, and moves no index.",
    "1 incident without a day moves no index.",
    "Borpress came in with 2020-01 (50 % of what was read since).",
  ]);
});

test("a fixed source set is named, an empty one too", () => {
  const words = (outlets: string[]) =>
    coverageWords(groundWith([], { outlets: new Set(outlets) }), { incidents: 0, unread: 0, undated: 0 })[0];
  expect(words(["Borpress", "Arvania Today"])).toBe(
    "Only outlets that were read regularly and throughout count: Arvania Today, Borpress.",
  );
  expect(words([])).toMatch(/the fixed source set is empty/);
});

test("a quarter that window and baseline share is the window's: its reading is not the baseline's", () => {
  const ground = groundWith([], {
    length: "quarter",
    first: "2019-Q2",
    window: { from: "2019-05-01", to: "2020-03-31" },
    baseline: { from: "2019-01-01", to: "2019-04-30" },
    question: {
      dyad: ["AAA", "BBB"],
      length: "quarter",
      exposure: ["2019-Q1", "2019-Q2", "2019-Q3", "2019-Q4", "2020-Q1"].map((period, at) => ({
        period,
        families: at === 1 ? 3 : 0,
      })),
    },
  });
  expect(verdictView(ground)).toMatchObject({ verdict: "not enough evidence", reason: "no exposure" });
});

test("levels and bands of a share stay between 0 and 1", () => {
  const months = Array.from({ length: 12 }, (_, at) => `2020-${String(at + 1).padStart(2, "0")}`);
  const rows = months.flatMap((month, at) =>
    Array.from({ length: 1 + (at % 3) }, (_, of) =>
      row(`${month} ${of}`, { day: `${month}-10`, score: at === 4 ? -5 : 5, confidence: 0.9 }),
    ),
  );
  const question = { dyad: ["AAA", "BBB"] as const, length: "month" as const };
  const exposure = months.map((period) => ({ period, families: 10 }));
  const { points } = indexView(groundWith(rows, { question: { ...question, exposure } }), "cooperation share");
  const ends = points.flatMap(({ level, band50, band90 }) => [level, ...band50, ...band90]);
  expect(ends).toHaveLength(60);
  expect(Math.min(...ends)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...ends)).toBe(1);
});
