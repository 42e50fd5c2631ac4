import { describe, expect, test } from "vitest";
import { lines, p, said, stop } from "../../support/mentions.ts";
import type { Row } from "../../support/trees.ts";

describe("groups", () => {
  const pact: Row[] = [
    p("Arvania", 4, "nsubj"),
    ["and", "CCONJ", 3, "cc"],
    p("Borland", 1, "conj"),
    ["agreed", "VERB", 0, "root", "agree"],
    stop(4),
  ];

  test.each([
    [["the", "two", "nations"]],
    [["the", "two", "sides"]],
    [["both", "countries"]],
    [["both", "sides"]],
    [["the", "two", "militaries"]],
  ])("%s stand for both states", (words) => {
    const noun = words.length;
    const row: Row[] = [
      ...words.map(
        (word, index): Row => [
          word,
          index + 1 === noun ? "NOUN" : "DET",
          index + 1 === noun ? noun + 1 : noun,
          index + 1 === noun ? "nsubj" : "det",
        ],
      ),
      said(0),
      stop(noun + 1),
    ];
    expect(lines([pact, row]).at(-1)).toContain("-> Arvania + Borland");
  });

  const alliance = (...words: string[]): Row[] => {
    const noun = words.length;
    const before = words.slice(0, -1).map((word, index): Row => [word, index === 0 ? "DET" : "ADJ", noun, "det"]);
    return [...before, [words[noun - 1], "NOUN", noun + 1, "nsubj"], said(0), stop(noun + 1)];
  };

  test.each([["this coalition"], ["this new axis"], ["that alliance"]])(
    "%s stands for the states named last",
    (words) => {
      expect(lines([pact, alliance(...words.split(" "))]).at(-1)).toContain("-> Arvania + Borland");
    },
  );

  test("it stands for the alliance before it", () => {
    const it: Row[] = [["It", "PRON", 2, "nsubj"], ["acted", "VERB", 0, "root", "act"], stop(2)];
    expect(lines([pact, alliance("this", "coalition"), it]).at(-1)).toBe(
      "It: actor group.ARV+BOR null GOV -> Arvania + Borland",
    );
  });

  test("an alliance stands for nobody where no two states were named together", () => {
    const alone: Row[] = [p("Arvania", 2, "nsubj"), said(0), stop(2)];
    expect(lines([alone, alliance("this", "coalition")])).toEqual(["Arvania: actor ARV ARV GOV"]);
    expect(lines([pact, alliance("some", "coalition")])).toHaveLength(2);
  });

  test("the presidents stand for the persons where the text has them", () => {
    const persons: Row[] = [
      p("Ada", 6, "nsubj"),
      p("Moor", 1, "flat"),
      ["and", "CCONJ", 4, "cc"],
      p("Otto", 1, "conj"),
      p("Brand", 4, "flat"),
      ["met", "VERB", 0, "root", "meet"],
      stop(6),
    ];
    const row: Row[] = [["The", "DET", 2, "det"], ["presidents", "NOUN", 3, "nsubj", "president"], said(0), stop(3)];
    expect(lines([persons, row]).at(-1)).toBe("presidents: actor group.ARV+BOR null GOV -> Ada Moor + Otto Brand");
    expect(lines([pact, row]).at(-1)).toBe("presidents: actor group.ARV+BOR null GOV -> Arvania + Borland");
  });

  test("the two men are persons and never states", () => {
    const men: Row[] = [
      ["The", "DET", 3, "det"],
      ["two", "NUM", 3, "nummod"],
      ["men", "NOUN", 4, "nsubj", "man"],
      said(0),
      stop(4),
    ];
    const persons: Row[] = [
      p("Zeno", 6, "nsubj"),
      p("Vale", 1, "flat"),
      ["and", "CCONJ", 4, "cc"],
      p("Otto", 1, "conj"),
      p("Brand", 4, "flat"),
      ["met", "VERB", 0, "root", "meet"],
      stop(6),
    ];
    expect(lines([persons, men]).at(-1)).toBe("men: actor group.BOR BOR CVL -> Zeno Vale + Otto Brand");
    expect(lines([pact, men]).at(-1)).toBe("men: actor unknown.man null CVL");
  });

  test("a counterpart holds the same office in the other state", () => {
    const row: Row[] = [
      ["Borlandic", "ADJ", 2, "amod"],
      p("President", 3, "compound"),
      p("Otto", 5, "nsubj"),
      p("Brand", 3, "flat"),
      ["met", "VERB", 0, "root", "meet"],
      ["his", "PRON", 8, "nmod:poss"],
      ["Arvanian", "ADJ", 8, "amod"],
      ["counterpart", "NOUN", 5, "obj"],
      stop(5),
    ];
    expect(lines([row]).at(-1)).toBe("Arvanian counterpart: actor person.ada-moor ARV GOV");
  });

  test("their means those joined by and; its means the one", () => {
    const row: Row[] = [
      ["Their", "PRON", 2, "nmod:poss"],
      ["alliance", "NOUN", 3, "nsubj"],
      ["grew", "VERB", 0, "root", "grow"],
      stop(3),
    ];
    const its: Row[] = [
      p("Cestia", 2, "nsubj"),
      ["moved", "VERB", 0, "root", "move"],
      ["its", "PRON", 5, "nmod:poss"],
      ["air", "NOUN", 5, "compound"],
      ["force", "NOUN", 2, "obj"],
      stop(2),
    ];
    expect(lines([pact, row, its]).slice(2)).toEqual([
      "Their: actor group.ARV+BOR null GOV -> Arvania + Borland",
      "Cestia: actor CES CES GOV",
      "its air force: actor CES.mil CES MIL",
    ]);
  });

  test("three nations are not two", () => {
    const row: Row[] = [
      ["the", "DET", 3, "det"],
      ["three", "NUM", 3, "nummod"],
      ["nations", "NOUN", 4, "nsubj"],
      said(0),
      stop(4),
    ];
    expect(lines([pact, row])).toHaveLength(2);
  });
});
