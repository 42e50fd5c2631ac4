import { expect, test } from "vitest";
import { readoutOf } from "../../src/measures/index.ts";
import { analysisOf } from "../support/trees.ts";

const analysis = analysisOf(
  [
    ["The", "DET", 2, "det"],
    ["ministers", "NOUN", 3, "nsubj", "minister"],
    ["condemned", "VERB", 0, "root", "condemn"],
    ["piracy", "NOUN", 3, "obj", "piracy"],
    ["and", "CCONJ", 6, "cc"],
    ["praised", "VERB", 3, "conj", "praise"],
    ["the", "DET", 8, "det"],
    ["convoy", "NOUN", 6, "obj", "convoy"],
    [".", "PUNCT", 3, "punct"],
  ],
  [
    ["Arnor", "PROPN", 2, "nsubj", "Arnor"],
    ["said", "VERB", 0, "root", "say"],
    ["that", "SCONJ", 5, "mark"],
    ["trade", "NOUN", 5, "nsubj", "trade"],
    ["grew", "VERB", 2, "ccomp", "grow"],
    [".", "PUNCT", 2, "punct"],
  ],
  [
    ["ANNUMINAS", "PROPN", 0, "root", "Annuminas"],
    ["April", "PROPN", 1, "dep", "April"],
  ],
);
const at = (word: string): [number, number] => {
  const start = analysis.text.indexOf(word);
  return [start, start + word.length];
};
const readout = readoutOf({
  document: "d1",
  side: "ARN",
  analysis,
  named: [at("Arnor")],
  reports: [
    { evidence: [at("condemned piracy")], score: -3 },
    { evidence: [at("piracy")], score: -2 },
  ],
});

test("each clause with a point of its own is a statement, with its content words", () => {
  expect(readout.statements.map((statement) => [statement.text, statement.lemmas])).toEqual([
    ["The ministers condemned piracy", ["condemn", "piracy"]],
    ["and praised the convoy", ["praise", "convoy"]],
    ["that trade grew", ["trade", "grow"]],
  ]);
  for (const { span, text } of readout.statements) expect(analysis.text.slice(...span)).toBe(text);
});

test("a statement's tone is the mean score of the reports that begin in it, and absent without one", () => {
  expect(readout.statements.map((statement) => statement.tone)).toEqual([-2.5, undefined, undefined]);
});

test("that somebody said it, a name alone and a dateline are no statements", () => {
  const lemmas = readout.statements.flatMap((statement) => statement.lemmas);
  expect(lemmas).not.toContain("say");
  expect(lemmas).not.toContain("arnor");
  expect(lemmas).not.toContain("annuminas");
});
