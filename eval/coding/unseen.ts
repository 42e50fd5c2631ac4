import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Measurement } from "../../bench/report.ts";
import { type Reader, read } from "../../src/coding/index.ts";
import type { EventType } from "../../src/schema/index.ts";
import { markedSpans } from "../../training/coder/marked.ts";
import { documentOf } from "../../training/coder/shipped.ts";
import { f1Of, mean, ROOTS, type Root, rootAnswer, rootOf } from "./pairs.ts";

const SENTENCES = join(import.meta.dirname, "unseen.tsv");

interface Answer {
  readonly gold: Root;
  readonly found: Root | undefined;
}

function answerOf(reader: Reader, line: string): Answer {
  const [type, marked] = line.split("\t");
  const { text, source = [0, 0], target = [0, 0] } = markedSpans(marked);
  const { pairs } = read(documentOf("unseen", text), reader, { pairs: [{ actor: source, recipient: target }] });
  return { gold: rootOf(type as EventType), found: rootAnswer(pairs?.[0])?.root };
}

/** Told pairs in sentences of our own on which nothing was fitted. */
export function unseenFigures(reader: Reader): Measurement[] {
  const lines = readFileSync(SENTENCES, "utf8").split("\n");
  const answers = lines.filter((line) => line && !line.startsWith("#")).map((line) => answerOf(reader, line));
  const right = answers.filter(({ gold, found }) => gold === found).length;
  const roots = f1Of(
    answers.map(({ gold }) => gold),
    answers.map(({ found }) => found),
    ROOTS,
  );
  const name = `Told pairs, ${answers.length} sentences nothing was fitted on`;
  return [
    { name: `${name}: right, of 100`, value: (100 * right) / answers.length },
    { name: `${name}: root macro-F1`, value: 100 * mean(roots) },
  ];
}
