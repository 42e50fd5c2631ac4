import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import { read } from "../src/coding/index.ts";
import { loadReader } from "../src/desk/index.ts";
import type { Document } from "../src/schema/index.ts";
import { documentsToRead } from "./documents.ts";
import type { Measurement } from "./report.ts";

const ROUNDS = 3;

const wordsOf = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** By how many MB a process grows that has coded nothing before, with one thread that codes all documents. */
function workerMemory(model: string): number {
  const { stdout } = spawnSync(process.execPath, ["bench/worker-memory.ts", model], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return Number(stdout);
}

/** Words a second of the whole coder on one core, with the parser's share; the best of some rounds. */
export async function benchRead(model: string): Promise<Measurement[]> {
  const { documents, name } = await documentsToRead();
  const memory = workerMemory(model);
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
