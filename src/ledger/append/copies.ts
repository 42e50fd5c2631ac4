import type { Document } from "../../schema/index.ts";
import type { Row, Writer } from "../store/database.ts";
import { copyRow } from "./rows.ts";

interface Publication {
  readonly document: string;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly original: string;
}

const keyOf = ({ document, url, publisher, original }: Publication): string =>
  JSON.stringify([document, url, publisher, original]);

const publicationOf = (document: Document): Publication => ({
  document: document.id,
  url: document.url ?? null,
  publisher: document.publisher ?? null,
  original: document.original,
});

/** Rows for texts that are stored, but came from an address, a publisher or bytes that are not known of them. */
export async function copiesOf(writer: Writer, documents: readonly Document[], added: string): Promise<Row[]> {
  const stored = await writer.read<Publication>(
    `WITH ids AS (SELECT unnest(string_split($1, ' ')) AS id)
     SELECT d.id AS document, url, publisher, original FROM documents d SEMI JOIN ids ON ids.id = d.id
     UNION ALL
     SELECT document, url, publisher, original FROM copies SEMI JOIN ids ON ids.id = document`,
    [documents.map((document) => document.id).join(" ")],
  );
  const seen = new Set(stored.map(keyOf));
  const rows: Row[] = [];
  for (const document of documents) {
    const key = keyOf(publicationOf(document));
    if (!seen.has(key)) rows.push(copyRow(document, added));
    seen.add(key);
  }
  return rows;
}
