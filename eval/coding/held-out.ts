import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Measurement } from "../../bench/report.ts";
import { shippedMeanings } from "../../src/coding/events/pairs/meanings.ts";
import type { Reader } from "../../src/coding/index.ts";
import { type HeldOut, heldOutAnswers, judgedByFolds } from "../../training/coder/folds.ts";
import { tableLessons, writtenLessons } from "../../training/coder/lessons.ts";
import { type Answered, calibrationError, reliabilityBins } from "./calibration.ts";
import { f1Of, mean, QUAD, ROOTS, rootOf } from "./pairs.ts";
import { reliabilityFigure } from "./reliability.ts";

const FIGURE = join(import.meta.dirname, "../../docs/figures/reliability.svg");

function scores(answers: readonly HeldOut[]): { roots: number; quads: number } {
  const gold = answers.map((answer) => rootOf(answer.gold));
  const found = answers.map((answer) => rootOf(answer.found));
  const quads = f1Of(
    gold.map((root) => QUAD[root]),
    found.map((root) => QUAD[root]),
    ["1", "2", "3", "4"],
  );
  return { roots: mean(f1Of(gold, found, ROOTS)), quads: mean(quads) };
}

const answered = ({ gold, found, confidence }: HeldOut): Answered => ({ confidence, right: gold === found });

/**
 * Told pairs of our own sentences in five folds, each answered by a model fitted without it; writes the reliability
 * figure into the docs where `draw`. Only the sentences that the rules were written without count.
 */
export function heldOutFigures(reader: Reader, draw: boolean): Measurement[] {
  const answers = heldOutAnswers(judgedByFolds(writtenLessons(reader), tableLessons(reader), shippedMeanings()));
  const sure = answers.map(answered);
  if (draw) {
    const title = `Told pairs: ${answers.length.toLocaleString("en")} sentences in held-out folds`;
    writeFileSync(FIGURE, reliabilityFigure(title, reliabilityBins(sure)));
  }
  const { roots, quads } = scores(answers);
  const name = "Told pairs, own sentences in folds";
  return [
    { name: `${name}: root macro-F1`, value: 100 * roots },
    { name: `${name}: quad macro-F1`, value: 100 * quads },
    { name: `${name}: calibration error`, value: calibrationError(sure) ?? 1, target: 0.05, lower: true },
  ];
}
