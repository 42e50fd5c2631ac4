import type { Measurement } from "../../bench/report.ts";
import { type Reader, read } from "../../src/coding/index.ts";
import { QUAD_OF, type Report, type Span } from "../../src/schema/index.ts";
import { documentOf, readLines } from "./load.ts";
import { f1Of, mean } from "./pairs.ts";

interface ClassRow {
  readonly id: string;
  readonly text: string;
  readonly label: string;
}

interface NerRow {
  readonly id: string;
  readonly tokens: readonly string[];
  readonly tags: readonly string[];
}

/** The report that a sentence is chiefly about: the surest, the first of equals. */
const chief = (reports: readonly Report[]): Report | undefined =>
  reports.toSorted((a, b) => b.confidence - a.confidence || a.evidence[0][0] - b.evidence[0][0])[0];

const quadOf = (reports: readonly Report[]): string => {
  const report = chief(reports);
  return report ? String(QUAD_OF[report.type]) : "0";
};

interface Sides {
  readonly sources: Span[];
  readonly targets: Span[];
}

/** Spans of sources and targets; a reciprocal span is both. */
function goldSides({ tokens, tags }: NerRow): { text: string; sides: Sides } {
  let text = "";
  const sides: Sides = { sources: [], targets: [] };
  let last: Span | undefined;
  for (const [index, token] of tokens.entries()) {
    const start = text.length === 0 ? 0 : text.length + 1;
    text += (text.length === 0 ? "" : " ") + token;
    const [place, role] = tags[index].split("-");
    if (place === "I" && last) last[1] = text.length;
    else if (place === "B") {
      last = [start, text.length];
      if (role !== "T") sides.sources.push(last);
      if (role !== "S") sides.targets.push(last);
    } else last = undefined;
  }
  return { text, sides };
}

function foundSides(reports: readonly Report[]): Sides {
  const sides: Sides = { sources: [], targets: [] };
  for (const { actors, recipients } of reports) {
    sides.sources.push(...actors.map(({ span }) => span));
    sides.targets.push(...(recipients.length > 0 ? recipients : actors).map(({ span }) => span));
  }
  return sides;
}

const overlaps = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1];
const hits = (some: readonly Span[], all: readonly Span[]): number =>
  some.filter((one) => all.some((other) => overlaps(one, other))).length;

/** Macro-F1 over none and the four quads, overlap F1 of source and target spans, and sentences all right, in percent. */
export function cameoFigures(reader: Reader, classPath: string, nerPath: string): Measurement[] {
  const rows: ClassRow[] = readLines(classPath).map((line) => JSON.parse(line));
  const found = rows.map((row) => quadOf(read(documentOf(row.id, row.text), reader).reports));
  const gold = rows.map(({ label }) => label);
  const labels = ["0", "1", "2", "3", "4"];
  const classes = f1Of(gold, found, labels);
  const label = new Map(
    rows.map((row, index) => [row.text.replace(/\s+/g, ""), { gold: gold[index], found: found[index] }]),
  );
  let right = 0;
  let named = 0;
  let recalled = 0;
  let wanted = 0;
  let whole = 0;
  const sentences: NerRow[] = readLines(nerPath).map((line) => JSON.parse(line));
  for (const sentence of sentences) {
    const { text, sides } = goldSides(sentence);
    const told = foundSides(read(documentOf(sentence.id, text), reader).reports);
    const precise = hits(told.sources, sides.sources) + hits(told.targets, sides.targets);
    const complete = hits(sides.sources, told.sources) + hits(sides.targets, told.targets);
    right += precise;
    named += told.sources.length + told.targets.length;
    recalled += complete;
    wanted += sides.sources.length + sides.targets.length;
    const known = label.get(text.replace(/\s+/g, ""));
    const all =
      precise === told.sources.length + told.targets.length && complete === sides.sources.length + sides.targets.length;
    if (all && known?.gold === known?.found) whole += 1;
  }
  const precision = right / Math.max(1, named);
  const recall = recalled / Math.max(1, wanted);
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  return [
    { name: "CAMEO: event or none and quad, macro-F1", value: 100 * mean(classes), target: 75 },
    { name: "CAMEO: source and target spans, overlap F1", value: 100 * f1, target: 82 },
    { name: "CAMEO: sentences all right", value: (100 * whole) / sentences.length, target: 45 },
  ];
}
