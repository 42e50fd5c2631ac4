import { describe, expect, test } from "vitest";
import { addCounts, emptyCounts, f1, type GoldText, METRICS } from "../../eval/language/conll18.ts";
import { givenOf, readConllu } from "../../src/language/index.ts";
import type { Analysis } from "../../src/schema/index.ts";
import { analysisOf } from "../support/trees.ts";

const GOLD = `1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\tmeet\tmeet\tVERB\tVBP\t_\t0\troot\t_\t_
3\tin\tin\tADP\tIN\t_\t4\tcase\t_\t_
4\tMoscow\tMoscow\tPROPN\tNNP\t_\t2\tobl:unmarked\t_\t_
`;

function gold(): GoldText {
  const sentences = [...readConllu(GOLD)];
  const { text, start, end, sentenceStart } = givenOf(sentences);
  return { text, start, end, sentenceStart, words: sentences.flatMap(({ words }) => words) };
}

const right = (): Analysis => ({
  ...analysisOf([
    ["They", "PRON", 2, "nsubj"],
    ["meet", "VERB", 0, "root"],
    ["in", "ADP", 4, "case"],
    ["Moscow", "PROPN", 2, "obl"],
  ]),
  xpos: ["PRP", "VBP", "IN", "NNP"],
});

const scores = (analysis: Analysis) => {
  const counts = emptyCounts();
  addCounts(counts, gold(), analysis);
  return { counts, percent: Object.fromEntries(METRICS.map((metric) => [metric, f1(counts.metrics[metric])])) };
};

describe("the scores of CoNLL 2018", () => {
  test("are 100 where all is right, subtypes of relations aside", () => {
    expect(new Set(Object.values(scores(right()).percent))).toEqual(new Set([100]));
    expect(f1(scores(right()).counts.relations.get("obl:unmarked") ?? { right: 0, gold: 0, system: 0 })).toBe(0);
  });

  test("a wrong head costs UAS and LAS", () => {
    const analysis = { ...right(), head: Int32Array.of(1, -1, 1, 1) };
    expect(scores(analysis).percent).toMatchObject({ UAS: 75, LAS: 75, UPOS: 100 });
  });

  test("a wrong relation costs LAS alone", () => {
    const analysis = { ...right(), relation: ["nsubj", "root", "mark", "obl"] };
    expect(scores(analysis).percent).toMatchObject({ UAS: 100, LAS: 75 });
  });

  test("a word that was not found counts against both precision and recall", () => {
    const short = analysisOf([
      ["They", "PRON", 2, "nsubj"],
      ["meet", "VERB", 0, "root"],
      ["in", "ADP", 2, "case"],
    ]);
    expect(scores(short).percent).toMatchObject({ Words: (200 * 3) / 7, Sentences: 0, UAS: (200 * 2) / 7 });
  });

  test("nothing to find has no score", () => {
    expect(f1({ right: 0, gold: 0, system: 0 })).toBeUndefined();
  });
});
