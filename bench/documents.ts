import { readFile } from "node:fs/promises";
import { documentOfText, takeIn } from "../src/intake/index.ts";
import type { Document } from "../src/schema/index.ts";

/** Real articles where they lie beside the checkout, the samples elsewhere. */
export async function documentsToRead(): Promise<{ documents: Document[]; name: string }> {
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
