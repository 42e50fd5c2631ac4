import { describe, expect, test } from "vitest";
import { calibrationError, reliabilityBins } from "../../eval/coding/calibration.ts";
import { reliabilityFigure } from "../../eval/coding/reliability.ts";

const answers = (confidence: number, right: number, wrong: number) =>
  Array.from({ length: right + wrong }, (_, index) => ({ confidence, right: index < right }));

describe("expected calibration error (Naeini, Cooper and Hauskrecht 2015)", () => {
  test("is nothing where eight of ten answers of 0.8 are right", () => {
    expect(calibrationError(answers(0.8, 8, 2))).toBeCloseTo(0, 12);
  });
  test("weighs bins by their answers", () => {
    const mixed = [...answers(0.95, 5, 5), ...answers(0.55, 11, 9)];
    expect(calibrationError(mixed)).toBeCloseTo((10 * 0.45) / 30, 12);
  });
  test("is undefined without answers", () => {
    expect(calibrationError([])).toBeUndefined();
  });
});

describe("the reliability figure", () => {
  const bins = reliabilityBins([...answers(1, 3, 0), ...answers(0.31, 1, 2), ...answers(0.33, 0, 1)]);
  test("puts certainty into the last bin and leaves empty bins out", () => {
    expect(bins.map(({ count, right }) => [count, right])).toEqual([
      [4, 0.25],
      [3, 1],
    ]);
  });
  test("has a point and its count for each bin", () => {
    const svg = reliabilityFigure("Four and three answers", bins);
    expect(svg.match(/<circle/g)).toHaveLength(2);
    expect(svg).toContain("<title>Four and three answers</title>");
    expect(svg).toMatch(/>4<\/text>/);
  });
});
