import { readFile } from "node:fs/promises";
import type { Measurement } from "../bench/report.ts";
import { type Analyser, createAnalyser, loadModel } from "../src/language/index.ts";
import type { GoldText } from "./language/conll18.ts";
import { goldTexts, type Mode, scoreLines, scoreTexts, TREEBANKS } from "./language/treebank.ts";

const MODES: readonly Mode[] = ["raw", "gold tokens"];

function figuresOf(name: string, analyser: Analyser, treebank: string, texts: readonly GoldText[]): Measurement[] {
  return MODES.flatMap((mode) =>
    scoreLines(treebank, mode, scoreTexts(analyser, texts, mode)).flatMap(({ metric, f1, target }) =>
      f1 === undefined
        ? []
        : [
            {
              name: `${name} model, ${treebank}, ${mode}: ${metric}`,
              value: f1,
              target: name === "default" ? target : undefined,
            },
          ],
    ),
  );
}

/** CoNLL 2018 scores (F1, percent) of both models on the development parts of the treebanks. */
export async function languageFigures(): Promise<Measurement[]> {
  const figures: Measurement[] = [];
  for (const name of ["default", "small"]) {
    const analyser = createAnalyser(loadModel(await readFile(`model/${name}.entente`), name));
    for (const treebank of TREEBANKS) {
      const texts = goldTexts(treebank);
      if (texts) figures.push(...figuresOf(name, analyser, treebank, texts));
      else console.log(`${treebank}: skipped, ../shared/data/ud is absent`);
    }
  }
  return figures;
}
