import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { brierScore, calibrationError, keptFrom, rankedRight } from "../../eval/coding/calibration.ts";
import { heldOutConfidences } from "../../training/coder/confidence-folds.ts";
import { fitLogistic, predicted } from "../../training/coder/logistic.ts";
import { judgedReports } from "../../training/coder/verdicts.ts";

const answers = [
  { confidence: 0.9, right: true },
  { confidence: 0.6, right: false },
  { confidence: 0.6, right: true },
  { confidence: 0.2, right: false },
];

describe("how well confidence parts right from wrong", () => {
  test("the Brier score is the mean squared distance (Brier 1950)", () => {
    expect(brierScore(answers)).toBeCloseTo((0.01 + 0.36 + 0.16 + 0.04) / 4, 12);
    expect(brierScore([])).toBeUndefined();
  });
  test("the area under the ROC curve counts pairs, a tie for half (Mann and Whitney 1947)", () => {
    expect(rankedRight(answers)).toBeCloseTo(3.5 / 4, 12);
    expect(rankedRight(answers.slice(0, 1))).toBeUndefined();
  });
  test("a threshold keeps some of the right ones", () => {
    expect(keptFrom(answers, 0.6)).toEqual({ kept: 0.75, right: 2 / 3, ofRight: 1 });
  });
});

describe("logistic regression", () => {
  const rows = Array.from({ length: 200 }, (_, at) => [at % 2, (at * 7) % 5]);
  test("gives the log odds of a table of two by two, without a penalty", () => {
    const right = rows.map(([first], at) => (first === 1 ? at % 10 !== 1 : at % 10 === 0));
    const fitted = fitLogistic(
      rows.map(([first]) => [first]),
      right,
      0,
    );
    expect(predicted(fitted, [1])).toBeCloseTo(0.8, 6);
    expect(predicted(fitted, [0])).toBeCloseTo(0.2, 6);
  });
  test("a heavy penalty leaves the share of right ones alone", () => {
    const right = rows.map((_, at) => at % 4 === 0);
    expect(predicted(fitLogistic(rows, right, 1e9), [1, 3])).toBeCloseTo(0.25, 5);
  });
});

describe("the judged reports", () => {
  const reports = judgedReports();
  const documents = readFileSync(join(import.meta.dirname, "../../training/coder/verdicts/documents.tsv"), "utf8");
  const sources = documents.trimEnd().split("\n").slice(1);
  test("each stands in a document whose source and licence are named", () => {
    const named = new Set(sources.map((line) => line.split("\t")[0]));
    expect(reports.filter(({ document }) => !named.has(document))).toEqual([]);
    expect(sources.filter((line) => !/^\S+\t(\d{4}-\d\d-\d\d|-)\t[^\t]+\thttps?:[^\t]+$/.test(line))).toEqual([]);
  });
  test("each is there once", () => {
    expect(new Set(reports.map(({ key }) => key)).size).toBe(reports.length);
  });
  test("their confidence in folds is calibrated, and tells right from wrong", () => {
    const held = heldOutConfidences(reports);
    expect(held).toHaveLength(reports.length);
    expect(calibrationError(held)).toBeLessThan(0.05);
    expect(rankedRight(held)).toBeGreaterThan(0.7);
  });
});
