import { expect, test } from "vitest";
import {
  applyRule,
  COUNTING_RULES,
  countingRule,
  DEFAULT_RULE,
  type IncidentRow,
  ruleInWords,
} from "../../src/measures/index.ts";

const row = (id: string, more: Partial<IncidentRow> = {}): IncidentRow => ({
  id,
  day: "2020-12-22",
  domain: "military",
  type: "COOPERATE",
  score: 9.5,
  actors: ["AAA", "BBB"],
  recipients: [],
  directedAgainst: [],
  confidence: 0.8,
  families: ["f"],
  sides: ["AAA"],
  ...more,
});
const patrol = { series: { id: "patrol" }, kinds: ["patrol"] };
const rows = [
  row("patrol 2020", patrol),
  row("patrol 2019", { ...patrol, day: "2019-07-23" }),
  row("second patrol 2020", { ...patrol, day: "2020-12-28" }),
  row("summit", { actors: ["AAA", "BBB", "CCC"], reviewed: true }),
  row("claimed", { stateMediaOnly: true }),
  row("unsure", { confidence: 0.3 }),
];
const idsUnder = (name: string) => applyRule(rows, countingRule(name)).rows.map((kept) => kept.id);

test("the default rule counts each incident once, in the order of days", () => {
  const counted = applyRule([...rows, rows[0]], DEFAULT_RULE);
  expect(counted.rows.map((kept) => kept.id)).toEqual([
    "patrol 2019",
    "claimed",
    "patrol 2020",
    "summit",
    "unsure",
    "second patrol 2020",
  ]);
  expect(counted.leftOut.size).toBe(0);
});

test("each switch of the rule leaves out what it says, and counts it", () => {
  expect(idsUnder("series once a year")).not.toContain("second patrol 2020");
  expect(idsUnder("series once a year")).toContain("patrol 2019");
  expect(idsUnder("bilateral only")).not.toContain("summit");
  expect(idsUnder("without patrols")).toEqual(["claimed", "summit", "unsure"]);
  expect(idsUnder("without state media")).not.toContain("claimed");
  expect(idsUnder("reviewed only")).toEqual(["summit"]);
  const sure = applyRule(rows, { ...DEFAULT_RULE, name: "sure", minimumConfidence: 0.5, patrols: "out" });
  expect(sure.leftOut).toEqual(
    new Map([
      ["patrol", 3],
      ["low confidence", 1],
    ]),
  );
});

test("a rule is printed in words, and an unknown one is refused with the names there are", () => {
  expect(ruleInWords(DEFAULT_RULE)).toBe(
    'Counting rule "default": each incident by itself, multilateral ones too, patrols in, state media in, reviewed or not, any confidence.',
  );
  expect(new Set(COUNTING_RULES.map(ruleInWords)).size).toBe(COUNTING_RULES.length);
  expect(() => countingRule("mine")).toThrow(/no counting rule "mine".*without patrols/);
});
