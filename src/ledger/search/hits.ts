import type { DocumentHit, QuotationHit, Span } from "../../schema/index.ts";
import { rowsAt } from "../queries/points.ts";
import { QUOTATION_COLUMNS, type QuotationRow, quotationCard } from "../queries/quotations.ts";
import { SOURCE_COLUMNS, type SourceRow, sourceCard } from "../queries/shapes.ts";
import type { Database } from "../store/database.ts";
import { marksIn, passageOf } from "./marks.ts";
import type { Wanted } from "./words.ts";

/** A unit that was found, with its BM25 score. */
export interface Ranked {
  readonly unit: number;
  readonly score: number;
}

const within = ([start]: Span, marks: readonly Span[]): Span[] =>
  marks.map(([from, to]): Span => [from - start, to - start]);

interface TextRow extends SourceRow {
  readonly seq: number;
  readonly text: string;
}

function documentHit({ text, ...row }: TextRow, score: number, wanted: Wanted): DocumentHit {
  const { span, marks } = passageOf(text, marksIn(text, wanted));
  return {
    kind: "document",
    score,
    source: sourceCard(row),
    words: text.slice(...span),
    marks: within(span, marks),
    at: marks.length > 0 ? [...marks] : [span],
  };
}

const numbersOf = (ranked: readonly Ranked[]): number[] => ranked.map(({ unit }) => unit);

/** Documents with the passage in which most of the words stand, in the order of their rank. */
export async function documentHits(
  database: Database,
  ranked: readonly Ranked[],
  wanted: Wanted,
): Promise<DocumentHit[]> {
  if (ranked.length === 0) return [];
  const rows = await database.read<TextRow>(
    rowsAt(`d.seq, d."text", ${SOURCE_COLUMNS}`, "documents d", "d.seq", numbersOf(ranked)),
  );
  const byNumber = new Map(rows.map((row) => [row.seq, row]));
  return ranked.flatMap(({ unit, score }) => {
    const row = byNumber.get(unit);
    return row ? [documentHit(row, score, wanted)] : [];
  });
}

interface SaidRow extends QuotationRow {
  readonly number: number;
}

const DOCUMENT = `seq, id, title, publisher, published, url, "text"`;
const OWN = {
  quotations: "seq, id, speaker, country, kind, spans, words",
  reports: `seq, id, "start", stop`,
} as const;

/** Passages `p` by their numbers, each with what it is in its own table, under the name `own`, and its document `d`. */
export async function passagesAt(
  database: Database,
  table: keyof typeof OWN,
  own: string,
  numbers: readonly number[],
): Promise<string> {
  const passages = rowsAt("number, seq, id, actor", "passages", "number", numbers);
  const places = await database.read<{ seq: number }>(`SELECT DISTINCT seq FROM (${passages})`);
  const seqs = places.map(({ seq }) => seq);
  return `(${passages}) p JOIN (${rowsAt(OWN[table], table, "seq", seqs)}) ${own} ON ${own}.seq = p.seq AND ${own}.id = p.id
    JOIN (${rowsAt(DOCUMENT, "documents", "seq", seqs)}) d ON d.seq = p.seq`;
}

/** Quotations with the matching words marked, in the order of their rank. */
export async function quotationHits(
  database: Database,
  ranked: readonly Ranked[],
  wanted: Wanted,
): Promise<QuotationHit[]> {
  if (ranked.length === 0) return [];
  const rows = await database.read<SaidRow>(
    `SELECT p.number, ${QUOTATION_COLUMNS} FROM ${await passagesAt(database, "quotations", "q", numbersOf(ranked))}`,
  );
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  return ranked.flatMap(({ unit, score }) => {
    const row = byNumber.get(unit);
    if (row === undefined) return [];
    const quotation = quotationCard(row);
    return [{ kind: "quotation" as const, score, quotation, marks: marksIn(quotation.words, wanted) }];
  });
}
