import type { Measurement } from "../../bench/report.ts";
import type { Reader } from "../../src/coding/index.ts";
import { read } from "../../src/coding/index.ts";
import type { Reading, Span } from "../../src/schema/index.ts";
import { markedSpans } from "../../training/coder/marked.ts";
import { documentOf } from "../../training/coder/shipped.ts";
import { calibrationError } from "./calibration.ts";
import { readLines } from "./load.ts";
import { f1Of, mean, QUAD, ROOTS, type Root, rootAnswer, rootOf } from "./pairs.ts";

interface PloverRow {
  readonly id: string;
  readonly marked: string;
  readonly gold_root: string;
  readonly gold_penta: string;
}

export interface PloverAnswer {
  readonly id: string;
  readonly gold: Root;
  readonly quad: string;
  readonly found?: Root;
  readonly confidence: number;
  /** Reports found without being told the actors: with the right actors (overlap) and root; and how many there were. */
  readonly endToEnd: { readonly right: boolean; readonly reports: number; readonly rightReports: number };
}

const overlaps = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1];

/** The benchmark codes what is planned to be yielded as AGREE; the manual, and so the coder, keeps the type. */
function benchmarkRoot({ type, status }: Reading["reports"][number]): Root {
  const root = rootOf(type);
  return root === "YIELD" && status === "planned" ? "AGREE" : root;
}

/** Reports whose actors overlap the source and, where there is one, whose recipients (or co-actors) overlap the target. */
function rightReports(reading: Reading, source: Span, target: Span | undefined, gold: Root): number {
  return reading.reports.filter((report) => {
    if (benchmarkRoot(report) !== gold) return false;
    const acts = report.actors.some(({ span }) => overlaps(span, source));
    const others = report.recipients.length > 0 ? report.recipients : report.actors;
    return acts && (!target || others.some(({ span }) => overlaps(span, target)));
  }).length;
}

function answerRow(reader: Reader, row: PloverRow): PloverAnswer {
  const { text, source, target } = markedSpans(row.marked);
  const pair = { actor: source ?? [0, 0], recipient: target ?? [0, 0] } as const;
  const reading = read(documentOf(row.id, text), reader, {
    pairs: [{ actor: [...pair.actor], recipient: [...pair.recipient] }],
  });
  const gold = row.gold_root as Root;
  const right = source ? rightReports(reading, source, target, gold) : 0;
  const answer = rootAnswer(reading.pairs?.[0]);
  return {
    id: row.id,
    gold,
    quad: row.gold_penta,
    ...(answer && { found: answer.root }),
    confidence: answer?.confidence ?? 0,
    endToEnd: { right: right > 0, reports: reading.reports.length, rightReports: right },
  };
}

export const answerPlover = (reader: Reader, path: string): PloverAnswer[] =>
  readLines(path).map((line) => answerRow(reader, JSON.parse(line)));

const isEven = ({ id }: PloverAnswer): boolean => Number(id.slice(-4)) % 2 === 0;

/** Scores of one half of the set, 0 to 1. */
interface HalfScore {
  readonly half: "even" | "odd";
  readonly roots: number;
  readonly quads: number;
  readonly calibration: number | undefined;
  readonly precision: number;
  readonly recall: number;
}

function scoreHalf(half: HalfScore["half"], rows: readonly PloverAnswer[]): HalfScore {
  const found = rows.map((row) => row.found);
  const reports = rows.reduce((sum, { endToEnd }) => sum + endToEnd.reports, 0);
  const rightReports = rows.reduce((sum, { endToEnd }) => sum + endToEnd.rightReports, 0);
  const roots = f1Of(
    rows.map(({ gold }) => gold),
    found,
    ROOTS,
  );
  const quads = f1Of(
    rows.map(({ quad }) => quad),
    found.map((root) => root && QUAD[root]),
    ["1", "2", "3", "4"],
  );
  return {
    half,
    roots: mean(roots),
    quads: mean(quads),
    calibration: calibrationError(rows.map((row) => ({ confidence: row.confidence, right: row.found === row.gold }))),
    precision: rightReports / Math.max(1, reports),
    recall: rows.filter(({ endToEnd }) => endToEnd.right).length / rows.length,
  };
}

/** Macro-F1 over roots and quads with the actors given, and precision and recall end to end, in percent. */
export function ploverFigures(answers: readonly PloverAnswer[]): Measurement[] {
  const halves = [
    scoreHalf("even", answers.filter(isEven)),
    scoreHalf(
      "odd",
      answers.filter((answer) => !isEven(answer)),
    ),
  ];
  return halves.flatMap(({ half, roots, quads, calibration, precision, recall }) => {
    const name = half === "even" ? "PLOVER, even ids (errors read)" : "PLOVER, odd ids (totals only)";
    return [
      { name: `${name}: actors given, root macro-F1`, value: 100 * roots, ...(half === "odd" && { target: 87 }) },
      { name: `${name}: actors given, quad macro-F1`, value: 100 * quads, ...(half === "odd" && { target: 93 }) },
      { name: `${name}: end to end, precision`, value: 100 * precision, target: 70 },
      { name: `${name}: end to end, recall`, value: 100 * recall, target: 55 },
      ...(calibration === undefined ? [] : [{ name: `${name}: calibration error`, value: calibration, lower: true }]),
    ];
  });
}
