import { describe, expect, test } from "vitest";
import { repaired } from "../../../src/coding/events/mends/repair.ts";
import { lacksModel, toldIn } from "../../support/passages.ts";
import { analysisOf, type Row } from "../../support/trees.ts";

const edges = (rows: readonly Row[]): string => {
  const { head, relation } = repaired(analysisOf(rows));
  return relation.map((name, token) => `${name}<${head[token]}`).join(" ");
};

const struck = (preposition: string, last: string): Row[] => [
  ["Boats", "NOUN", 3, "nsubj:pass", "boat"],
  ["were", "AUX", 3, "aux:pass", "be"],
  ["struck", "VERB", 0, "root", "strike"],
  [preposition, "ADP", 5, "case"],
  ["torches", "NOUN", 3, "obl", "torch"],
  [last, "ADP", 7, "case"],
  ["Ost", "PROPN", 5, "nmod"],
];

const gave = (day: string, gift: string): Row[] => [
  ["Ost", "PROPN", 2, "nsubj:pass"],
  ["gave", "VERB", 0, "root", "give"],
  ["on", "ADP", 5, "case"],
  [day, "PROPN", 5, "compound"],
  [gift, "NOUN", 2, "obl"],
];

describe("the agent of a passive", () => {
  test("is found behind the tool on which it was hung", () => {
    expect(edges(struck("with", "by"))).toBe("nsubj:pass<2 aux:pass<2 root<-1 case<4 obl<2 case<6 obl<2");
  });
  test.each([
    ["with", "of"],
    ["during", "by"],
  ])("stays where it is hung: %s … %s", (preposition, last) => {
    expect(edges(struck(preposition, last)).endsWith("nmod<4")).toBe(true);
  });
});

describe("a day before the object", () => {
  test("is parted from it, and who gives it is the subject", () => {
    expect(edges(gave("Monday", "tents"))).toBe("nsubj<1 root<-1 case<3 obl<1 obj<1");
  });
  test.each([
    ["Monday", "morning"],
    ["holiday", "tents"],
  ])("stays with what is no object, or is no day: %s %s", (day, gift) => {
    expect(edges(gave(day, gift))).toBe("nsubj:pass<1 root<-1 case<4 compound<4 obl<1");
  });
});

describe.skipIf(lacksModel("agents.test.ts"))("agents in the wrong place", () => {
  test.each([
    [
      "Danish soldiers were attacked with poisoned arrows by Latvian troops near the border.",
      ["ASSAULT Latvian troops > Danish soldiers"],
    ],
    [
      "Latvia handed on Tuesday boats for two harbours in southern Ghana, engines for five villages and nets.",
      ["AID Latvia > Ghana"],
    ],
    ["Danish fishermen were beaten with rods on the island of a chief by Latvian fishermen.", []],
    ["Ten tractors donated on Friday morning for Ghana were lost.", []],
  ])("tell: %j", (passage, told) => {
    expect(toldIn(passage)).toEqual(told);
  });
});
