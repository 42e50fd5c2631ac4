import { expect, test } from "vitest";
import { depthOf, type IncidentRow, RUNGS, rungOf } from "../../src/measures/index.ts";
import { row } from "./row.ts";

const both = { actors: ["AAA", "BBB"], recipients: [] };
const exercise = (id: string, day: string | undefined): IncidentRow =>
  row(id, { ...both, day, type: "COOPERATE", score: 9.5, domain: "military", kinds: ["exercise"] });

test.each([
  ["words", { type: "SUPPORT" }],
  ["words", { type: "CONSULT", mode: "phone", score: 1.5 }],
  ["meetings", { type: "CONSULT", mode: "visit", score: 4 }],
  ["agreements", { type: "AGREE", score: 2.5 }],
  ["agreements", { type: "SUPPORT", kinds: ["treaty"] }],
  ["material cooperation", { type: "AID", score: 10 }],
  ["material cooperation", { type: "COOPERATE", score: 9.5, domain: "military" }],
  ["joint operations", { type: "COOPERATE", score: 9.5, domain: "military", ...both }],
  ["binding obligations", { type: "SUPPORT", kinds: ["treaty", "binding"] }],
  [undefined, { type: "ACCUSE", score: -3 }],
  [undefined, { type: "REQUEST", score: 0 }],
] as const)("the rung of an incident: %s for %o", (rung, more) => {
  expect(rungOf(row("a", more as Partial<IncidentRow>))).toBe(rung);
});

const rows = [
  exercise("first", "2018-09-11"),
  exercise("second", "2019-09-16"),
  exercise("third", "2020-09-21"),
  row("treaty", { ...both, day: "2001-07-16", domain: "military", type: "SUPPORT", kinds: ["treaty", "binding"] }),
  row("visit", { day: "2019-06-05", type: "CONSULT", mode: "visit", score: 4 }),
  row("call", { ...both, day: "2020-12-28", type: "CONSULT", mode: "phone", score: 1.5 }),
  row("undated", { ...both, day: undefined, type: "AGREE", score: 2.5 }),
  row("other dyad", { recipients: ["CCC"] }),
];
const depthAt = (asOf: string, domain: string) =>
  depthOf(rows, { dyad: ["AAA", "BBB"], asOf }).find((depth) => depth.domain === domain);

test("depth: the highest rung kept up and reached, when first, and what stands behind each cell", () => {
  const military = depthAt("2020-12-31", "military");
  expect(military).toMatchObject({ keptUp: "binding obligations", reached: "binding obligations" });
  expect(military?.cells[4]).toEqual({
    rung: "joint operations",
    incidents: ["first", "second", "third"],
    first: "2018-09-11",
    last: "2020-09-21",
    keptUp: true,
  });
  const diplomatic = depthAt("2020-12-31", "diplomatic");
  expect(diplomatic).toMatchObject({ reached: "agreements" });
  expect(diplomatic?.keptUp).toBeUndefined();
  expect(diplomatic?.cells[2]).toEqual({ rung: "agreements", incidents: ["undated"], keptUp: false });
});

test("depth as of a day knows nothing later, and what was long ago is no longer kept up", () => {
  expect(depthAt("2019-01-01", "military")?.cells[4]).toMatchObject({ incidents: ["first"], keptUp: false });
  expect(depthAt("2024-01-01", "military")?.cells[4].keptUp).toBe(false);
  expect(depthAt("2024-01-01", "military")?.keptUp).toBe("binding obligations");
});

test("a domain without cooperation has all rungs, empty, and no value", () => {
  const economic = depthAt("2020-12-31", "economic");
  expect(economic?.cells.map((cell) => cell.rung)).toEqual(RUNGS);
  expect(economic).not.toHaveProperty("reached");
});
