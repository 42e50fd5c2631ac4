import { columnsOf, type EventKind, onADay, onTheGlobe } from "./columns.ts";

/** ACLED's export, comma-separated with a header (ACLED Codebook); older exports lack some columns. */
export const ACLED_EVENTS: EventKind = {
  name: "ACLED events",
  table: "acled_events",
  columns: columnsOf(
    `event_id_cnty, event_date DATE, year? INTEGER, time_precision? INTEGER, disorder_type?, event_type, sub_event_type,
     actor1, assoc_actor_1?, inter1?, actor2?, assoc_actor_2?, inter2?, interaction?, civilian_targeting?, iso? INTEGER,
     region?, country, admin1?, admin2?, admin3?, location?, latitude DOUBLE, longitude DOUBLE, geo_precision? INTEGER,
     source?, source_scale?, notes?, fatalities INTEGER, tags?, timestamp? BIGINT`,
  ),
  key: ["event_id_cnty"],
  header: true,
  quotes: true,
  empty: [],
  checks: [onADay("event_date"), onTheGlobe("latitude", "longitude"), ["fatalities >= 0", "fatalities is below 0"]],
};
