import type { DocumentHit, QuotationHit, Span } from "../../schema/index.ts";
import { rowsAt } from "../queries/points.ts";
import { type QuotationRow, quotationCard } from "../queries/quotations.ts";
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

const TEXT_COLUMNS = `d.seq, d."text", ${SOURCE_COLUMNS}`;

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
  const rows = await database.read<TextRow>(rowsAt(TEXT_COLUMNS, "documents d", "d.seq", numbersOf(ranked)));
  const byNumber = new Map(rows.map((row) => [row.seq, row]));
  return ranked.flatMap(({ unit, score }) => {
    const row = byNumber.get(unit);
    return row ? [documentHit(row, score, wanted)] : [];
  });
}

const OWN = {
  quotations: "seq, id, speaker, country, kind, spans, words",
  reports: `seq, id, "start", stop`,
} as const;

/** What tells a passage from others. */
interface Own {
  readonly seq: number;
  readonly id: string;
}

/** Something that stands in a document, as its own table has it, with the document and its text. */
export type Passage<T> = T & TextRow & { readonly number: number; readonly actor: string | null };

/** Passages by their numbers. */
export async function passagesAt<T extends Own>(
  database: Database,
  table: keyof typeof OWN,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Passage<T>>> {
  if (numbers.length === 0) return new Map();
  const passages = await database.read<Own & { number: number; actor: string | null }>(
    rowsAt("number, seq, id, actor", "passages", "number", numbers),
  );
  const seqs = [...new Set(passages.map(({ seq }) => seq))];
  const own = await database.read<T>(rowsAt(OWN[table], table, "seq", seqs));
  const documents = await database.read<TextRow>(rowsAt(TEXT_COLUMNS, "documents d", "d.seq", seqs));
  const keyOf = ({ seq, id }: Own): string => `${seq} ${id}`;
  const owns = new Map(own.map((row) => [keyOf(row), row]));
  const texts = new Map(documents.map((row) => [row.seq, row]));
  return new Map(
    passages.flatMap((passage) => {
      const [told, document] = [owns.get(keyOf(passage)), texts.get(passage.seq)];
      return told && document ? [[passage.number, { ...told, ...passage, ...document }] as const] : [];
    }),
  );
}

type SaidRow = Own & Pick<QuotationRow, "speaker" | "country" | "kind" | "spans" | "words">;

/** Quotations with the matching words marked, in the order of their rank. */
export async function quotationHits(
  database: Database,
  ranked: readonly Ranked[],
  wanted: Wanted,
): Promise<QuotationHit[]> {
  const passages = await passagesAt<SaidRow>(database, "quotations", numbersOf(ranked));
  return ranked.flatMap(({ unit, score }) => {
    const row = passages.get(unit);
    if (row === undefined) return [];
    const quotation = quotationCard({ ...row, quotation: row.id });
    return [{ kind: "quotation" as const, score, quotation, marks: marksIn(quotation.words, wanted) }];
  });
}
