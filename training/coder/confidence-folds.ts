import { createHash } from "node:crypto";
import { SIGNS } from "../../src/coding/events/signs.ts";
import { fitLogistic, type Logistic, predicted } from "./logistic.ts";
import type { JudgedReport } from "./verdicts.ts";

/** The weight of the ridge penalty, on columns of unit variance. */
const RIDGE = 10;
const FOLDS = 5;

const valuesOf = ({ signs }: JudgedReport): number[] => SIGNS.map((name) => signs[name]);

export const fitConfidence = (reports: readonly JudgedReport[]): Logistic =>
  fitLogistic(
    reports.map(valuesOf),
    reports.map(({ right }) => right),
    RIDGE,
  );

/** All reports of a document stay in one fold. */
const foldOf = ({ document }: JudgedReport): number => createHash("sha256").update(document).digest()[0] % FOLDS;

/** Each report's confidence by weights that were fitted without its document's fold. */
export function heldOutConfidences(reports: readonly JudgedReport[]): { confidence: number; right: boolean }[] {
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const fitted = fitConfidence(reports.filter((report) => foldOf(report) !== fold));
    return reports
      .filter((report) => foldOf(report) === fold)
      .map((report) => ({ confidence: predicted(fitted, valuesOf(report)), right: report.right }));
  });
}
