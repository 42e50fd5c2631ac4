import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Reader } from "../../src/coding/index.ts";
import { buildKnowledge } from "../../src/knowledge/index.ts";
import { createAnalyser, loadModel } from "../../src/language/index.ts";
import type { Document } from "../../src/schema/index.ts";

const ROOT = join(import.meta.dirname, "..", "..");

export function knowledgeFiles(): Record<string, string> {
  const folder = join(ROOT, "knowledge");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.(tsv|yaml)$/.test(name));
  return Object.fromEntries(
    names.sort().map((name) => [name.replaceAll("\\", "/"), readFileSync(join(folder, name), "utf8")]),
  );
}

/** The parser's model file, or undefined where none was built. The full model goes before the small one. */
export function modelPath(): string | undefined {
  const folder = join(ROOT, "model");
  if (!existsSync(folder)) return undefined;
  const names = readdirSync(folder).filter((name) => name.endsWith(".entente"));
  const name = names.find((one) => !one.startsWith("small")) ?? names[0];
  return name && join(folder, name);
}

/** The reader as it is shipped: the tables and the model of this repository. */
export function shippedReader(): Reader {
  const path = modelPath();
  if (!path) throw new Error("there is no model; run the training first");
  const analyser = createAnalyser(loadModel(new Uint8Array(readFileSync(path))));
  return { analyse: (text) => analyser.analyse(text), knowledge: buildKnowledge(knowledgeFiles()), model: "eval" };
}

/** A document of which only the text matters. */
export const documentOf = (id: string, text: string, published?: string): Document => ({
  id,
  text,
  language: "en",
  original: "0".repeat(64),
  ...(published && { published }),
});
