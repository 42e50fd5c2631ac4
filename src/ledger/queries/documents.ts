import { EntenteError, type Reading } from "../../schema/index.ts";
import type { Copy, DocumentHead, StoredDocument } from "../shapes.ts";
import type { Database } from "../store/database.ts";
import { newestReadings } from "./readings.ts";
import { withoutNulls } from "./shapes.ts";

export interface DocumentRow {
  readonly id: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly original: string;
}

/** The columns of a DocumentRow. */
export const DOCUMENT_HEAD = "id, url, title, publisher, author, published, language, original";

export const headOf = (row: DocumentRow): DocumentHead => {
  const { id, language, original, ...rest } = row;
  return { id, ...withoutNulls(rest), language, original };
};

export async function documentsOf(
  database: Database,
  offset: number,
  limit: number | undefined,
): Promise<readonly DocumentHead[]> {
  const rows = await database.read<DocumentRow>(
    `SELECT ${DOCUMENT_HEAD} FROM documents ORDER BY seq LIMIT $1 OFFSET $2`,
    [limit ?? 1_000_000_000, offset],
  );
  return rows.map(headOf);
}

interface WholeRow extends DocumentRow {
  readonly family: string;
  readonly text: string;
}

async function copiesOf(database: Database, id: string): Promise<Copy[]> {
  const rows = await database.read<{ original: string } & Omit<DocumentRow, "id" | "author" | "language" | "original">>(
    "SELECT url, title, publisher, published, original FROM copies WHERE document = $1 ORDER BY added, original",
    [id],
  );
  return rows.map(({ original, ...rest }) => ({ ...withoutNulls(rest), original }));
}

/** The other documents that share a value with this one. */
async function others(database: Database, id: string, column: "family" | "url", value: string | null) {
  if (value === null) return [];
  const rows = await database.read<DocumentRow>(
    `SELECT ${DOCUMENT_HEAD} FROM documents WHERE ${column} = $1 AND id <> $2 ORDER BY seq`,
    [value, id],
  );
  return rows.map(headOf);
}

async function incidentsOfReports(database: Database, id: string): Promise<Record<string, string>> {
  const rows = await database.read<{ report: string; incident: string }>(
    "SELECT id AS report, incident FROM reports WHERE document = $1 AND incident IS NOT NULL ORDER BY id",
    [id],
  );
  return Object.fromEntries(rows.map((row) => [row.report, row.incident]));
}

/** A document with its newest reading. Errors: document.unknown, data.damaged where it has no reading. */
export async function documentOf(database: Database, id: string): Promise<StoredDocument> {
  const [row] = await database.read<WholeRow>(`SELECT ${DOCUMENT_HEAD}, family, "text" FROM documents WHERE id = $1`, [
    id,
  ]);
  if (!row) throw new EntenteError("document.unknown", { id });
  const { text, family, ...head } = row;
  const [stored] = await newestReadings(database, [id]);
  if (!stored) throw new EntenteError("data.damaged", { path: id, detail: "the document has no reading" });
  return {
    document: { ...headOf(head), text },
    family,
    relatives: await others(database, id, "family", family),
    copies: await copiesOf(database, id),
    revisions: await others(database, id, "url", row.url),
    reading: JSON.parse(stored.json) as Reading,
    incidentOf: await incidentsOfReports(database, id),
  };
}
