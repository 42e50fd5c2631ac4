import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Measurement } from "../../bench/report.ts";
import { heldOutConfidences } from "../../training/coder/confidence-folds.ts";
import { shippedReader } from "../../training/coder/shipped.ts";
import { judgedReports } from "../../training/coder/verdicts.ts";
import { type Answered, brierScore, calibrationError, keptFrom, rankedRight, reliabilityBins } from "./calibration.ts";
import { heldOutFigures } from "./held-out.ts";
import { reliabilityFigure } from "./reliability.ts";

const FIGURE = join(import.meta.dirname, "../../docs/figures/confidence.svg");
const THRESHOLDS = [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`.padStart(5);

function binLines(answers: readonly Answered[]): string[] {
  return reliabilityBins(answers).map(
    ({ count, confidence, right }) =>
      `confidence ${confidence.toFixed(2)}: ${percent(right)} right of ${String(count).padStart(3)}`,
  );
}

function thresholdLines(answers: readonly Answered[]): string[] {
  return THRESHOLDS.map((least) => {
    const { kept, right, ofRight } = keptFrom(answers, least);
    return `from ${least.toFixed(1)}: ${percent(right)} right, ${percent(kept)} kept, ${percent(ofRight)} of the right ones`;
  });
}

function draw(answers: readonly Answered[]): void {
  const title = `Reports of whole texts: ${answers.length.toLocaleString("en")} in held-out folds`;
  writeFileSync(FIGURE, reliabilityFigure(title, reliabilityBins(answers), "report"));
}

/** How far the confidence of reports can be believed: judged reports of whole texts, five folds by document. */
function reportFigures(isDrawn: boolean): Measurement[] {
  const answers = heldOutConfidences(judgedReports());
  for (const line of [...binLines(answers), ...thresholdLines(answers)]) console.log(line);
  if (isDrawn) draw(answers);
  const name = "Reports of whole texts, in folds by document";
  return [
    { name: `${name}: calibration error`, value: calibrationError(answers) ?? 1, target: 0.05, lower: true },
    { name: `${name}: right ones surer than wrong ones`, value: rankedRight(answers) ?? 0 },
    { name: `${name}: Brier score`, value: brierScore(answers) ?? 1, lower: true },
  ];
}

/** How well confidence says how often the coder is right; `--figure` draws the reliability figures of the docs anew. */
export async function calibrationFigures(): Promise<Measurement[]> {
  const isDrawn = process.argv.includes("--figure");
  return [...reportFigures(isDrawn), ...heldOutFigures(shippedReader(), isDrawn)];
}
