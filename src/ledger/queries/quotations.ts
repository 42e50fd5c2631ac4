import type { DuckDBValue } from "@duckdb/node-api";
import type { QuotationCard, Span } from "../../schema/index.ts";
import { sortedDyad } from "../codes.ts";
import type { DyadQuery } from "../shapes.ts";
import type { Database } from "../store/database.ts";
import { SOURCE_COLUMNS, type SourceRow, sourceCard } from "./shapes.ts";

export interface QuotationRow extends SourceRow {
  readonly quotation: string;
  readonly speaker: string;
  readonly country: string | null;
  readonly actor: string | null;
  readonly kind: QuotationCard["kind"];
  readonly spans: string;
  readonly words: string;
}

/** The columns of a QuotationRow, from quotations `q`, their passages `p` and documents `d`. */
const QUOTATION_COLUMNS = `q.id AS quotation, q.speaker, q.country, p.actor, q.kind, q.spans, q.words, ${SOURCE_COLUMNS}`;

/** A quotation's row in the published shape. */
export const quotationCard = (row: QuotationRow): QuotationCard => ({
  id: row.quotation,
  speaker: row.speaker,
  country: row.country,
  ...(row.actor === null ? {} : { actor: row.actor }),
  kind: row.kind,
  words: row.words,
  spans: JSON.parse(row.spans) as Span[],
  source: sourceCard(row),
});

const NEWEST = "q.day DESC NULLS LAST, q.seq, q.id";

/** What persons of the two states say in documents that name both, newest first: chosen by narrow columns, then told. */
export async function quotationsOf(database: Database, query: DyadQuery): Promise<readonly QuotationCard[]> {
  const values: DuckDBValue[] = [...sortedDyad(query.dyad), query.from ?? "", query.to ?? "9999-99-99"];
  const limit = query.limit === undefined ? "" : `LIMIT ${Math.trunc(query.limit)}`;
  const rows = await database.read<QuotationRow>(
    `WITH chosen AS MATERIALIZED (
       SELECT q.rowid AS place, q.seq FROM quotations q
       WHERE q.country IN ($1, $2) AND coalesce(q.day, '') >= $3 AND coalesce(q.day, '') <= $4
         AND q.document IN (SELECT document FROM document_states WHERE state = $1)
         AND q.document IN (SELECT document FROM document_states WHERE state = $2)
       ORDER BY ${NEWEST} ${limit})
     SELECT ${QUOTATION_COLUMNS} FROM (SELECT * FROM quotations WHERE rowid IN (SELECT place FROM chosen)) q
       JOIN (SELECT * FROM documents WHERE seq IN (SELECT seq FROM chosen)) d ON d.seq = q.seq
       LEFT JOIN (SELECT seq, id, actor FROM passages WHERE kind = 1 AND seq IN (SELECT seq FROM chosen)) p
         ON p.seq = q.seq AND p.id = q.id
     ORDER BY ${NEWEST}`,
    values,
  );
  return rows.map(quotationCard);
}
