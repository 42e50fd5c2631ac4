import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { EntenteError, Grouping, Review } from "../../schema/index.ts";
import type { Database, Writer } from "../store/database.ts";

/** Whatever can be asked: the ledger as it was committed, or as a transaction sees it. */
export type Reads = Pick<Database, "read">;

type Table = "reviews" | "groupings";

interface RecordRow {
  readonly id: string;
  readonly kind: string;
  readonly of: string | null;
  readonly document: string | null;
  readonly reviewer: string;
  readonly at: string;
  readonly json: string;
}

type Undoable = { readonly id: string; readonly undone?: { reviewer: string; at: string } };

const COLUMNS = 'id, kind, "of", document, reviewer, "at", json';

/** The records in the order in which they were made, each with who took it back. */
function recordsOf<T extends Undoable>(rows: readonly RecordRow[], shape: z.ZodType<T>): T[] {
  const undone = new Map(
    rows.filter(({ kind }) => kind === "undo").map(({ of, reviewer, at }) => [of, { reviewer, at }]),
  );
  return rows
    .filter(({ kind }) => kind !== "undo")
    .map(({ id, json }) => {
      const record = shape.parse(JSON.parse(json));
      const by = undone.get(id);
      return by ? { ...record, undone: by } : record;
    });
}

/** All reviews, or those of some documents, the oldest first. */
export async function reviewsOf(reads: Reads, documents?: readonly string[]): Promise<Review[]> {
  const where = documents ? "WHERE document IN (SELECT unnest(string_split($1, ' ')))" : "";
  const rows = await reads.read<RecordRow>(
    `SELECT ${COLUMNS} FROM reviews ${where} ORDER BY seq`,
    documents ? [documents.join(" ")] : [],
  );
  return recordsOf(rows, Review);
}

/** All splits and merges, the oldest first. */
export async function groupingsOf(reads: Reads): Promise<Grouping[]> {
  return recordsOf(await reads.read<RecordRow>(`SELECT ${COLUMNS} FROM groupings ORDER BY seq`), Grouping);
}

/** A name for a record that nobody else gives. */
export const recordId = (letter: "v" | "g"): string => `${letter}${randomBytes(12).toString("hex")}`;

export const now = (): string => new Date().toISOString();

async function nextSeq(writer: Writer, table: Table): Promise<number> {
  const [{ next }] = await writer.read<{ next: number }>(
    `SELECT coalesce(max(seq), 0)::INTEGER + 1 AS next FROM ${table}`,
  );
  return next;
}

/** Writes a review. */
export async function writeReview(writer: Writer, review: Review): Promise<void> {
  const { id, kind, document, reviewer, at } = review;
  const seq = await nextSeq(writer, "reviews");
  await writer.insert("reviews", [[seq, id, kind, null, document, reviewer, at, JSON.stringify(review)]]);
}

/** Writes a split or merge. */
export async function writeGrouping(writer: Writer, grouping: Grouping): Promise<void> {
  const { id, kind, reviewer, at } = grouping;
  const seq = await nextSeq(writer, "groupings");
  await writer.insert("groupings", [[seq, id, kind, null, null, reviewer, at, JSON.stringify(grouping)]]);
}

/** Writes that a record was taken back. Errors: review.undone. */
export async function writeUndo(
  writer: Writer,
  table: Table,
  record: Undoable,
  document: string | null,
  reviewer: string,
): Promise<{ reviewer: string; at: string }> {
  if (record.undone)
    throw new EntenteError("review.undone", { id: record.id, reviewer: record.undone.reviewer, at: record.undone.at });
  const at = now();
  const seq = await nextSeq(writer, table);
  const id = recordId(table === "reviews" ? "v" : "g");
  await writer.insert(table, [[seq, id, "undo", record.id, document, reviewer, at, "{}"]]);
  return { reviewer, at };
}
