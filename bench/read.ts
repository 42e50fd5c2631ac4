import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { read } from "../src/coding/index.ts";
import { loadReader, loadWhole } from "../src/desk/index.ts";
import { CoderPool } from "../src/desk/jobs/pool.ts";
import { documentOfText, takeIn } from "../src/intake/index.ts";
import type { Document } from "../src/schema/index.ts";
import type { Measurement } from "./report.ts";

const ROUNDS = 3;

/** Real articles where they lie beside the checkout, the samples elsewhere. */
async function documentsToRead(): Promise<{ documents: Document[]; name: string }> {
  const lines = await readFile("../shared/data/news/guardian-a.jsonl", "utf8").catch(() => undefined);
  if (lines === undefined) return { documents: await samples(), name: "samples" };
  const texts = lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return {
    documents: texts.map(({ text, date }) => documentOfText(text, { published: date, language: "en" }).document),
    name: "guardian-a",
  };
}

async function samples(): Promise<Document[]> {
  const documents: Document[] = [];
  for await (const intake of takeIn({ kind: "path", path: "samples" })) {
    if ("document" in intake && intake.document.language === "en") documents.push(intake.document);
  }
  return documents;
}

const wordsOf = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** By how many MB the process grows with one thread that codes all documents. */
async function workerMemory(model: string, documents: readonly Document[]): Promise<number> {
  const { parts } = await loadWhole(model);
  const before = process.memoryUsage().rss;
  const pool = new CoderPool(parts, 1);
  for (const document of documents) await pool.code(document);
  const after = process.memoryUsage().rss;
  await pool.close();
  return (after - before) / 1e6;
}

/** Words a second of the whole coder on one core, with the parser's share; the best of some rounds. */
export async function benchRead(model: string): Promise<Measurement[]> {
  const { documents, name } = await documentsToRead();
  const memory = await workerMemory(model, documents);
  const started = performance.now();
  const reader = await loadReader(model);
  read(documents[0], reader);
  const first = performance.now() - started;
  const words = documents.reduce((sum, { text }) => sum + wordsOf(text), 0);
  const seconds = (work: (document: Document) => unknown): number => {
    const begun = performance.now();
    for (const document of documents) work(document);
    return (performance.now() - begun) / 1000;
  };
  const best = (work: (document: Document) => unknown): number =>
    Math.min(...Array.from({ length: ROUNDS }, () => seconds(work)));
  const whole = best((document) => read(document, reader));
  const parsing = best(({ text }) => reader.analyse(text));
  return [
    { name: `read, ${model} model, ${name}: words/s`, value: words / whole, target: 20_000 },
    { name: `read, ${model} model: share of the parser`, value: parsing / whole },
    { name: `read, ${model} model: load to first reading, ms`, value: first, target: 1000, lower: true },
    { name: `read, ${model} model: memory of a worker, MB`, value: memory, target: 400, lower: true },
  ];
}
