import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SIGNS, type SignName, type Signs } from "../../src/coding/events/signs.ts";
import type { Participant, Report } from "../../src/schema/index.ts";

const FOLDER = join(import.meta.dirname, "verdicts");
const TABLE = join(FOLDER, "reports.tsv");
const KEY = ["document", "evidence", "type", "actors", "recipients"] as const;
const COLUMNS = [...KEY, "verdict", ...SIGNS];

/** A report of a text with a free licence that was read and judged: whether type, actors and recipients are right. */
export interface JudgedReport {
  readonly document: string;
  /** Document, evidence, type and parties, parted by tabs. */
  readonly key: string;
  readonly right: boolean;
  readonly signs: Signs;
}

const namesOf = (parties: readonly Participant[]): string =>
  parties
    .map(({ country, sector }) => `${country ?? "?"}.${sector}`)
    .sort()
    .join("+") || "-";

/** What a verdict is about; it outlives changes of the coder that leave the report as it is. */
export const keyOf = (document: string, { evidence, type, actors, recipients }: Report): string =>
  [document, evidence.map((span) => span.join("-")).join(","), type, namesOf(actors), namesOf(recipients)].join("\t");

function judgedReport(line: string): JudgedReport {
  const fields = line.split("\t");
  const numbers = fields.slice(KEY.length + 1).map(Number);
  const fault = fields.length !== COLUMNS.length || numbers.some(Number.isNaN);
  if (fault || !/^(right|wrong)$/.test(fields[KEY.length])) throw new Error(`reports.tsv: can't read "${line}"`);
  const signs = Object.fromEntries(SIGNS.map((name, at) => [name, numbers[at]])) as Record<SignName, number>;
  return { document: fields[0], key: fields.slice(0, KEY.length).join("\t"), right: fields[5] === "right", signs };
}

/** The kept verdicts with the signs that the coder saw. */
export function judgedReports(): JudgedReport[] {
  const [head, ...lines] = readFileSync(TABLE, "utf8").split("\n");
  if (head !== COLUMNS.join("\t")) throw new Error(`reports.tsv: its columns are ${COLUMNS.join(", ")}`);
  return lines.filter(Boolean).map(judgedReport);
}

const rounded = (value: number): number => Math.round(1000 * value) / 1000;

export function keepReports(reports: readonly JudgedReport[]): void {
  const lines = reports.map(({ key, right, signs }) =>
    [key, right ? "right" : "wrong", ...SIGNS.map((name) => rounded(signs[name]))].join("\t"),
  );
  writeFileSync(TABLE, `${[COLUMNS.join("\t"), ...lines].join("\n")}\n`);
}
