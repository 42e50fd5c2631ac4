import { z } from "zod";
import {
  ActorView,
  AnalysisJson,
  BlocsView,
  Brief,
  BriefEdits,
  Document,
  DocumentExplanation,
  DocumentView,
  DyadMeasures,
  EventImport,
  EvidenceList,
  Freeze,
  Incident,
  Overview,
  Reading,
  ReadLine,
  ReadLineError,
  ReadoutsView,
  Recoding,
  RelationView,
  SearchResult,
  Verification,
  WatchSettings,
} from "../src/schema/index.ts";

const PUBLISHED = {
  "actor-view": ActorView,
  analysis: AnalysisJson,
  blocs: BlocsView,
  brief: Brief,
  "brief-edits": BriefEdits,
  document: Document,
  "document-explanation": DocumentExplanation,
  "document-view": DocumentView,
  "dyad-measures": DyadMeasures,
  "event-import": EventImport,
  evidence: EvidenceList,
  freeze: Freeze,
  incident: Incident,
  overview: Overview,
  "read-line": ReadLine,
  "read-line-error": ReadLineError,
  reading: Reading,
  readouts: ReadoutsView,
  recoding: Recoding,
  "relation-view": RelationView,
  "search-result": SearchResult,
  verification: Verification,
  "watch-settings": WatchSettings,
};

/** The shapes that travel, as JSON Schema 2020-12, by the name of their file in docs/schema/. */
export function publishedSchemas(): [name: string, schema: object][] {
  return Object.entries(PUBLISHED).map(([name, shape]) => [name, z.toJSONSchema(shape, { target: "draft-2020-12" })]);
}
