import { describe, expect, test } from "vitest";
import { reportsOf } from "../../../src/coding/events/index.ts";
import { reportLine, worldMentions, worldSight } from "../../support/events.ts";
import { analysisOf, type Row } from "../../support/trees.ts";

function lines(...rows: Row[]): string[] {
  const analysis = analysisOf(rows);
  return reportsOf(worldSight(analysis), worldMentions(analysis)).map(reportLine);
}

const attack = (subject: number, head: number, relation: string): Row[] => [
  ["Ost", "PROPN", subject + 2, "nsubj"],
  ["will", "AUX", subject + 2, "aux"],
  ["attack", "VERB", head, relation],
  ["West", "PROPN", subject + 2, "obj"],
];

describe("what is only supposed is no event", () => {
  test("Ost would have attacked West.", () => {
    expect(
      lines(
        ["Ost", "PROPN", 4, "nsubj"],
        ["would", "AUX", 4, "aux"],
        ["have", "AUX", 4, "aux"],
        ["attacked", "VERB", 0, "root", "attack"],
        ["West", "PROPN", 4, "obj"],
        [".", "PUNCT", 4, "punct"],
      ),
    ).toEqual([]);
  });
  test("Analysts fear Ost will attack West.", () => {
    expect(
      lines(["Analysts", "NOUN", 2, "nsubj", "analyst"], ["fear", "VERB", 0, "root"], ...attack(3, 2, "ccomp"), [
        ".",
        "PUNCT",
        2,
        "punct",
      ]),
    ).toEqual([]);
  });
  test("what a question without quotation marks asks", () => {
    const asked = (mark: string) => lines(...attack(1, 0, "root"), [mark, "PUNCT", 3, "punct"]);
    expect(asked("?")).toEqual([]);
    expect(asked(".")).toHaveLength(1);
  });
  test("Ost should not attack West.", () => {
    expect(
      lines(
        ["Ost", "PROPN", 4, "nsubj"],
        ["should", "AUX", 4, "aux"],
        ["not", "PART", 4, "advmod"],
        ["attack", "VERB", 0, "root"],
        ["West", "PROPN", 4, "obj"],
        [".", "PUNCT", 4, "punct"],
      ),
    ).toEqual([]);
  });
  test("Mark eats instead of attacking West.", () => {
    expect(
      lines(
        ["Mark", "PROPN", 2, "nsubj"],
        ["eats", "VERB", 0, "root", "eat"],
        ["instead", "ADV", 5, "mark"],
        ["of", "ADP", 3, "fixed"],
        ["attacking", "VERB", 2, "advcl", "attack"],
        ["West", "PROPN", 5, "obj"],
        [".", "PUNCT", 2, "punct"],
      ),
    ).toEqual([]);
  });
  test("Any attack by Ost hurts.", () => {
    const attacked = (determiner: string) =>
      lines(
        [determiner, "DET", 2, "det"],
        ["attack", "NOUN", 7, "nsubj"],
        ["by", "ADP", 4, "case"],
        ["Ost", "PROPN", 2, "nmod"],
        ["on", "ADP", 6, "case"],
        ["West", "PROPN", 2, "nmod"],
        ["hurts", "VERB", 0, "root", "hurt"],
        [".", "PUNCT", 7, "punct"],
      );
    expect(attacked("any")).toEqual([]);
    expect(attacked("the")).toHaveLength(1);
  });
  test("Ost will eat in case West attacks Mark.", () => {
    const told = (second: string) =>
      lines(
        ["Ost", "PROPN", 3, "nsubj"],
        ["will", "AUX", 3, "aux"],
        ["eat", "VERB", 0, "root"],
        ["in", "ADP", 5, "case"],
        [second, "NOUN", 3, "obl"],
        ["West", "PROPN", 7, "nsubj"],
        ["attacks", "VERB", 3, "parataxis", "attack"],
        ["Mark", "PROPN", 7, "obj"],
        [".", "PUNCT", 3, "punct"],
      );
    expect(told("case")).toEqual([]);
    expect(told("spring")).toHaveLength(1);
  });
  test("Ost may attack West.", () => {
    const told = (...rows: Row[]) => lines(...rows, [".", "PUNCT", 3, "punct"]);
    const [subject, , verb, object] = attack(1, 0, "root");
    expect(told(subject, ["may", "AUX", 3, "aux"], verb, object)).toEqual([]);
    expect(told(subject, ["will", "AUX", 3, "aux"], verb, object)).toHaveLength(1);
  });
});
