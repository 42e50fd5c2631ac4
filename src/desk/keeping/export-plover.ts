import type { Knowledge } from "../../knowledge/index.ts";
import type { Ledger } from "../../ledger/index.ts";
import { type Exported, type IncidentSummary, QUAD_OF } from "../../schema/index.ts";
import { writeRows } from "./rows-file.ts";

const QUADS = { 1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict" };

/** An incident under PLOVER's words for its parts, with the words that report it. */
function record(incident: IncidentSummary, knowledge: Knowledge) {
  const { id, type, mode, status, date, place, score, evidence, documents, publishers, families } = incident;
  const parties = (codes: readonly string[]) =>
    codes.map((country) => ({ country, name: knowledge.stateName(country) }));
  return {
    event_id: id,
    event_type: type,
    event_mode: mode ?? null,
    domain: incident.domain,
    quad_code: QUADS[QUAD_OF[type]],
    intensity: score,
    status,
    date_start: date?.from ?? null,
    date_end: date?.to ?? null,
    actors: parties(incident.actors),
    recipients: parties(incident.recipients),
    directed_against: parties(incident.directedAgainst),
    location: place ?? null,
    cameo: knowledge.scores.scoreRow(type, mode).cameo,
    confidence: incident.confidence,
    documents,
    publishers,
    source_families: families ?? null,
    source: evidence.source,
    text: evidence.words,
  };
}

/** Incidents as PLOVER JSON, one a line. Errors: data.occupied, data.unwritable. */
export const exportPlover = (ledger: Ledger, knowledge: Knowledge, path: string): Promise<Exported> =>
  writeRows(ledger, path, (incident) => [JSON.stringify(record(incident, knowledge))]);
