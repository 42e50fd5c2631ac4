import type { DuckDBValue } from "@duckdb/node-api";
import type { SearchHit, SearchQuery, SearchResult } from "../../schema/index.ts";
import { SOURCE_COLUMNS, type SourceRow, sourceCard } from "../queries/shapes.ts";
import type { Database } from "../store/database.ts";
import { passageOf } from "./marks.ts";
import { termKey, termsOf } from "./terms.ts";

/** The usual constants of BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework", section 3.4). */
const K1 = 1.2;
const B = 0.75;
const MOST_TERMS = 12;
const PAGE = 20;

/**
 * Documents that hold every wanted term and meet the conditions, with their BM25 score. The inverse document frequency
 * is ln(1 + (N - n + 0.5) / (n + 0.5)), which is never negative.
 */
const SQL = (conditions: string): string => `
  WITH wanted AS (SELECT unnest(string_split($terms, ' '))::INTEGER AS term),
  found AS (SELECT p.term, p.document, p.count FROM postings p SEMI JOIN wanted USING (term)),
  common AS (SELECT term, count(*) AS n FROM found GROUP BY term),
  total AS (SELECT count(*) AS documents, greatest(avg(length), 1) AS length FROM documents),
  scored AS (
    SELECT f.document, count(*) AS terms,
      sum(ln(1 + (total.documents - n + 0.5) / (n + 0.5))
        * f.count * (${K1} + 1) / (f.count + ${K1} * (1 - ${B} + ${B} * d.length / total.length))) AS score
    FROM found f JOIN common USING (term) JOIN documents d ON d.seq = f.document, total
    ${conditions} GROUP BY f.document HAVING count(*) = $needed),
  ranked AS (SELECT document AS seq, score, count(*) OVER () AS matches FROM scored ORDER BY score DESC, seq LIMIT $limit OFFSET $offset)
  SELECT ${SOURCE_COLUMNS}, d."text", r.score, r.matches::INTEGER AS matches
  FROM ranked r JOIN documents d ON d.seq = r.seq ORDER BY r.score DESC, r.seq`;

interface HitRow extends SourceRow {
  readonly text: string;
  readonly score: number;
  readonly matches: number;
}

const names = (state: string): string => `d.id IN (SELECT document FROM document_states WHERE state = $${state})`;

function conditionsOf(query: SearchQuery): { where: string; values: Record<string, DuckDBValue> } {
  const { from, to, publisher, language, states = [] } = query;
  const [one, other] = states;
  const conditions = [
    from !== undefined && "substr(d.published, 1, 10) >= $from",
    to !== undefined && "substr(d.published, 1, 10) <= $to",
    publisher !== undefined && "lower(d.publisher) = lower($publisher)",
    language !== undefined && "d.language = $language",
    one !== undefined && names("one"),
    other !== undefined && names("other"),
  ].filter((condition) => condition !== false);
  const given = Object.entries({ from, to, publisher, language, one, other }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    where: conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`,
    values: Object.fromEntries(given) as Record<string, DuckDBValue>,
  };
}

function hitOf(row: HitRow, wanted: ReadonlySet<string>): SearchHit {
  const { span, marks } = passageOf(row.text, wanted);
  return { source: sourceCard(row), score: row.score, span, words: row.text.slice(...span), marks: [...marks] };
}

/**
 * Documents that hold all the words of a query, in the headline or the text, the most relevant first. A query without
 * words finds nothing.
 */
export async function search(database: Database, query: SearchQuery): Promise<SearchResult> {
  const wanted = new Set(termsOf(query.words).map(({ term }) => term));
  const keys = new Set([...wanted].slice(0, MOST_TERMS).map(termKey));
  if (keys.size === 0) return { matches: 0, hits: [] };
  const { where, values } = conditionsOf(query);
  const rows = await database.read<HitRow>(SQL(where), {
    ...values,
    terms: [...keys].join(" "),
    needed: keys.size,
    limit: query.limit ?? PAGE,
    offset: query.offset ?? 0,
  });
  return { matches: rows[0]?.matches ?? 0, hits: rows.map((row) => hitOf(row, wanted)) };
}
