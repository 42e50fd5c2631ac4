import { describe, expect, test } from "vitest";
import { attachPairedMarks } from "../../src/language/network/paired-marks.ts";
import { analysisOf, type Row } from "../support/trees.ts";

/** Heads by form after the marks were hung anew. */
function heads(...rows: Row[]): string[] {
  const { head, relation, text, start, end } = analysisOf(rows);
  const forms = rows.map(([form]) => form);
  attachPairedMarks(forms, relation, head, { from: 0, to: rows.length });
  return Array.from(head, (own) => (own < 0 ? "root" : text.slice(start[own], end[own])));
}

describe("pairs of marks", () => {
  test("a quotation's marks hang on its top", () => {
    expect(
      heads(
        ["“", "PUNCT", 6, "punct"],
        ["We", "PRON", 3, "nsubj"],
        ["agree", "VERB", 6, "ccomp"],
        ["”", "PUNCT", 6, "punct"],
        ["he", "PRON", 6, "nsubj"],
        ["said", "VERB", 0, "root"],
      ),
    ).toEqual(["agree", "agree", "said", "agree", "said", "root"]);
  });

  test("where the inside has two tops, each mark hangs on the nearer", () => {
    expect(
      heads(
        ["(", "PUNCT", 3, "punct"],
        ["yes", "INTJ", 5, "discourse"],
        ["no", "INTJ", 5, "discourse"],
        [")", "PUNCT", 2, "punct"],
        ["left", "VERB", 0, "root"],
      ),
    ).toEqual(["yes", "left", "left", "no", "root"]);
  });

  test("a mark that is never closed stays where it was", () => {
    expect(heads(["“", "PUNCT", 3, "punct"], ["We", "PRON", 3, "nsubj"], ["agree", "VERB", 0, "root"])).toEqual([
      "agree",
      "agree",
      "root",
    ]);
  });

  test("a mark that something hangs on is left alone, so that a tree stays a tree", () => {
    const rows: Row[] = [
      ["(", "PUNCT", 3, "punct"],
      ["a", "X", 1, "dep"],
      ["b", "X", 0, "root"],
      [")", "PUNCT", 3, "punct"],
    ];
    expect(heads(...rows)).toEqual(["b", "(", "root", "b"]);
  });

  test("nothing inside, nothing changed", () => {
    expect(heads(["(", "PUNCT", 3, "punct"], [")", "PUNCT", 3, "punct"], ["a", "X", 0, "root"])).toEqual([
      "a",
      "a",
      "root",
    ]);
  });
});
