import { describe, expect, test } from "vitest";
import {
  answerPassages,
  coreferenceFigures,
  passageOf,
  passages,
  verdictOf,
} from "../../../eval/coding/coreference.ts";
import { modelPath, shippedReader } from "../../../training/coder/shipped.ts";
import { lines, p, stop } from "../../support/mentions.ts";
import type { Row } from "../../support/trees.ts";

const noModel = modelPath() === undefined;
if (noModel) console.warn("coreference.test.ts: skipped, there is no model in model/; build it with the training");

describe("passages with their pronouns marked", () => {
  test("marks are parted from the text", () => {
    const { part, text, wanted } = passageOf(
      "fresh | Russia said [it=RUS] and [the two=RUS+CHN] would. [It=-] rained.",
    );
    expect([part, text]).toEqual(["fresh", "Russia said it and the two would. It rained."]);
    expect(wanted.map(({ span, who }) => [text.slice(...span), who])).toEqual([
      ["it", ["RUS"]],
      ["the two", ["RUS", "CHN"]],
      ["It", []],
    ]);
  });
  test("there are at least 120 of them", () => {
    expect(passages().flatMap(({ wanted }) => wanted).length).toBeGreaterThanOrEqual(120);
  });
});

describe.skipIf(noModel)("pronouns in prose", () => {
  test("most stand for the right ones, few for wrong ones", () => {
    const figures = coreferenceFigures(shippedReader());
    for (const { name, value } of figures) console.log(`${name} ${value.toFixed(1)} %`);
    const [right, wrong, freshRight, freshWrong] = figures.map(({ value }) => value);
    expect(right).toBeGreaterThan(90);
    expect(wrong).toBeLessThan(8);
    expect(freshRight).toBeGreaterThan(85);
    expect(freshWrong).toBeLessThan(14);
  });
  test("who is not found is silent, never wrong", () => {
    const reader = shippedReader();
    const verdicts = answerPassages(reader).map(({ wanted }) => verdictOf(wanted, [], reader));
    expect(new Set(verdicts)).toEqual(new Set(["silent", "right"]));
  });
});

const pron = (form: string, head: number, relation: string): Row => [form, "PRON", head, relation];
const last = (rows: readonly Row[][]): string => lines(rows).at(-1) ?? "";

describe("binding", () => {
  const clause = (verb: string, lemma: string, noun: string): Row[] => [
    p("Arvania", 2, "nsubj"),
    [verb, "VERB", 0, "root", lemma],
    pron("its", 4, "nmod:poss"),
    [noun, "NOUN", 2, "obj"],
    stop(2),
  ];
  const before: Row[] = [p("Borland", 2, "nsubj"), ["moved", "VERB", 0, "root", "move"], stop(2)];

  test("a possessive in the object is the subject's own", () => {
    expect(last([before, clause("moved", "move", "borders")])).toBe("its: actor ARV ARV GOV -> Arvania");
  });
  test("what is violated is somebody else's", () => {
    expect(last([before, clause("violated", "violate", "borders")])).toBe("its: actor BOR BOR GOV -> Borland");
  });
  test("an object is not the subject of its own verb", () => {
    const row: Row[] = [p("Arvania", 2, "nsubj"), ["left", "VERB", 0, "root", "leave"], pron("it", 2, "obj"), stop(2)];
    expect(last([before, row])).toBe("it: actor BOR BOR GOV -> Borland");
    expect(last([row])).toBe("Arvania: actor ARV ARV GOV");
  });
  test("itself is the subject", () => {
    const row: Row[] = [
      p("Arvania", 2, "nsubj"),
      ["armed", "VERB", 0, "root", "arm"],
      pron("itself", 2, "obj"),
      stop(2),
    ];
    expect(last([before, row])).toBe("itself: actor ARV ARV GOV -> Arvania");
  });
  test("who says what it does is it", () => {
    const row: Row[] = [
      p("Arvania", 2, "nsubj"),
      ["told", "VERB", 0, "root", "tell"],
      p("Borland", 2, "obj"),
      pron("it", 6, "nsubj"),
      ["would", "AUX", 6, "aux"],
      ["act", "VERB", 2, "ccomp"],
      stop(2),
    ];
    expect(last([row])).toBe("it: actor ARV ARV GOV -> Arvania");
  });
  test("an accused one is accused of its own", () => {
    const row: Row[] = [
      p("Arvania", 2, "nsubj"),
      ["thanked", "VERB", 0, "root", "thank"],
      p("Borland", 2, "obj"),
      ["for", "ADP", 6, "case"],
      pron("its", 6, "nmod:poss"),
      ["help", "NOUN", 2, "obl"],
      stop(2),
    ];
    expect(last([row])).toBe("its: actor BOR BOR GOV -> Borland");
  });
  test("the former and the latter", () => {
    const pact: Row[] = [
      p("Arvania", 4, "nsubj"),
      ["and", "CCONJ", 3, "cc"],
      p("Borland", 1, "conj"),
      ["agreed", "VERB", 0, "root", "agree"],
      stop(4),
    ];
    const one = (which: string): Row[] => [
      ["the", "DET", 2, "det"],
      [which, "ADJ", 3, "nsubj"],
      ["left", "VERB", 0, "root", "leave"],
      stop(3),
    ];
    expect(last([pact, one("former")])).toContain("-> Arvania");
    expect(last([pact, one("latter")])).toContain("-> Borland");
  });
});
