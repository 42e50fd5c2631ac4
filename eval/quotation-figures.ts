import type { Measurement } from "../bench/report.ts";
import { loadReader } from "../src/desk/index.ts";
import { readPolnear, scorePolnear } from "./quotations/polnear.ts";
import { f1 } from "./quotations/scores.ts";

const TARGETS = { source: 75, cue: 70, content: 80, exact: 45 };

/** F1 (percent) of every attribution in PolNeaR's dev part: by character, and with all three spans exact. */
export async function quotationFigures(): Promise<Measurement[]> {
  const documents = readPolnear("dev");
  if (!documents) {
    console.log("PolNeaR: skipped, ../shared/data/quotes is absent");
    return [];
  }
  const { analyse, knowledge } = await loadReader();
  const scores = scorePolnear(documents, analyse, knowledge.cues);
  return (Object.keys(TARGETS) as (keyof typeof TARGETS)[]).map((role) => ({
    name: `PolNeaR dev: ${role}, F1`,
    value: 100 * f1(scores[role]),
    target: TARGETS[role],
  }));
}
