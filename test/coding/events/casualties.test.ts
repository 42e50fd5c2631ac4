import { describe, expect, test } from "vitest";
import { reportsOf } from "../../../src/coding/events/index.ts";
import { worldMentions, worldSight } from "../../support/events.ts";
import { analysisOf, type Row } from "../../support/trees.ts";

/** The casualties of the one report, with the words that say so. */
function counted(...rows: Row[]): string | undefined {
  const analysis = analysisOf([...rows, [".", "PUNCT", 2, "punct"]]);
  const [report, ...more] = reportsOf(worldSight(analysis), worldMentions(analysis));
  expect(report).toBeDefined();
  expect(more).toEqual([]);
  if (!report.casualties) return undefined;
  const { killed, wounded, atLeast, span } = report.casualties;
  expect(report.evidence.some(([from, to]) => from <= span[0] && span[1] <= to)).toBe(true);
  return `killed ${killed ?? "?"} wounded ${wounded ?? "?"}${atLeast ? " at least" : ""} “${analysis.text.slice(...span)}”`;
}

const ATTACK: readonly Row[] = [
  ["Ost", "PROPN", 2, "nsubj"],
  ["attacked", "VERB", 0, "root", "attack"],
  ["West", "PROPN", 2, "obj"],
  [",", "PUNCT", 5, "punct"],
];
const killing = (...object: Row[]): Row[] => [...ATTACK, ["killing", "VERB", 2, "advcl", "kill"], ...object];

