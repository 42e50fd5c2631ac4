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
  type Status,
} from "../../schema/index.ts";
import { sortedDyad, splitCodes } from "../codes.ts";
import type { Database } from "../store/database.ts";
import type { IncidentQuery } from "../types.ts";
import { readingsOf } from "./documents.ts";
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
}

const COLUMNS = `i.id, i.type, i.mode, i.domain, i.status, i.actors, i.recipients, i.against, i.day_from, i.day_to, i.place,
  i.score, i.confidence, i.documents, i.publishers, i.families, i."start", i.stop, i.quote, ${SOURCE_COLUMNS}`;

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
    evidence: { source: sourceCard(row), span: [row.start, row.stop], words: row.quote },
  };
}

/** The conditions of a query, with their values by name. */
function conditionsOf(query: IncidentQuery): { where: string; values: Record<string, DuckDBValue> } {
  const [a, b] = query.dyad ? sortedDyad(query.dyad) : [];
  const { from, to } = query;
  const status = query.status?.join(" ");
  const conditions = [
    a !== undefined && "i.id IN (SELECT incident FROM incident_dyads WHERE a = $a AND b = $b)",
    from !== undefined && "i.day_to >= $from",
    to !== undefined && "i.day_from <= $to",
    status !== undefined && "list_contains(string_split($status, ' '), i.status)",
  ].filter((condition) => condition !== false);
  const given = Object.entries({ a, b, from, to, status }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    where: conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`,
    values: Object.fromEntries(given),
  };
}

/** Incidents that answer a query. */
export async function incidentsOf(database: Database, query: IncidentQuery): Promise<readonly IncidentSummary[]> {
  const { where, values } = conditionsOf(query);
  const order = query.order === "newest" ? "i.day_to DESC NULLS LAST, i.id" : "i.day_from NULLS LAST, i.day_to, i.id";
  const limit = query.limit === undefined ? "" : `LIMIT ${Math.trunc(query.limit)}`;
  const rows = await database.read<IncidentRow>(
    `SELECT ${COLUMNS} FROM incidents i JOIN documents d ON d.id = i.document ${where} ORDER BY ${order} ${limit}`,
    values,
  );
  return rows.map(summaryOf);
}

interface TellingRow extends SourceRow {
  readonly report: string;
  readonly text: string;
}

function incidentReport(row: TellingRow, readings: ReadonlyMap<string, Reading>): IncidentReport {
  const report = readings.get(row.document)?.reports.find((each) => each.id === row.report);
  if (!report)
    throw new EntenteError("data.damaged", { path: row.document, detail: `report ${row.report} is missing` });
  const source = sourceCard(row);
  const evidence = report.evidence.map(
    ([start, stop]): Evidence => ({ source, span: [start, stop], words: row.text.slice(start, stop) }),
  );
  return { report, evidence };
}

/** One incident with all its reports, their words cut anew from the stored texts. Errors: incident.unknown. */
export async function incidentOf(database: Database, id: string): Promise<Incident> {
  const [row] = await database.read<IncidentRow>(
    `SELECT ${COLUMNS} FROM incidents i JOIN documents d ON d.id = i.document WHERE i.id = $1`,
    [id],
  );
  if (!row) throw new EntenteError("incident.unknown", { id });
  const tellings = await database.read<TellingRow>(
    `SELECT r.id AS report, ${SOURCE_COLUMNS}, d."text" FROM reports r JOIN documents d ON d.id = r.document
     WHERE r.incident = $1 ORDER BY d.published NULLS LAST, d.seq, r.id`,
    [id],
  );
  const readings = await readingsOf(database, [...new Set(tellings.map((telling) => telling.document))]);
  return { ...summaryOf(row), reports: tellings.map((telling) => incidentReport(telling, readings)) };
}
