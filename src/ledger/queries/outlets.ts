import type { Database } from "../store/database.ts";
import { withoutNulls } from "./shapes.ts";

/** What the ledger knows of an outlet. */
export interface OutletCount {
  readonly publisher?: string;
  readonly documents: number;
  readonly newest?: string;
  readonly lastAdded: string;
}

/** Outlets by the number of their documents; documents without a publisher are one entry. */
export async function outletsOf(database: Database): Promise<readonly OutletCount[]> {
  const rows = await database.read<{
    publisher: string | null;
    documents: number;
    newest: string | null;
    lastAdded: string;
  }>(
    `SELECT publisher, count(*)::INTEGER AS documents, max(published) AS newest, max(added) AS "lastAdded"
     FROM documents GROUP BY publisher ORDER BY documents DESC, publisher`,
  );
  return rows.map(({ documents, lastAdded, ...rest }) => ({ documents, lastAdded, ...withoutNulls(rest) }));
}
