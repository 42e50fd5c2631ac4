import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What can be wrong with a report; `status` and `date` stand beside a verdict of right too. */
const KINDS = ["-", "type", "actor", "recipient", "status", "date", "no event"] as const;

/** What a reader said of one report. */
export interface Verdict {
  readonly draw: string;
  readonly round: string;
  /** Document, evidence, type, actors and recipients, parted by tabs. */
  readonly key: string;
  /** Type, actors and recipients are all right. */
  readonly right: boolean;
  readonly kinds: readonly string[];
  /** What went wrong, in our own words. */
  readonly note: string;
}

const COLUMNS = "draw round document evidence type actors recipients verdict kind note".split(" ");

function verdictOf(line: string, number: number): Verdict {
  const fields = line.split("\t");
  const [draw, round, document, evidence, type, actors, recipients, verdict, kind, note] = fields;
  const kinds = (kind ?? "").split("+");
  const fault = !/^(right|wrong)$/.test(verdict) || kinds.some((one) => !KINDS.some((known) => known === one));
  if (fields.length !== COLUMNS.length || fault) throw new Error(`verdicts.tsv, line ${number}: can't be read`);
  const key = [document, evidence, type, actors, recipients].join("\t");
  return { draw, round, key, right: verdict === "right", kinds, note };
}

/** Reads a table of verdicts; a line that does not fit is refused by its number. */
export function parseVerdicts(table: string): Verdict[] {
  const lines = table.split("\n");
  if (lines[0] !== COLUMNS.join("\t")) throw new Error(`verdicts.tsv: its columns are ${COLUMNS.join(", ")}`);
  return lines.flatMap((line, index) => (index === 0 || line === "" ? [] : [verdictOf(line, index + 1)]));
}

const TABLE = join(import.meta.dirname, "..", "..", "docs", "audit", "verdicts.tsv");

/** The verdicts of the repository. */
export const keptVerdicts = (): Verdict[] => (existsSync(TABLE) ? parseVerdicts(readFileSync(TABLE, "utf8")) : []);
