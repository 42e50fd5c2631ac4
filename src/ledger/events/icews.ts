import { columnsOf, type EventKind, onADay, onTheGlobe } from "./columns.ts";

/** ICEWS event data, tab-separated with a header (Boschee et al. 2015, "ICEWS Coded Event Data", Harvard Dataverse). */
export const ICEWS_EVENTS: EventKind = {
  name: "ICEWS events",
  table: "icews_events",
  columns: columnsOf(
    `event_id BIGINT, event_date DATE, source_name, source_sectors, source_country, event_text, cameo_code,
     intensity DOUBLE, target_name, target_sectors, target_country, story_id BIGINT, sentence_number INTEGER,
     publisher, city, district, province, country, latitude DOUBLE, longitude DOUBLE`,
  ),
  key: ["event_id"],
  header: true,
  quotes: false,
  empty: ["NULL", "NA"],
  checks: [onADay("event_date"), onTheGlobe("latitude", "longitude")],
};
