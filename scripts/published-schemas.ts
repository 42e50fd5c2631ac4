import { z } from "zod";
import {
  AnalysisJson,
  BlocsView,
  Brief,
  BriefEdits,
  Document,
  DocumentExplanation,
  DocumentView,
  DyadMeasures,
  EvidenceList,
  Incident,
  Overview,
  Reading,
  ReadLine,
  ReadLineError,
  ReadoutsView,
  RelationView,
  WatchSettings,
} from "../src/schema/index.ts";

const PUBLISHED = {
  analysis: AnalysisJson,
  blocs: BlocsView,
  brief: Brief,
  "brief-edits": BriefEdits,
  document: Document,
  "document-explanation": DocumentExplanation,
  "document-view": DocumentView,
  "dyad-measures": DyadMeasures,
  evidence: EvidenceList,
  incident: Incident,
  overview: Overview,
  "read-line": ReadLine,
  "read-line-error": ReadLineError,
  reading: Reading,
  readouts: ReadoutsView,
  "relation-view": RelationView,
  "watch-settings": WatchSettings,
};

/** The shapes that travel, as JSON Schema 2020-12, by the name of their file in docs/schema/. */
export function publishedSchemas(): [name: string, schema: object][] {
  return Object.entries(PUBLISHED).map(([name, shape]) => [name, z.toJSONSchema(shape, { target: "draft-2020-12" })]);
}
