import type { EventColumn, EventKind } from "./columns.ts";

type Column = readonly [name: string, type: EventColumn["type"]];

const actor = (prefix: string): Column[] =>
  "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
    .split(" ")
    .map((name) => [`${prefix}${name}`, "VARCHAR"]);

const place = (prefix: string): Column[] => [
  [`${prefix}Geo_Type`, "INTEGER"],
  [`${prefix}Geo_FullName`, "VARCHAR"],
  [`${prefix}Geo_CountryCode`, "VARCHAR"],
  [`${prefix}Geo_ADM1Code`, "VARCHAR"],
  [`${prefix}Geo_ADM2Code`, "VARCHAR"],
  [`${prefix}Geo_Lat`, "DOUBLE"],
  [`${prefix}Geo_Long`, "DOUBLE"],
  [`${prefix}Geo_FeatureID`, "VARCHAR"],
];

/** The 61 columns of a GDELT 2.0 export, as its codebook names them (GDELT Event Codebook V2.0, 19 February 2015). */
const EVENTS: readonly Column[] = [
  ["GlobalEventID", "BIGINT"],
  ["Day", "INTEGER"],
  ["MonthYear", "INTEGER"],
  ["Year", "INTEGER"],
  ["FractionDate", "DOUBLE"],
  ...actor("Actor1"),
  ...actor("Actor2"),
  ["IsRootEvent", "INTEGER"],
  ["EventCode", "VARCHAR"],
  ["EventBaseCode", "VARCHAR"],
  ["EventRootCode", "VARCHAR"],
  ["QuadClass", "INTEGER"],
  ["GoldsteinScale", "DOUBLE"],
  ["NumMentions", "INTEGER"],
  ["NumSources", "INTEGER"],
  ["NumArticles", "INTEGER"],
  ["AvgTone", "DOUBLE"],
  ...place("Actor1"),
  ...place("Actor2"),
  ...place("Action"),
  ["DATEADDED", "BIGINT"],
  ["SOURCEURL", "VARCHAR"],
];

/** The names of the 61 columns, in their order. */
export const GDELT_COLUMNS: readonly string[] = EVENTS.map(([name]) => name);

const GDELT = { header: false, quotes: false, empty: [] } as const;
const needed = (columns: readonly Column[]): EventColumn[] =>
  columns.map(([name, type]) => ({ name, type, optional: false }));

/** Events of GDELT 2.0: exports of fifteen minutes, tab-separated without a header. */
export const GDELT_EVENTS_KIND: EventKind = {
  ...GDELT,
  name: "GDELT events",
  table: "gdelt_events",
  columns: needed(EVENTS),
  key: ["GlobalEventID"],
  checks: [["Day BETWEEN 17890101 AND 21001231", "Day is no day between 1789 and 2100"]],
};

/** Mentions of GDELT 2.0 (the 16 columns of the same codebook): which document tells of which event, and where in it. */
export const GDELT_MENTIONS: EventKind = {
  ...GDELT,
  name: "GDELT mentions",
  table: "gdelt_mentions",
  columns: needed([
    ["GlobalEventID", "BIGINT"],
    ["EventTimeDate", "BIGINT"],
    ["MentionTimeDate", "BIGINT"],
    ["MentionType", "INTEGER"],
    ["MentionSourceName", "VARCHAR"],
    ["MentionIdentifier", "VARCHAR"],
    ["SentenceID", "INTEGER"],
    ["Actor1CharOffset", "INTEGER"],
    ["Actor2CharOffset", "INTEGER"],
    ["ActionCharOffset", "INTEGER"],
    ["InRawText", "INTEGER"],
    ["Confidence", "INTEGER"],
    ["MentionDocLen", "INTEGER"],
    ["MentionDocTone", "DOUBLE"],
    ["MentionDocTranslationInfo", "VARCHAR"],
    ["Extras", "VARCHAR"],
  ]),
  key: ["GlobalEventID", "MentionTimeDate", "MentionIdentifier", "SentenceID"],
  checks: [],
};
