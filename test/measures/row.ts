import type { IncidentRow } from "../../src/measures/index.ts";

/** An incident row with what a test says of it. */
export const row = (id: string, more: Partial<IncidentRow> = {}): IncidentRow => ({
  id,
  day: "2020-06-15",
  domain: "diplomatic",
  type: "SUPPORT",
  score: 5,
  actors: ["AAA"],
  recipients: ["BBB"],
  directedAgainst: [],
  confidence: 1,
  families: ["f"],
  sides: ["AAA"],
  ...more,
});
