import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SIGNS, signsOf } from "../src/coding/events/signs.ts";
import { courseOf } from "../src/coding/read.ts";
import type { Document } from "../src/schema/index.ts";
import { fitConfidence } from "./coder/confidence-folds.ts";
import { documentOf, shippedReader } from "./coder/shipped.ts";
import { type JudgedReport, judgedReports, keepReports, keyOf } from "./coder/verdicts.ts";

const WEIGHTS = join(import.meta.dirname, "../src/coding/events/generated/confidence-weights.ts");

/** A text as `FOLDER/NAME.txt`: its address, its day or "-", then its words. */
function textOf(folder: string, name: string): Document | undefined {
  const path = join(folder, `${name}.txt`);
  if (!existsSync(path)) return undefined;
  const [, day, ...lines] = readFileSync(path, "utf8").split("\n");
  return documentOf(name, lines.join("\n").trim(), day === "-" ? undefined : day);
}

/** The judged reports of the texts in a folder that this coder still makes, with the signs that it sees. */
function seenAnew(folder: string, judged: readonly JudgedReport[]): JudgedReport[] {
  const reader = shippedReader();
  const known = new Map(judged.map(({ key, right }) => [key, right]));
  return [...new Set(judged.map(({ document }) => document))].flatMap((name) => {
    const document = textOf(folder, name);
    if (!document) return judged.filter((report) => report.document === name);
    const { ground, events, reading } = courseOf(document, reader, { least: 0 });
    const standing = events.flatMap(({ candidates }) => candidates.filter(({ rejected }) => !rejected));
    return reading.reports.flatMap((report, at): JudgedReport[] => {
      const key = keyOf(name, report);
      const right = known.get(key);
      return right === undefined ? [] : [{ document: name, key, right, signs: signsOf(ground!, standing[at]) }];
    });
  });
}

/**
 * Fits the confidence of reports on the kept verdicts. With a folder of the texts (training/coder/verdicts/documents.tsv
 * says where they were published) their signs are read anew first.
 */
const [folder] = process.argv.slice(2);
const judged = folder ? seenAnew(folder, judgedReports()) : judgedReports();
if (folder) keepReports(judged);
const { bias, weights } = fitConfidence(judged);
const round = (value: number): number => Math.round(1e4 * value) / 1e4;
const value = { bias: round(bias), weights: Object.fromEntries(SIGNS.map((name, at) => [name, round(weights[at])])) };
const note = "/** Written by training/confidence.ts; not to be edited. */";
writeFileSync(WEIGHTS, `${note}\nexport const CONFIDENCE_WEIGHTS = ${JSON.stringify(value, null, 2)};\n`);
console.log(`${judged.length} reports, ${judged.filter(({ right }) => right).length} right: ${JSON.stringify(value)}`);
