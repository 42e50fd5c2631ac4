import { createHash } from "node:crypto";
import { type Damage, EntenteError, type Reading, type Span, type Verification } from "../../schema/index.ts";
import type { Database } from "../store/database.ts";
import type { Originals } from "../store/originals.ts";
import { tableDamage } from "./verify-tables.ts";

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

type Problem = Omit<Damage, "document">;

const RESTORE = "Restore the data folder from a backup, or delete nothing and export what is whole.";
const RECODE = "Run `entente recode --take`: the document is then read anew.";

const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

async function originalProblem(originals: Originals, hash: string): Promise<Problem[]> {
  const put = `Copy originals/${hash.slice(0, 2)}/${hash} back from a backup, or add the document again from its source.`;
  try {
    if (sha256(await originals.read(hash)) === hash) return [];
    return [{ problem: `the original ${hash} was changed`, remedy: put }];
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    return [{ problem: `the original ${hash} is missing`, remedy: put }];
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

function readingIn(json: string): Reading | undefined {
  try {
    return JSON.parse(json) as Reading;
  } catch {
    return undefined;
  }
}

/** What is wrong with a text and what was read in it, and how many spans were cut. */
function textProblems(row: Row, reports: readonly ReportRow[]): [number, Problem[]] {
  const problems: Problem[] = [];
  if (row.id !== `d${sha256(row.text).slice(0, 24)}`)
    problems.push({ problem: "the text is not the one that was read", remedy: RESTORE });
  if (row.json === null) return [0, [...problems, { problem: "there is no reading", remedy: RECODE }]];
  const reading = readingIn(row.json);
  if (!reading) return [0, [...problems, { problem: "the reading is malformed", remedy: RESTORE }]];
  const spans = spansOf(reading);
  if (spans.some(([start, stop]) => stop > row.text.length || start > stop))
    problems.push({ problem: "a span lies outside the text", remedy: RESTORE });
  for (const { id, start, stop, quote } of reports)
    if (row.text.slice(start, stop) !== quote)
      problems.push({ problem: `the evidence of ${id} is not what stands in the text`, remedy: RESTORE });
  return [spans.length + reports.length, problems];
}

/** Documents in pages, each with its newest reading and its reports. */
async function* pages(database: Database): AsyncGenerator<{ row: Row; reports: readonly ReportRow[] }[]> {
  for (let last = 0; ; ) {
    const rows = await database.read<Row>(
      `WITH page AS (SELECT seq, id, "text", original FROM documents WHERE seq > $1 ORDER BY seq LIMIT ${PAGE})
       SELECT d.seq, d.id, d."text", d.original, arg_max(r.json, r.seq) AS json
       FROM page d LEFT JOIN readings r ON r.document = d.id GROUP BY ALL ORDER BY d.seq`,
      [last],
    );
    if (rows.length === 0) return;
    const reports = await database.read<ReportRow>(
      `SELECT document, id, "start", stop, quote FROM reports WHERE seq BETWEEN $1 AND $2 ORDER BY document, id`,
      [rows[0].seq, rows[rows.length - 1].seq],
    );
    const told = Map.groupBy(reports, (report) => report.document);
    last = rows[rows.length - 1].seq;
    yield rows.map((row) => ({ row, reports: told.get(row.id) ?? [] }));
  }
}

/** Hashes all originals and texts again, cuts every span anew, and holds the tables against each other. */
export async function verify(database: Database, originals: Originals): Promise<Verification> {
  const damage: Damage[] = [];
  const seen = new Set<string>();
  let [documents, spans] = [0, 0];
  const hash = async (document: string, original: string): Promise<void> => {
    if (seen.has(original)) return;
    seen.add(original);
    damage.push(...(await originalProblem(originals, original)).map((problem) => ({ document, ...problem })));
  };
  for await (const page of pages(database)) {
    for (const { row, reports } of page) {
      await hash(row.id, row.original);
      const [count, problems] = textProblems(row, reports);
      spans += count;
      damage.push(...problems.map((problem) => ({ document: row.id, ...problem })));
    }
    documents += page.length;
  }
  const copies = await database.read<{ document: string; original: string }>("SELECT document, original FROM copies");
  for (const { document, original } of copies) await hash(document, original);
  damage.push(...(await tableDamage(database)));
  return { documents, originals: seen.size, spans, damage };
}
