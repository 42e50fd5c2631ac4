import { EntenteError, type IncidentReport, type Reading } from "../../schema/index.ts";
import { reviewedReadings } from "../reviews/reviewed.ts";
import type { ReadText } from "../shapes.ts";
import type { Database } from "../store/database.ts";
import { DOCUMENT_HEAD, type DocumentRow, headOf } from "./documents.ts";
import { incidentReport, type TellingRow } from "./incidents.ts";
import { newestReadings } from "./readings.ts";
import { SOURCE_COLUMNS } from "./shapes.ts";

const IDS = "(SELECT unnest(string_split($1, ' ')))";

/** All reports of some incidents, in one pass over the tables; of an incident the earliest published first. */
export async function reportsOfIncidents(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly IncidentReport[]>> {
  const rows = await database.read<TellingRow & { readonly incident: string }>(
    `SELECT r.incident, r.id AS report, d.family, ${SOURCE_COLUMNS}, d."text" FROM reports r JOIN documents d ON d.id = r.document
     WHERE r.incident IN ${IDS} ORDER BY d.published NULLS LAST, d.seq, r.id`,
    [ids.join(" ")],
  );
  const readings = await reviewedReadings(database, [...new Set(rows.map(({ document }) => document))]);
  const told = Map.groupBy(rows, ({ incident }) => incident);
  return new Map([...told].map(([incident, own]) => [incident, own.map((row) => incidentReport(row, readings))]));
}

/** Documents with their newest readings, by id, in one pass over the tables. Errors: document.unknown. */
export async function textsOf(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, ReadText>> {
  const rows = await database.read<DocumentRow & { readonly text: string }>(
    `SELECT ${DOCUMENT_HEAD}, "text" FROM documents WHERE id IN ${IDS}`,
    [ids.join(" ")],
  );
  const readings = new Map((await newestReadings(database, ids)).map(({ document, json }) => [document, json]));
  const found = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    ids.map((id) => {
      const [row, json] = [found.get(id), readings.get(id)];
      if (row === undefined || json === undefined) throw new EntenteError("document.unknown", { id });
      const { text, ...head } = row;
      return [id, { document: { ...headOf(head), text }, reading: JSON.parse(json) as Reading }];
    }),
  );
}
