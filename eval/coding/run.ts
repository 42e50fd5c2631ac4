import { readFileSync } from "node:fs";
import { type Reader, read } from "../../src/coding/index.ts";
import { articleLines, scoreArticle } from "./article.ts";
import { cameoLines } from "./cameo.ts";
import { documentOf, sharedPath, shippedReader } from "./load.ts";
import { answerPlover, ploverLines } from "./plover.ts";

function article(reader: Reader): string[] {
  const path = sharedPath("seeds", "article.txt");
  const gold = sharedPath("gold", "article.events.json");
  if (!path || !gold) return ["article: skipped, the development data is absent"];
  const text = readFileSync(path, "utf8");
  const reading = read(documentOf("article", text, "2021-01-10"), reader);
  return articleLines(scoreArticle(reading, text, JSON.parse(readFileSync(gold, "utf8"))), text);
}

function plover(reader: Reader): string[] {
  const path = sharedPath("data", "plover", "plv-train.jsonl");
  return path ? ploverLines(answerPlover(reader, path)) : ["plover: skipped, the development data is absent"];
}

function cameo(reader: Reader): string[] {
  const classes = sharedPath("data", "cameo", "cameo-class-train.jsonl");
  const spans = sharedPath("data", "cameo", "cameo-ner-train.jsonl");
  return classes && spans ? cameoLines(reader, classes, spans) : ["cameo: skipped, the development data is absent"];
}

/** All scores of the coder on the development data, as lines to print. */
export function coderLines(reader: Reader = shippedReader()): string[] {
  return [...article(reader), ...plover(reader), ...cameo(reader)];
}

if (import.meta.main) for (const line of coderLines()) console.log(line);
