import { readFile, stat } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { createAnalyser, loadModel } from "../src/language/index.ts";
import { type Measurement, report } from "./report.ts";

const ROUNDS = 3;
const TARGETS: Readonly<Record<string, { tokens: number; megabytes: number }>> = {
  default: { tokens: 22_000, megabytes: 4 },
  small: { tokens: 60_000, megabytes: 2 },
};

/** Real articles where they lie beside the checkout; elsewhere one sentence over and over, which flatters the cache. */
async function textsToRead(): Promise<{ texts: string[]; name: string }> {
  const lines = await readFile("../shared/data/news/guardian-a.jsonl", "utf8").catch(() => undefined);
  if (lines === undefined)
    return { texts: new Array(50).fill("The ministers met on Monday. ".repeat(50)), name: "made" };
  const texts = lines.trim().split("\n");
  return { texts: texts.map((line) => JSON.parse(line).text as string), name: "guardian-a" };
}

/** Tokens a second from raw text to trees on one core, the best of some rounds; load to first sentence; file size. */
async function benchLanguage(model: string): Promise<Measurement[]> {
  const { texts, name } = await textsToRead();
  const path = `model/${model}.entente`;
  const begun = performance.now();
  const analyser = createAnalyser(loadModel(await readFile(path), path));
  analyser.analyse("The ministers met on Monday.");
  const first = performance.now() - begun;
  const round = (): number => {
    const started = performance.now();
    const tokens = texts.reduce((sum, text) => sum + analyser.analyse(text).start.length, 0);
    return (tokens / (performance.now() - started)) * 1000;
  };
  const speed = Math.max(...Array.from({ length: ROUNDS }, round));
  const target = TARGETS[model];
  return [
    { name: `parse, ${model} model, ${name}: tokens/s`, value: speed, target: target?.tokens },
    { name: `parse, ${model} model: load to first sentence, ms`, value: first, target: 150, lower: true },
    {
      name: `parse, ${model} model: file, MB`,
      value: (await stat(path)).size / 1e6,
      target: target?.megabytes,
      lower: true,
    },
  ];
}

if (import.meta.main) {
  const figures = [...(await benchLanguage("default")), ...(await benchLanguage("small"))];
  await report(figures, "bench/last.json", process.argv.includes("--keep"));
}
