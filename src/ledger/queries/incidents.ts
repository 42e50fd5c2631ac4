import type { DuckDBValue } from "@duckdb/node-api";
import {
  type Domain,
  EntenteError,
  type EventType,
  type Evidence,
  type Incident,
  type IncidentReport,
  type IncidentSummary,
  type PlaceIdentity,
  type Reading,
  type Report,
  type ReviewState,
  type Status,
} from "../../schema/index.ts";
import { sortedDyad, splitCodes } from "../codes.ts";
import type { Reviewed } from "../reviews/apply.ts";
import { groupingsAbout } from "../reviews/grouped.ts";
import { reviewedReadings } from "../reviews/reviewed.ts";
import type { DyadQuery, IncidentOutline, IncidentQuery } from "../shapes.ts";
import type { Database } from "../store/database.ts";
import { rowsAt } from "./points.ts";
import { SOURCE_COLUMNS, type SourceRow, sourceCard } from "./shapes.ts";

interface IncidentRow extends SourceRow {
  readonly id: string;
  readonly type: EventType;
  readonly mode: string | null;
  readonly domain: Domain;
  readonly status: Status;
  readonly actors: string;
  readonly recipients: string;
  readonly against: string;
  readonly day_from: string | null;
  readonly day_to: string | null;
  readonly place: string | null;
  readonly score: number;
  readonly confidence: number;
  readonly documents: number;
  readonly publishers: number;
  readonly families: number;
  readonly start: number;
  readonly stop: number;
  readonly quote: string;
  readonly review: ReviewState | null;
}

const INCIDENT_COLUMNS = `id, type, mode, domain, status, actors, recipients, against, day_from, day_to, place, score, confidence,
  documents, publishers, families, document, "start", stop, quote, review`;

const COLUMNS = `i.id, i.type, i.mode, i.domain, i.status, i.actors, i.recipients, i.against, i.day_from, i.day_to, i.place,
  i.score, i.confidence, i.documents, i.publishers, i.families, i."start", i.stop, i.quote, i.review, ${SOURCE_COLUMNS}`;

/** An incident's row in the published shape. */
function summaryOf(row: IncidentRow): IncidentSummary {
  return {
    id: row.id,
    type: row.type,
    ...(row.mode === null ? {} : { mode: row.mode }),
    domain: row.domain,
    actors: splitCodes(row.actors),
    recipients: splitCodes(row.recipients),
    directedAgainst: splitCodes(row.against),
    ...(row.day_from === null || row.day_to === null ? {} : { date: { from: row.day_from, to: row.day_to } }),
    ...(row.place === null ? {} : { place: JSON.parse(row.place) as PlaceIdentity }),
    status: row.status,
    score: row.score,
    confidence: row.confidence,
    documents: row.documents,
    publishers: row.publishers,
    families: row.families,
    ...(row.review === null ? {} : { review: row.review }),
    evidence: { source: sourceCard(row), span: [row.start, row.stop], words: row.quote },
  };
}

