type Column = readonly [name: string, type: string];

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
export const GDELT_EVENTS: readonly Column[] = [
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
