import { createHash } from "node:crypto";
import { EntenteError, type Reading, type Span } from "../../schema/index.ts";
import type { Database } from "../store/database.ts";
import type { Originals } from "../store/originals.ts";

/** Something in a ledger that is not as it was stored. */
export interface Damage {
  readonly document: string;
  readonly problem: string;
}

/** What was gone through, and what was found. A whole ledger has no damage. */
export interface Verification {
  readonly documents: number;
  readonly spans: number;
  readonly damage: readonly Damage[];
}

const PAGE = 500;

interface Row {
  readonly seq: number;
  readonly id: string;
  readonly text: string;
  readonly original: string;
  readonly json: string | null;
}

interface ReportRow {
  readonly document: string;
  readonly id: string;
  readonly start: number;
  readonly stop: number;
  readonly quote: string;
}

const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

async function originalProblem(originals: Originals, hash: string): Promise<string[]> {
  try {
    return sha256(await originals.read(hash)) === hash ? [] : [`the original ${hash} was changed`];
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    return [`the original ${hash} is missing`];
  }
}

/** Every span of a reading. */
function spansOf(reading: Reading): Span[] {
  return [
    ...reading.mentions.map((mention) => mention.span),
    ...reading.reports.flatMap((report) => report.evidence),
    ...reading.quotations.flatMap((quotation) => [quotation.cue, ...quotation.content]),
  ];
}

async function problemsOf(row: Row, reports: readonly ReportRow[], originals: Originals): Promise<[number, string[]]> {
  const problems = await originalProblem(originals, row.original);
  if (row.id !== `d${sha256(row.text).slice(0, 24)}`) problems.push("the text is not the one that was read");
  if (row.json === null) return [0, [...problems, "there is no reading"]];
  const spans = spansOf(JSON.parse(row.json) as Reading);
  if (spans.some(([start, stop]) => stop > row.text.length || start > stop))
    problems.push("a span lies outside the text");
  for (const { id, start, stop, quote } of reports)
    if (row.text.slice(start, stop) !== quote) problems.push(`the evidence of ${id} is not what stands in the text`);
  return [spans.length + reports.length, problems];
}

/** Hashes all originals and texts again and cuts every span anew. */
export async function verify(database: Database, originals: Originals): Promise<Verification> {
  const damage: Damage[] = [];
  let [documents, spans, last] = [0, 0, 0];
  for (;;) {
    const rows = await database.read<Row>(
      `SELECT d.seq, d.id, d."text", d.original, arg_max(r.json, r.seq) AS json
       FROM documents d LEFT JOIN readings r ON r.document = d.id
       WHERE d.seq > $1 GROUP BY ALL ORDER BY d.seq LIMIT ${PAGE}`,
      [last],
    );
    if (rows.length === 0) return { documents, spans, damage };
    const reports = await database.read<ReportRow>(
      `SELECT document, id, "start", stop, quote FROM reports WHERE seq BETWEEN $1 AND $2 ORDER BY document, id`,
      [rows[0].seq, rows[rows.length - 1].seq],
    );
    const told = Map.groupBy(reports, (report) => report.document);
    for (const row of rows) {
      const [count, problems] = await problemsOf(row, told.get(row.id) ?? [], originals);
      spans += count;
      damage.push(...problems.map((problem) => ({ document: row.id, problem })));
    }
    documents += rows.length;
    last = rows[rows.length - 1].seq;
  }
}