/** The conditions of a query on the incidents, or on the index of dyads where it asks for one; their values by name. */
function conditionsOf(query: IncidentQuery, id: string): { where: string; values: Record<string, DuckDBValue> } {
  const [a, b] = query.dyad ? sortedDyad(query.dyad) : [];
  const { from, to } = query;
  const status = query.status?.join(" ");
  const ids = query.ids?.join(" ");
  const conditions = [
    a !== undefined && "a = $a AND b = $b",
    from !== undefined && "day_to >= $from",
    to !== undefined && "day_from <= $to",
    status !== undefined && "list_contains(string_split($status, ' '), status)",
    ids !== undefined && `${id} IN (SELECT unnest(string_split($ids, ' ')))`,
  ].filter((condition) => condition !== false);
  const given = Object.entries({ a, b, from, to, status, ids }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    where: conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`,
    values: Object.fromEntries(given),
  };
}

const ORDERS = {
  newest: (id: string): string => `day_to DESC NULLS LAST, ${id}`,
  date: (id: string): string => `day_from NULLS LAST, day_to, ${id}`,
};

/** Incidents that answer a query: chosen by narrow columns first, then told. */
export async function incidentsOf(database: Database, query: IncidentQuery): Promise<readonly IncidentSummary[]> {
  const [table, id] = query.dyad ? ["incident_dyads", "incident"] : ["incidents", "id"];
  const { where, values } = conditionsOf(query, id);
  const order = ORDERS[query.order ?? "date"];
  const page =
    query.limit === undefined ? "" : `LIMIT ${Math.trunc(query.limit)} OFFSET ${Math.trunc(query.offset ?? 0)}`;
  const rows = await database.read<IncidentRow>(
    `WITH chosen AS (SELECT ${id} AS incident FROM ${table} ${where} ORDER BY ${order(id)} ${page})
     SELECT ${COLUMNS} FROM incidents i JOIN documents d ON d.id = i.document
     WHERE i.id IN (SELECT incident FROM chosen) ORDER BY ${order("i.id")}`,
    values,
  );
  return rows.map(summaryOf);
}

const IDS = "SELECT unnest(string_split($1, ' '))";

/** Where incidents stand in their table. */
async function placesOf(database: Database, ids: readonly string[]): Promise<readonly number[]> {
  const rows = await database.read<{ row: number }>(`SELECT rowid::DOUBLE AS row FROM incidents WHERE id IN (${IDS})`, [
    ids.join(" "),
  ]);
  return rows.map(({ row }) => row);
}

/** Documents by their ids; those at hand are not asked for. */
async function sourcesOf(
  database: Database,
  ids: readonly string[],
  atHand: ReadonlyMap<string, SourceRow>,
): Promise<ReadonlyMap<string, SourceRow>> {
  const missing = [...new Set(ids)].filter((id) => !atHand.has(id));
  if (missing.length === 0) return atHand;
  const found = await database.read<{ seq: number }>(`SELECT seq FROM documents WHERE id IN (${IDS})`, [
    missing.join(" "),
  ]);
  const seqs = found.map(({ seq }) => seq);
  const rows = await database.read<SourceRow>(rowsAt(SOURCE_COLUMNS, "documents d", "d.seq", seqs));
  return new Map([...atHand, ...rows.map((row) => [row.document, row] as const)]);
}

/**
 * Incidents by their ids, newest first; ids that are unknown are passed over. `places` are where they stand in their
 * table and `sources` documents by their ids, where these are at hand.
 */
export async function incidentsByIds(
  database: Database,
  ids: readonly string[],
  places?: readonly number[],
  sources: ReadonlyMap<string, SourceRow> = new Map(),
): Promise<readonly IncidentSummary[]> {
  if (ids.length === 0) return [];
  const standing = places ?? (await placesOf(database, ids));
  const rows = await database.read<Omit<IncidentRow, keyof SourceRow> & { document: string }>(
    `SELECT * FROM (${rowsAt(INCIDENT_COLUMNS, "incidents", "rowid", standing)}) ORDER BY ${ORDERS.newest("id")}`,
  );
  const wanted = new Set(ids);
  const told = rows.filter(({ id }) => wanted.has(id));
  // Rows have moved where somebody wrote in between.
  if (told.length < standing.length) return incidentsByIds(database, ids, undefined, sources);
  const known = await sourcesOf(
    database,
    told.map(({ document }) => document),
    sources,
  );
  return told.flatMap((row) => {
    const source = known.get(row.document);
    return source ? [summaryOf({ ...source, ...row })] : [];
  });
}

type OutlineRow = Pick<IncidentRow, "id" | "type" | "domain" | "status" | "score" | "day_from" | "day_to">;

/** What counting needs of a dyad's incidents, from the index of dyads alone. */
export async function outlineOf(database: Database, query: DyadQuery): Promise<readonly IncidentOutline[]> {
  const { where, values } = conditionsOf(query, "incident");
  const rows = await database.read<OutlineRow>(
    `SELECT incident AS id, type, domain, status, score, day_from, day_to FROM incident_dyads ${where}`,
    values,
  );
  return rows.map(({ day_from: from, day_to: to, ...row }) => ({
    ...row,
    ...(from === null || to === null ? {} : { date: { from, to } }),
  }));
}

export interface TellingRow extends SourceRow {
  readonly report: string;
  readonly family: string;
  readonly text: string;
}

/** The reports of an incident with the texts they stand in, the earliest published first. */
async function tellingsOf(database: Database, id: string): Promise<readonly TellingRow[]> {
  const reports = await database.read<{ seq: number; report: string }>(
    "SELECT seq, id AS report FROM reports WHERE incident = $1",
    [id],
  );
  const documents = rowsAt('seq, id, title, publisher, published, url, "text", family', "documents", "seq", [
    ...new Set(reports.map(({ seq }) => seq)),
  ]);
  return database.read<TellingRow>(
    `SELECT r.report, d.family, ${SOURCE_COLUMNS}, d."text" FROM (${documents}) d
     JOIN (SELECT unnest(from_json($1, '[{"seq":"INTEGER","report":"VARCHAR"}]'), recursive := true)) r USING (seq)
     ORDER BY d.published NULLS LAST, d.seq, r.report`,
    [JSON.stringify(reports)],
  );
}

/** Those who act and receive in a report and are more than a title, each once. */
function castOf({ actors, recipients }: Report, { mentions }: Reading): { id: string; name: string }[] {
  const taking = new Set([...actors, ...recipients].map(({ mention }) => mention));
  const known = mentions.flatMap(({ id, actor, name }) =>
    taking.has(id) && actor && name && !/^(unknown|group)\b/.test(actor.id) ? [[actor.id, name] as const] : [],
  );
  return [...new Map(known)].map(([id, name]) => ({ id, name }));
}

/** A report as its row tells it, its words cut anew from the text. Errors: data.damaged. */
export function incidentReport(row: TellingRow, readings: ReadonlyMap<string, Reviewed>): IncidentReport {
  const reviewed = readings.get(row.document);
  const report = reviewed?.reading.reports.find((each) => each.id === row.report);
  const review = reviewed?.reviews.find((each) => each.report === row.report);
  if (!reviewed || !report)
    throw new EntenteError("data.damaged", { path: row.document, detail: `report ${row.report} is missing` });
  const source = sourceCard(row);
  const evidence = report.evidence.map(
    ([start, stop]): Evidence => ({ source, span: [start, stop], words: row.text.slice(start, stop) }),
  );
  return { report, evidence, cast: castOf(report, reviewed.reading), family: row.family, ...(review && { review }) };
}

/** One incident with all its reports, their words cut anew from the stored texts. Errors: incident.unknown. */
export async function incidentOf(database: Database, id: string): Promise<Incident> {
  const [summary] = await incidentsByIds(database, [id]);
  if (!summary) throw new EntenteError("incident.unknown", { id });
  const tellings = await tellingsOf(database, id);
  const readings = await reviewedReadings(database, [...new Set(tellings.map((telling) => telling.document))]);
  const groupings = await groupingsAbout(database, id);
  return {
    ...summary,
    reports: tellings.map((telling) => incidentReport(telling, readings)),
    ...(groupings.length > 0 && { groupings }),
  };
}
