import type { Document, Domain, Reading } from "../../schema/index.ts";
import { withoutNulls } from "../queries/shapes.ts";
import type { Entry } from "../shapes.ts";
import type { Database } from "../store/database.ts";

const PAGE = 200;

/** The originals are in their folder already. */
const STORED = new Uint8Array();

interface DocumentRow {
  readonly id: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly text: string;
  readonly original: string;
}

interface EntryRow extends DocumentRow {
  readonly seq: number;
  readonly json: string;
  readonly domains: string;
  readonly added: string;
}

const COLUMNS = `d.id, d.url, d.title, d.publisher, d.author, d.published, d.language, d."text", d.original`;

function documentIn(row: DocumentRow): Document {
  const { id, language, text, original, url, title, publisher, author, published } = row;
  return { id, ...withoutNulls({ url, title, publisher, author, published }), language, text, original };
}

const entryOf = (row: EntryRow): Entry => ({
  document: documentIn(row),
  original: STORED,
  reading: JSON.parse(row.json) as Reading,
  domains: JSON.parse(row.domains) as Record<string, Domain>,
  added: row.added,
});

/** Pages of rows with rising numbers, until there is none. */
async function* pagesOf<T extends { readonly seq: number }>(
  pageAfter: (last: number) => Promise<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  for (let last = 0; ; ) {
    const rows = await pageAfter(last);
    if (rows.length === 0) return;
    last = rows[rows.length - 1].seq;
    yield rows;
  }
}

/** All readings with their documents, as they were appended, in pages. Whatever else a ledger holds follows from them. */
export async function* entriesOf(database: Database): AsyncGenerator<Entry[]> {
  const pages = pagesOf((last) =>
    database.read<EntryRow>(
      `SELECT r.seq, ${COLUMNS}, r.json, r.domains, r.added FROM readings r JOIN documents d ON d.id = r.document
       WHERE r.seq > $1 ORDER BY r.seq LIMIT ${PAGE}`,
      [last],
    ),
  );
  for await (const rows of pages) yield rows.map(entryOf);
}

/** Which documents: those published in a period, or all of them. */
export interface Chosen {
  readonly from?: string;
  readonly to?: string;
}

/** The condition on the day of publication, under the name `d`. */
export const chosenDocuments = ({ from, to }: Chosen): string =>
  from === undefined && to === undefined
    ? "true"
    : `substr(d.published, 1, 10) BETWEEN '${from ?? "0000-00-00"}' AND '${to ?? "9999-99-99"}'`;

/** The documents of a period with the reading that counts, in the order in which they came. */
export async function* countingEntries(database: Database, chosen: Chosen): AsyncGenerator<Entry[]> {
  const pages = pagesOf((last) =>
    database.read<EntryRow>(
      `WITH page AS (SELECT * FROM documents d WHERE d.seq > $1 AND ${chosenDocuments(chosen)} ORDER BY d.seq LIMIT ${PAGE})
       SELECT d.seq, ${COLUMNS}, arg_max(r.json, r.seq) AS json, arg_max(r.domains, r.seq) AS domains, d.added
       FROM page d JOIN readings r ON r.document = d.id GROUP BY ALL ORDER BY d.seq`,
      [last],
    ),
  );
  for await (const rows of pages) yield rows.map(entryOf);
}

/** All documents, in the order in which they came, in pages. */
export async function* documentPages(database: Database): AsyncGenerator<Document[]> {
  const pages = pagesOf((last) =>
    database.read<DocumentRow & { seq: number }>(
      `SELECT d.seq, ${COLUMNS} FROM documents d WHERE d.seq > $1 ORDER BY d.seq LIMIT ${PAGE}`,
      [last],
    ),
  );
  for await (const rows of pages) yield rows.map(documentIn);
}
