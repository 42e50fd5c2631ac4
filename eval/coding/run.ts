import { readFileSync } from "node:fs";
import type { Measurement } from "../../bench/report.ts";
import { type Reader, read } from "../../src/coding/index.ts";
import { documentOf, shippedReader } from "../../training/coder/shipped.ts";
import { articleFigures, articleLines, scoreArticle } from "./article.ts";
import { cameoFigures } from "./cameo.ts";
import { coreferenceFigures } from "./coreference.ts";
import { dateFigures } from "./dates.ts";
import { sharedPath } from "./load.ts";
import { petrarchFigures } from "./petrarch.ts";
import { answerPlover, ploverFigures } from "./plover.ts";
import { unseenFigures } from "./unseen.ts";

function skipped(name: string): Measurement[] {
  console.log(`${name}: skipped, the development data is absent`);
  return [];
}

function article(reader: Reader): Measurement[] {
  const path = sharedPath("seeds", "article.txt");
  const gold = sharedPath("gold", "article.events.json");
  if (!path || !gold) return skipped("article");
  const text = readFileSync(path, "utf8");
  const reading = read(documentOf("article", text, "2021-01-10"), reader);
  const score = scoreArticle(reading, text, JSON.parse(readFileSync(gold, "utf8")));
  for (const line of articleLines(score, text)) console.log(line);
  return articleFigures(score);
}

function plover(reader: Reader): Measurement[] {
  const path = sharedPath("data", "plover", "plv-train.jsonl");
  return path ? ploverFigures(answerPlover(reader, path)) : skipped("PLOVER");
}

function cameo(reader: Reader): Measurement[] {
  const classes = sharedPath("data", "cameo", "cameo-class-train.jsonl");
  const spans = sharedPath("data", "cameo", "cameo-ner-train.jsonl");
  return classes && spans ? cameoFigures(reader, classes, spans) : skipped("CAMEO");
}

function petrarch(reader: Reader): Measurement[] {
  const folder = sharedPath("data", "petrarch");
  return folder ? petrarchFigures(reader, folder) : skipped("PETRARCH");
}

/** All scores of the coder, beside their targets. */
export async function coderFigures(): Promise<Measurement[]> {
  const reader = shippedReader();
  return [
    ...article(reader),
    ...plover(reader),
    ...unseenFigures(reader),
    ...cameo(reader),
    ...petrarch(reader),
    ...coreferenceFigures(reader),
    ...dateFigures(reader),
  ];
}
