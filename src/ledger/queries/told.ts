import { EntenteError, type Reading } from "../../schema/index.ts";
import { readingsOf } from "../reviews/reviewed.ts";
import type { ReadText, Told } from "../shapes.ts";
import type { Database } from "../store/database.ts";
import { DOCUMENT_HEAD, type DocumentRow, headOf } from "./documents.ts";
import { incidentReport, type TellingRow } from "./incidents.ts";
import { newestReadings } from "./readings.ts";
import { SOURCE_COLUMNS } from "./shapes.ts";

const IDS = "(SELECT unnest(string_split($1, ' ')))";

interface ToldRow extends TellingRow, Omit<DocumentRow, "id"> {
  readonly incident: string;
}

/** All reports of some incidents and the texts that they stand in, in one pass over the tables. */
export async function toldOf(database: Database, ids: readonly string[]): Promise<Told> {
  const rows = await database.read<ToldRow>(
    `SELECT r.incident, r.id AS report, d.family, ${SOURCE_COLUMNS}, d.author, d.language, d.original, d."text" FROM reports r JOIN documents d ON d.id = r.document
     WHERE r.incident IN ${IDS} ORDER BY d.published NULLS LAST, d.seq, r.id`,
    [ids.join(" ")],
  );
  const documents = new Map(rows.map((row) => [row.document, row]));
  const readings = await readingsOf(database, [...documents.keys()]);
  const reviewed = new Map([...readings].map(([document, both]) => [document, both.reviewed]));
  const told = Map.groupBy(rows, ({ incident }) => incident);
  return {
    reports: new Map([...told].map(([id, own]) => [id, own.map((row) => incidentReport(row, reviewed))])),
    texts: new Map([...readings].map(([id, { reading }]) => [id, { document: textOf(id, documents), reading }])),
  };
}

function textOf(id: string, rows: ReadonlyMap<string, ToldRow>): ReadText["document"] {
  const row = rows.get(id);
  if (row === undefined) throw new EntenteError("document.unknown", { id });
  const { text, url, title, publisher, author, published, language, original } = row;
  return { ...headOf({ id, url, title, publisher, author, published, language, original }), text };
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
