/** The pairs of readouts of the sample archive, laid side by side: to be read by eye. */
import { readdirSync, readFileSync } from "node:fs";
import { read } from "../../src/coding/index.ts";
import { loadReader } from "../../src/desk/index.ts";
import { documentOfMarkdown } from "../../src/intake/index.ts";
import { compareReadouts, type Readout, readoutOf } from "../../src/measures/index.ts";
import type { Document } from "../../src/schema/index.ts";

const reader = await loadReader();
const SAMPLES = new URL("../../samples/", import.meta.url);
const files = readdirSync(SAMPLES, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
const texts = files.sort().map((name) => readFileSync(new URL(name, SAMPLES), "utf8"));
const pairs = Map.groupBy(texts, (text) => /^readout-of: (.+)$/m.exec(text)?.[1]);

for (const [event, [first, second]] of pairs) {
  if (!event || !second) continue;
  const [a, b] = [readoutFrom(first), readoutFrom(second)];
  const { shared, onlyFirst, onlySecond, tone } = compareReadouts(a, b);
  console.log(`\n${event}: ${a.side} (${a.statements.length}) and ${b.side} (${b.statements.length})`);
  for (const point of shared) {
    console.log(`  ${point.similarity.toFixed(2)} ${point.first.text}\n       ${point.second.text}`);
  }
  console.log(`  only first: ${onlyFirst.length}, only second: ${onlySecond.length}, tone ${JSON.stringify(tone)}`);
}

function readoutFrom(text: string): Readout {
  const document: Document = documentOfMarkdown(text, {}, "sample").document;
  const reading = read(document, reader);
  const named = reading.mentions.filter((mention) => mention.kind === "actor").map((mention) => mention.span);
  const analysis = reader.analyse(document.text);
  return readoutOf({
    document: document.id,
    side: document.publisher ?? "",
    analysis,
    reports: reading.reports,
    named,
  });
}
