import { describe, expect, test } from "vitest";
import { repaired } from "../../../src/coding/events/repair.ts";
import { analysisOf, type Row } from "../../support/trees.ts";

/** A hand-written tree with Penn tags for its verbs. */
function parsed(rows: readonly Row[], tags: Readonly<Record<number, string>>) {
  const analysis = analysisOf(rows);
  return { ...analysis, xpos: analysis.xpos.map((tag, token) => tags[token] ?? tag) };
}

const edges = ({ head, relation }: ReturnType<typeof parsed>): string =>
  relation.map((name, token) => `${name}<${head[token]}`).join(" ");

describe("the repair of misread past tenses", () => {
  test("makes the participle behind has the predicate", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 2, "nsubj"],
      ["has", "AUX", 0, "root", "have"],
      ["cut", "VERB", 4, "amod"],
      ["ties", "NOUN", 2, "obj", "tie"],
      [".", "PUNCT", 2, "punct"],
    ];
    expect(edges(repaired(parsed(rows, { 2: "VBN" })) as never)).toBe("nsubj<2 aux<2 root<-1 obj<2 punct<2");
  });
  test("makes the only verb of a noun phrase the predicate", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 3, "compound"],
      ["imposed", "VERB", 3, "amod", "impose"],
      ["sanctions", "NOUN", 0, "root", "sanction"],
      [".", "PUNCT", 3, "punct"],
    ];
    expect(edges(repaired(parsed(rows, { 1: "VBD" })) as never)).toBe("nsubj<1 root<-1 obj<1 punct<1");
  });
  test("leaves a true participle alone", () => {
    const rows: Row[] = [
      ["Seized", "VERB", 2, "amod", "seize"],
      ["ships", "NOUN", 3, "nsubj", "ship"],
      ["sank", "VERB", 0, "root", "sink"],
    ];
    const analysis = parsed(rows, { 0: "VBN", 2: "VBD" });
    expect(edges(repaired(analysis) as never)).toBe(edges(analysis));
  });
  test("gives a visiting minister back to the talks", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 2, "nsubj"],
      ["met", "VERB", 0, "root", "meet"],
      ["with", "SCONJ", 4, "mark"],
      ["visiting", "VERB", 2, "advcl", "visit"],
      ["ministers", "NOUN", 4, "obj", "minister"],
    ];
    expect(edges(repaired(parsed(rows, { 3: "VBG" })) as never)).toBe("nsubj<1 root<-1 case<4 amod<4 obl<1");
  });
  test("makes a name before the verb of a headline its subject", () => {
    const rows: Row[] = [
      ["Ost", "PROPN", 4, "vocative"],
      [",", "PUNCT", 1, "punct"],
      ["West", "PROPN", 1, "appos"],
      ["talk", "VERB", 0, "root", "talk"],
    ];
    expect(edges(repaired(parsed(rows, { 3: "VBP" })) as never)).toBe("nsubj<3 punct<0 appos<0 root<-1");
  });
});
