import { columnsOf, type EventKind, onADay, onTheGlobe } from "./columns.ts";

/**
 * POLECAT, tab-separated with a header (Halterman et al. 2023, "PLOVER and POLECAT"). Some of its released files have
 * tabs too many at the end of the header or of rows, some have names in the header that no row has a cell for.
 */
export const POLECAT_EVENTS: EventKind = {
  name: "POLECAT events",
  table: "polecat_events",
  columns: columnsOf(
    `event_id, event_date DATE, event_type, event_mode, intensity DOUBLE, quad_code, contexts, actor_name, actor_country,
     actor_cow, primary_actor_sector, actor_sectors, actor_title, actor_name_raw, wikipedia_actor_id, recipient_name,
     recipient_country, recipient_cow, primary_recipient_sector, recipient_sectors, recipient_title, recipient_name_raw,
     wikipedia_recipient_id, placename, city, district, province, country, latitude DOUBLE, longitude DOUBLE,
     geonames_id, raw_placename, feature_type, source, publication_date DATE, story_people, story_organizations,
     story_locations, language, version`,
  ),
  key: ["event_id"],
  header: true,
  quotes: false,
  empty: ["None", "NA"],
  checks: [onADay("event_date"), onTheGlobe("latitude", "longitude")],
};
