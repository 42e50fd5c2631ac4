import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { documentOf, shippedReader } from "../eval/coding/load.ts";
import { markedSpans } from "../eval/coding/pairs.ts";
import { toldFeatures } from "../src/coding/events/pairs.ts";
import { type Reader, read } from "../src/coding/index.ts";
import { EVENT_TYPES, type EventType, type Report, type Span } from "../src/schema/index.ts";
import { type Learnt, type Lesson, learn } from "./coder/pairs.ts";

const HERE = import.meta.dirname;
const TARGET = join(HERE, "../src/coding/events/generated/pair-weights.ts");
/** Sentences of the rule table weigh less: they are short and all of one make. */
const TABLE_WEIGHT = 0.6;
/** Features whose strongest weight lies below this are left out. */
const FAINT = 0.12;

function lesson(
  reader: Reader,
  text: string,
  actor: Span,
  recipient: Span | undefined,
  type: EventType,
  weight: number,
): Lesson[] {
  const document = documentOf("lesson", text);
  const sight = { document, analysis: reader.analyse(text), knowledge: reader.knowledge };
  const features = toldFeatures(sight, { actor, recipient: recipient ?? [0, 0] });
  return features ? [{ features, type, weight }] : [];
}

/** The hand-written sentences. */
function written(reader: Reader): Lesson[] {
  const lines = readFileSync(join(HERE, "coder", "sentences.tsv"), "utf8").split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) => {
      const [type, marked] = line.split("\t");
      const { text, source, target } = markedSpans(marked);
      return source ? lesson(reader, text, source, target, type as EventType, 1) : [];
    });
}

function sidesOf(report: Report): [Span, Span] | undefined {
  const actor = report.actors[0]?.span;
  const other = (report.recipients[0] ?? report.actors[1])?.span;
  return actor && other && (other[0] >= actor[1] || actor[0] >= other[1]) ? [actor, other] : undefined;
}

/** The sentences of the rule table, with the actors that the coder finds in them. */
function tabled(reader: Reader): Lesson[] {
  return reader.knowledge.eventRules.rows.flatMap(({ yes, name }) => {
    const report = read(documentOf("row", yes), reader).reports.find(({ rule }) => rule === name);
    const sides = report && sidesOf(report);
    return sides ? lesson(reader, yes, sides[0], sides[1], report.type, TABLE_WEIGHT) : [];
  });
}

function exported({ types, weights }: Learnt): string {
  const kept = [...weights]
    .filter(([, row]) => Math.max(...row.map(Math.abs)) >= FAINT)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const highest = Math.max(...kept.map(([, row]) => Math.max(...row.map(Math.abs))));
  const scale = highest / 127;
  const bytes = Buffer.from(
    Int8Array.from(kept.flatMap(([, row]) => [...row].map((weight) => Math.round(weight / scale)))).buffer,
  );
  const names = kept.map(([name]) => name).join("\n");
  return `/** Written by training/coder.ts; not to be edited. */
export const PAIR_WEIGHTS = {
  types: ${JSON.stringify(types)},
  scale: ${scale.toPrecision(8)},
  names: ${JSON.stringify(names)},
  weights: ${JSON.stringify(bytes.toString("base64"))},
};
`;
}

const reader = shippedReader();
const lessons = [...written(reader), ...tabled(reader)];
const learnt = learn(lessons, EVENT_TYPES);
const text = exported(learnt);
writeFileSync(TARGET, text);
console.log(`${lessons.length} sentences, ${text.length} bytes in ${TARGET}`);
