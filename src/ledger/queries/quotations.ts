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
export const QUOTATION_COLUMNS = `q.id AS quotation, q.speaker, q.country, p.actor, q.kind, q.spans, q.words, ${SOURCE_COLUMNS}`;

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

/** What persons of the two states say in documents that name both, newest first. */
export async function quotationsOf(database: Database, query: DyadQuery): Promise<readonly QuotationCard[]> {
  const values: DuckDBValue[] = [...sortedDyad(query.dyad), query.from ?? "", query.to ?? "9999-99-99"];
  const limit = query.limit === undefined ? "" : `LIMIT ${Math.trunc(query.limit)}`;
  const rows = await database.read<QuotationRow>(
    `SELECT ${QUOTATION_COLUMNS} FROM quotations q JOIN documents d ON d.id = q.document
     LEFT JOIN passages p ON p.seq = q.seq AND p.id = q.id AND p.kind = 1
     WHERE q.country IN ($1, $2)
       AND q.document IN (SELECT document FROM document_states WHERE state = $1)
       AND q.document IN (SELECT document FROM document_states WHERE state = $2)
       AND coalesce(q.day, '') >= $3 AND coalesce(q.day, '') <= $4
     ORDER BY q.day DESC NULLS LAST, q.seq, q.id ${limit}`,
    values,
  );
  return rows.map(quotationCard);
}
