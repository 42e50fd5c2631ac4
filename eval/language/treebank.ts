import { existsSync } from "node:fs";
import type { Analyser } from "../../src/language/index.ts";
import { readTreebank } from "../../training/data/treebank.ts";
import { layOut, PARAGRAPHS, splitDocuments } from "../../training/text/documents.ts";
import { addCounts, type Counts, emptyCounts, f1, type GoldText, type Metric } from "./conll18.ts";

/** What the default model is meant to reach, in percent. */
export interface Target {
  readonly treebank: string;
  readonly mode: Mode;
  readonly metric: Metric;
  readonly value: number;
}

/** Whether the system finds tokens and sentences by itself, or is given the true ones. */
export type Mode = "raw" | "gold tokens";

const EWT = "en_ewt-ud-dev";
const GUM = "en_gum-cc-dev";
export const TREEBANKS = [EWT, GUM] as const;

export const TARGETS: readonly Target[] = [
  { treebank: EWT, mode: "gold tokens", metric: "UPOS", value: 96.2 },
  { treebank: EWT, mode: "gold tokens", metric: "LAS", value: 86.5 },
  { treebank: GUM, mode: "gold tokens", metric: "LAS", value: 86.5 },
  { treebank: EWT, mode: "raw", metric: "Tokens", value: 98.8 },
  { treebank: EWT, mode: "raw", metric: "Sentences", value: 80 },
  { treebank: EWT, mode: "raw", metric: "LAS", value: 83 },
  { treebank: GUM, mode: "raw", metric: "Sentences", value: 93 },
];

/** The documents of a treebank of ../shared/data/ud, or undefined where it is absent. */
export function goldTexts(treebank: string): GoldText[] | undefined {
  const path = `../shared/data/ud/${treebank}.conllu.gz`;
  if (!existsSync(path)) return undefined;
  return splitDocuments(readTreebank([path])).map((sentences) => ({
    ...layOut(sentences, PARAGRAPHS),
    words: sentences.flatMap(({ words }) => words),
  }));
}

/** Scores an analyser on texts. */
export function scoreTexts(analyser: Analyser, texts: readonly GoldText[], mode: Mode): Counts {
  const counts = emptyCounts();
  for (const gold of texts) {
    const joined = gold.words.map((word) => Number(word.joined));
    const analysis = mode === "raw" ? analyser.analyse(gold.text) : analyser.analyseTokens({ ...gold, joined });
    addCounts(counts, gold, analysis);
  }
  return counts;
}

/** One line of the table of scores. */
export interface ScoreLine {
  readonly treebank: string;
  readonly mode: Mode;
  readonly metric: Metric;
  readonly f1: number | undefined;
  readonly target: number | undefined;
}

/** The scores of one treebank and mode beside the default model's targets. */
export function scoreLines(treebank: string, mode: Mode, { metrics }: Counts): ScoreLine[] {
  return (Object.keys(metrics) as Metric[]).map((metric) => ({
    treebank,
    mode,
    metric,
    f1: f1(metrics[metric]),
    target: TARGETS.find((t) => t.treebank === treebank && t.mode === mode && t.metric === metric)?.value,
  }));
}
