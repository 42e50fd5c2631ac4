import { readFile } from "node:fs/promises";
import { type Analyser, createAnalyser, loadModel } from "../../src/language/index.ts";
import { type Counts, f1 } from "./conll18.ts";
import { goldTexts, type Mode, type ScoreLine, scoreLines, scoreTexts, TREEBANKS } from "./treebank.ts";

const FEWEST = 20;
const percent = (value: number | undefined): string => (value === undefined ? "–" : value.toFixed(2)).padStart(7);

function standing({ f1: value, target }: ScoreLine): string {
  if (target === undefined || value === undefined) return "";
  return `  reach ${target} ${value >= target ? "met" : "MISSED"}`;
}

function printRelations({ relations }: Counts): void {
  const common = [...relations].filter(([, { gold }]) => gold >= FEWEST).sort((a, b) => b[1].gold - a[1].gold);
  console.log(common.map(([name, count]) => `${name} ${f1(count)?.toFixed(1)} (${count.gold})`).join(", "));
}

/** Prints the CoNLL 2018 scores of one analyser on the dev treebanks; returns them. */
export function evaluateLanguage(analyser: Analyser): ScoreLine[] {
  const lines: ScoreLine[] = [];
  for (const treebank of TREEBANKS) {
    const texts = goldTexts(treebank);
    if (!texts) {
      console.log(`${treebank}: skipped, ../shared/data/ud is absent`);
      continue;
    }
    for (const mode of ["raw", "gold tokens"] satisfies Mode[]) {
      const counts = scoreTexts(analyser, texts, mode);
      const own = scoreLines(treebank, mode, counts);
      lines.push(...own);
      console.log(`\n${analyser.model.version}, ${treebank}, ${mode}`);
      for (const line of own) {
        const target = analyser.model.facts.name === "default" ? standing(line) : "";
        console.log(`  ${line.metric.padEnd(9)} ${percent(line.f1)}${target}`);
      }
      printRelations(counts);
    }
  }
  return lines;
}

if (import.meta.main) {
  for (const name of process.argv.length > 2 ? process.argv.slice(2) : ["default", "small"]) {
    const path = name.includes("/") ? name : `model/${name}.entente`;
    evaluateLanguage(createAnalyser(loadModel(await readFile(path), path)));
  }
}
