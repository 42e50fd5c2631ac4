import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber, dayOf } from "../../src/measures/calendar.ts";
import {
  type DocumentRow,
  exposureOf,
  fixedSources,
  indexOf,
  periodOf,
  periodStart,
  periodsBetween,
  seededRandom,
  sourceChanges,
  verdictOf,
} from "../../src/measures/index.ts";
import { codedIncidents, monthName, type World } from "./simulate.ts";

const document = (id: string, day: string, more: Partial<DocumentRow> = {}): DocumentRow => ({
  id,
  day,
  outlet: "Morning Post",
  side: "AAA",
  states: ["AAA", "BBB"],
  family: id,
  ...more,
});
const year = { from: "2020-01-01", to: "2020-12-31", length: "month" as const };

test("documents are counted by period, outlet and side, and copies of one story are one family", () => {
  const exposure = exposureOf(
    [
      document("a", "2020-01-05"),
      document("b", "2020-01-06", { family: "a", outlet: "Evening Post", side: "CCC" }),
      document("c", "2020-01-07", { states: ["AAA"] }),
      document("d", "2020-03-07", { side: undefined }),
      document("e", "2021-03-07"),
    ],
    { ...year, dyad: ["AAA", "BBB"] },
  );
  expect(exposure).toHaveLength(12);
  expect(exposure[0]).toEqual({
    period: "2020-01",
    documents: 3,
    families: 2,
    naming: 1,
    byOutlet: new Map([
      ["Evening Post", 1],
      ["Morning Post", 2],
    ]),
    bySide: new Map([
      ["AAA", 2],
      ["CCC", 1],
    ]),
  });
  expect(exposure[1]).toMatchObject({ documents: 0, families: 0 });
  expect(exposure[2].bySide).toEqual(new Map([["unknown", 1]]));
});

const daily = (outlet: string, from: number, to: number): DocumentRow[] =>
  Array.from({ length: to - from + 1 }, (_, at) => {
    const day = `2020-${String(from + at).padStart(2, "0")}-10`;
    return document(`${outlet} ${day}`, day, { outlet });
  });

test("a source added or dropped inside the window is told, and a short silence is not", () => {
  const documents = [...daily("Old", 1, 12), ...daily("New", 7, 12), ...daily("Gone", 1, 4), ...daily("Late", 2, 12)];
  const exposure = exposureOf(documents, year);
  expect(sourceChanges(exposure)).toEqual([
    { outlet: "Gone", change: "dropped", period: "2020-05", share: 4 / 11 },
    { outlet: "New", change: "added", period: "2020-07", share: 1 / 3 },
  ]);
  expect(fixedSources(exposure)).toEqual(new Set(["Old", "Late"]));
  const fixed = exposureOf(documents, { ...year, outlets: fixedSources(exposure) });
  expect(fixed.map((period) => period.families)).toEqual([1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
});

test("an outlet that is often silent, and one that is read now and then, is no change of the source set", () => {
  const seldom = daily("Quarterly", 1, 12).filter((_, at) => at === 3 || at === 6 || at === 7);
  const occasional = daily("Occasional", 11, 12);
  const exposure = exposureOf([...daily("Old", 1, 12), ...seldom, ...occasional], year);
  expect(sourceChanges(exposure)).toEqual([]);
  expect(fixedSources(exposure)).toEqual(new Set(["Old", "Quarterly"]));
});

test("twice the copies of every wire story change no number", () => {
  const world: World = {
    months: 24,
    rate: () => 12,
    cooperative: () => 0.7,
    families: () => 40,
    confidence: () => 0.9,
  };
  const rows = codedIncidents(world, seededRandom(4));
  const stories = Array.from({ length: 24 }, (_, month) => month).flatMap((month) =>
    Array.from({ length: 40 }, (_, at) => document(`${month} ${at}`, `${monthName(month)}-11`)),
  );
  const copies = stories.map((row) => ({ ...row, id: `${row.id} copy`, outlet: "Evening Post" }));
  const window = { from: `${monthName(0)}-01`, to: `${monthName(23)}-28`, length: "month" as const };
  const numbers = (documents: readonly DocumentRow[]) => {
    const question = {
      dyad: ["AAA", "BBB"] as const,
      length: "month" as const,
      exposure: exposureOf(documents, window),
    };
    const windows = { window: [monthName(12), monthName(23)], baseline: [monthName(0), monthName(11)] } as const;
    return [
      indexOf(rows, question, { random: seededRandom(5) }),
      verdictOf(rows, { ...question, ...windows }, { random: seededRandom(5) }),
    ];
  };
  expect(numbers([...stories, ...copies])).toEqual(numbers(stories));
});

test("weeks are those of ISO 8601", () => {
  const week = (day: string) => periodOf(day, "week");
  expect(["2005-01-01", "2005-01-03", "2008-12-29", "2010-01-03", "2020-12-31", "2021-01-04"].map(week)).toEqual([
    "2004-W53",
    "2005-W01",
    "2009-W01",
    "2009-W53",
    "2020-W53",
    "2021-W01",
  ]);
  expect(["month", "quarter", "year"].map((length) => periodOf("2020-12-28", length as "month"))).toEqual([
    "2020-12",
    "2020-Q4",
    "2020",
  ]);
});

test("periods follow each other without a gap, and each day lies in one of them", () => {
  const length = fc.constantFrom("week" as const, "month" as const, "quarter" as const, "year" as const);
  fc.assert(
    fc.property(length, fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 900 }), (kind, first, days) => {
      const periods = periodsBetween(dayOf(first), dayOf(first + days), kind);
      expect(new Set(periods).size).toBe(periods.length);
      expect(periods).toEqual([...periods].sort());
      expect(periods).toContain(periodOf(dayOf(first + Math.floor(days / 2)), kind));
      expect(dayNumber(dayOf(first))).toBe(first);
      for (const period of periods) expect(periodOf(periodStart(period), kind)).toBe(period);
      expect(periods.slice(1).every((period) => periodStart(period) > dayOf(first))).toBe(true);
    }),
  );
});
