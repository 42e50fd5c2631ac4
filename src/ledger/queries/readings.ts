import type { Database } from "../store/database.ts";
import { rowsAt } from "./points.ts";

/** A reading as it is stored. */
export interface ReadingRow {
  readonly document: string;
  readonly json: string;
  readonly domains: string;
}

/** The newest reading of each of these documents: found by narrow columns first, since readings are long. */
export async function newestReadings(
  reads: Pick<Database, "read">,
  documents: readonly string[],
): Promise<readonly ReadingRow[]> {
  const newest = await reads.read<{ seq: number }>(
    "SELECT max(seq) AS seq FROM readings WHERE document IN (SELECT unnest(string_split($1, ' '))) GROUP BY document",
    [documents.join(" ")],
  );
  const seqs = newest.map(({ seq }) => seq);
  return reads.read<ReadingRow>(rowsAt("document, json, domains", "readings", "seq", seqs));
}
