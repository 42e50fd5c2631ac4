import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ToldEvidence, toldEvidence } from "../../src/coding/events/pairs/answer.ts";
import { type Reader, read } from "../../src/coding/index.ts";
import type { EventType, Report, Span } from "../../src/schema/index.ts";
import { markedSpans } from "./marked.ts";
import { documentOf } from "./shipped.ts";

const SENTENCES = join(import.meta.dirname, "sentences");
/** Sentences on which the rules were grown too, and those of which every fold sees another half. */
const NOT_BLIND = new Set(["short.tsv", "grown.tsv", "contrasts.tsv", "rules"]);
/** Sentences of the rule table weigh less: they are short and all of one make. */
const TABLE_WEIGHT = 0.6;

/** One sentence to learn from: what the coder sees of its pair, and the right type. */
export interface Lesson {
  readonly evidence: ToldEvidence;
  readonly type: EventType;
  readonly weight: number;
  /** The file it comes from, or "rules" for the rule table. */
  readonly source: string;
}

/** The lessons whose sentences the rule table was written without. */
export const isBlind = ({ source }: Lesson): boolean => !NOT_BLIND.has(source);

function lesson(reader: Reader, text: string, sides: readonly [Span, Span], rest: Omit<Lesson, "evidence">): Lesson[] {
  const sight = { document: documentOf("lesson", text), analysis: reader.analyse(text), knowledge: reader.knowledge };
  const evidence = toldEvidence(sight, { actor: sides[0], recipient: sides[1] });
  return evidence ? [{ evidence, ...rest }] : [];
}

function lessonsOf(reader: Reader, source: string): Lesson[] {
  const lines = readFileSync(join(SENTENCES, source), "utf8").split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) => {
      const [type, marked] = line.split("\t");
      const { text, source: actor, target } = markedSpans(marked);
      const rest = { type: type as EventType, weight: 1, source };
      return actor ? lesson(reader, text, [actor, target ?? [0, 0]], rest) : [];
    });
}

/** The hand-written sentences, file by file. */
export const writtenLessons = (reader: Reader): Lesson[] =>
  readdirSync(SENTENCES)
    .sort()
    .flatMap((source) => lessonsOf(reader, source));

function sidesOf(report: Report): [Span, Span] | undefined {
  const actor = report.actors[0]?.span;
  const other = (report.recipients[0] ?? report.actors[1])?.span;
  return actor && other && (other[0] >= actor[1] || actor[0] >= other[1]) ? [actor, other] : undefined;
}

/** The sentences of the rule table, with the actors that the coder finds in them. */
export function tableLessons(reader: Reader): Lesson[] {
  return reader.knowledge.eventRules.rows.flatMap(({ yes, name }) => {
    const report = read(documentOf("row", yes), reader).reports.find(({ rule }) => rule === name);
    const sides = report && sidesOf(report);
    return sides ? lesson(reader, yes, sides, { type: report.type, weight: TABLE_WEIGHT, source: "rules" }) : [];
  });
}