describe("casualties", () => {
  test("a number in figures and one in words, of dead and wounded", () => {
    expect(
      counted(
        ...killing(
          ["1,200", "NUM", 7, "nummod"],
          ["people", "NOUN", 5, "obj", "people"],
          ["and", "CCONJ", 9, "cc"],
          ["wounding", "VERB", 5, "conj", "wound"],
          ["twelve", "NUM", 9, "obj"],
        ),
      ),
    ).toBe("killed 1200 wounded 12 “killing 1,200 people and wounding twelve”");
  });

  test("a number of several words", () => {
    expect(
      counted(
        ...killing(
          ["forty", "NUM", 8, "compound"],
          ["-", "PUNCT", 8, "punct"],
          ["two", "NUM", 9, "nummod"],
          ["soldiers", "NOUN", 5, "obj", "soldier"],
        ),
      ),
    ).toContain("killed 42 ");
    expect(
      counted(
        ...killing(
          ["two", "NUM", 7, "compound"],
          ["thousand", "NUM", 8, "nummod"],
          ["soldiers", "NOUN", 5, "obj", "soldier"],
        ),
      ),
    ).toContain("killed 2000 ");
  });

  test("at least stays at least", () => {
    expect(
      counted(
        ...killing(
          ["at", "ADP", 7, "case"],
          ["least", "ADJ", 8, "nmod"],
          ["12", "NUM", 9, "nummod"],
          ["people", "NOUN", 5, "obj"],
        ),
      ),
    ).toBe("killed 12 wounded ? at least “killing at least 12”");
  });

  test.each([
    ["dozens", [["dozens", "NOUN", 5, "obj", "dozen"]]],
    [
      "as most",
      [
        ["up", "ADV", 8, "advmod"],
        ["to", "ADP", 8, "case"],
        ["12", "NUM", 9, "nummod"],
        ["people", "NOUN", 5, "obj"],
      ],
    ],
    [
      "of things",
      [
        ["12", "NUM", 7, "nummod"],
        ["drones", "NOUN", 5, "obj", "drone"],
      ],
    ],
  ] satisfies [string, Row[]][])("no number where it is given %s", (_, object) => {
    expect(counted(...killing(...object))).toBeUndefined();
  });

  test("lives that were claimed", () => {
    expect(
      counted(
        ...ATTACK,
        ["claiming", "VERB", 2, "advcl", "claim"],
        ["40", "NUM", 7, "nummod"],
        ["lives", "NOUN", 5, "obj", "life"],
      ),
    ).toBe("killed 40 wounded ? “40 lives”");
  });

  test("more than a number holds its words", () => {
    expect(
      counted(
        ...ATTACK.slice(0, 3),
        ["and", "CCONJ", 5, "cc"],
        ["left", "VERB", 2, "conj", "leave"],
        ["more", "ADJ", 8, "advmod"],
        ["than", "ADP", 6, "fixed"],
        ["100", "NUM", 5, "obj"],
        ["wounded", "ADJ", 5, "xcomp"],
      ),
    ).toBe("killed ? wounded 100 at least “more than 100 wounded”");
  });

  test("a passive in a clause beside the event", () => {
    expect(
      counted(
        ...ATTACK.slice(0, 3),
        ["and", "CCONJ", 7, "cc"],
        ["three", "NUM", 7, "nsubj:pass"],
        ["were", "AUX", 7, "aux:pass", "be"],
        ["injured", "VERB", 2, "conj", "injure"],
      ),
    ).toBe("killed ? wounded 3 “three were injured”");
  });

  test("a participle that the tree takes for an attribute", () => {
    expect(
      counted(
        ...killing(
          ["six", "NUM", 7, "nummod"],
          ["people", "NOUN", 5, "obj", "people"],
          ["and", "CCONJ", 13, "cc"],
          ["injured", "VERB", 13, "amod", "injure"],
          ["at", "ADP", 12, "case"],
          ["least", "ADJ", 12, "nmod"],
          ["21", "NUM", 13, "nummod"],
          ["others", "NOUN", 7, "conj", "other"],
        ),
      ),
    ).toMatch(/^killed 6 wounded 21/);
  });

  test("one person without a number", () => {
    expect(counted(...killing(["a", "DET", 7, "det"], ["soldier", "NOUN", 5, "obj"]))).toBe(
      "killed 1 wounded ? “killing a soldier”",
    );
  });

  test("no one is no number", () => {
    expect(counted(...killing(["no", "DET", 7, "det"], ["one", "NUM", 5, "obj"]))).toBeUndefined();
  });

  test("the dead of another attack are not this one's", () => {
    expect(
      counted(
        ...ATTACK.slice(0, 3),
        ["after", "ADP", 6, "case"],
        ["a", "DET", 6, "det"],
        ["raid", "NOUN", 2, "obl"],
        ["that", "PRON", 8, "nsubj"],
        ["killed", "VERB", 6, "acl:relcl", "kill"],
        ["12", "NUM", 10, "nummod"],
        ["people", "NOUN", 8, "obj"],
      ),
    ).toBeUndefined();
  });

  test("a toll that rose", () => {
    expect(
      counted(
        ...ATTACK.slice(0, 3),
        ["and", "CCONJ", 8, "cc"],
        ["the", "DET", 7, "det"],
        ["death", "NOUN", 7, "compound"],
        ["toll", "NOUN", 8, "nsubj"],
        ["rose", "VERB", 2, "conj", "rise"],
        ["to", "ADP", 10, "case"],
        ["14", "NUM", 8, "obl"],
      ),
    ).toBe("killed 14 wounded ? “death toll rose to 14”");
  });

  test("dozens with a number", () => {
    expect(
      counted(
        ...killing(
          ["two", "NUM", 7, "compound"],
          ["dozen", "NUM", 8, "nummod"],
          ["people", "NOUN", 5, "obj", "people"],
        ),
      ),
    ).toContain("killed 24 ");
    expect(
      counted(
        ...killing(["a", "DET", 7, "det"], ["dozen", "NOUN", 8, "nummod"], ["people", "NOUN", 5, "obj", "people"]),
      ),
    ).toContain("killed 12 ");
  });

  test("the number of the dead is not the wounded's", () => {
    expect(
      counted(
        ...ATTACK.slice(0, 3),
        ["and", "CCONJ", 5, "cc"],
        ["left", "VERB", 2, "conj", "leave"],
        ["15", "NUM", 5, "obj"],
        ["dead", "ADJ", 5, "xcomp"],
        ["and", "CCONJ", 10, "cc"],
        ["many", "ADJ", 10, "nsubj"],
        ["wounded", "ADJ", 7, "conj"],
      ),
    ).toBe("killed 15 wounded ? “15 dead”");
  });
});
