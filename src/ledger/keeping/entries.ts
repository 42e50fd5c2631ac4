import type { Document, Domain, Reading } from "../../schema/index.ts";
import { withoutNulls } from "../queries/shapes.ts";
import type { Database } from "../store/database.ts";
import type { Originals } from "../store/originals.ts";
import type { Entry } from "../types.ts";

const PAGE = 200;

interface EntryRow {
  readonly seq: number;
  readonly id: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly text: string;
  readonly original: string;
  readonly json: string;
  readonly domains: string;
  readonly added: string;
}

const SQL = `SELECT r.seq, d.id, d.url, d.title, d.publisher, d.author, d.published, d.language, d."text", d.original,
  r.json, r.domains, r.added
  FROM readings r JOIN documents d ON d.id = r.document WHERE r.seq > $1 ORDER BY r.seq LIMIT ${PAGE}`;

async function entryOf(row: EntryRow, originals: Originals): Promise<Entry> {
  const { id, language, text, original, url, title, publisher, author, published } = row;
  const facts = withoutNulls({ url, title, publisher, author, published });
  const document: Document = { id, ...facts, language, text, original };
  return {
    document,
    original: await originals.read(original),
    reading: JSON.parse(row.json) as Reading,
    domains: JSON.parse(row.domains) as Record<string, Domain>,
    added: row.added,
  };
}

/** All readings with their documents, as they were appended, in pages. Whatever else a ledger holds follows from them. */
export async function* entriesOf(database: Database, originals: Originals): AsyncGenerator<Entry[]> {
  let last = 0;
  for (;;) {
    const rows = await database.read<EntryRow>(SQL, [last]);
    if (rows.length === 0) return;
    last = rows[rows.length - 1].seq;
    yield await Promise.all(rows.map((row) => entryOf(row, originals)));
  }
}
