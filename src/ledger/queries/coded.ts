import type { Reading } from "../../schema/index.ts";
import type { Database } from "../store/database.ts";

/** Those of the documents that have a reading by this very coder. */
export async function codedBy(
  database: Database,
  ids: readonly string[],
  { version, model, knowledge }: Reading["coder"],
): Promise<ReadonlySet<string>> {
  const rows = await database.read<{ document: string }>(
    `SELECT DISTINCT document FROM readings WHERE document IN (SELECT unnest(string_split($1, ' ')))
     AND coder = $2 AND model = $3 AND knowledge = $4`,
    [ids.join(" "), version, model, knowledge],
  );
  return new Set(rows.map(({ document }) => document));
}
