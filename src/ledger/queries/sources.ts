import { splitCodes } from "../codes.ts";
import type { IncidentSource, Period, ReadDocument } from "../shapes.ts";
import type { Database } from "../store/database.ts";

/** How a document without a publisher is told. */
export const UNKNOWN_OUTLET = "unnamed";

/** Which documents tell of the incidents, each document once. */
export async function incidentSources(
  database: Database,
  incidents: readonly string[],
): Promise<readonly IncidentSource[]> {
  if (incidents.length === 0) return [];
  return database.read<IncidentSource>(
    `SELECT r.incident, d.id AS document, d.family, coalesce(d.publisher, '${UNKNOWN_OUTLET}') AS outlet,
       string_agg(r.quote, ' … ' ORDER BY r.id) AS words
     FROM reports r JOIN documents d ON d.id = r.document
     WHERE r.incident IN (SELECT unnest(string_split($1, ' ')))
     GROUP BY r.incident, d.id, d.family, d.publisher ORDER BY r.incident, d.id`,
    [incidents.join(" ")],
  );
}

interface ReadRow {
  readonly id: string;
  readonly family: string;
  readonly day: string;
  readonly outlet: string;
  readonly states: string;
}

/** Dated documents of a period with the states that they name. */
export async function readDocuments(database: Database, { from, to }: Period): Promise<readonly ReadDocument[]> {
  const rows = await database.read<ReadRow>(
    `SELECT d.id, d.family, substr(d.published, 1, 10) AS "day", coalesce(d.publisher, '${UNKNOWN_OUTLET}') AS outlet,
       coalesce(string_agg(DISTINCT s.state, '+' ORDER BY s.state), '') AS states
     FROM documents d LEFT JOIN document_states s ON s.document = d.id
     WHERE d.published IS NOT NULL AND substr(d.published, 1, 10) BETWEEN $1 AND $2
     GROUP BY d.id, d.family, d.published, d.publisher ORDER BY "day", d.id`,
    [from ?? "0000-00-00", to ?? "9999-99-99"],
  );
  return rows.map(({ states, ...row }) => ({ ...row, states: splitCodes(states) }));
}
