import { EVENT_TABLES } from "../events/kinds.ts";
import { JOB_TABLES } from "../jobs/tables.ts";
import { GROUPINGS, JUDGEMENTS, REVIEWS } from "../reviews/tables.ts";

/** A term of something that is searched, how often it stands there, and how many terms that has. */
const POSTINGS = [
  ["term", "INTEGER"],
  ["unit", "INTEGER"],
  ["count", "UTINYINT"],
  ["length", "USMALLINT"],
] as const;

/** Which brief, and the name of its edits; an open end of the period is empty. */
const BRIEF_KEY = [
  ["dyad", "VARCHAR"],
  ["day_from", "VARCHAR"],
  ["day_to", "VARCHAR"],
  ["name", "VARCHAR"],
] as const;

/**
 * The tables of a ledger. Lists of codes are kept as `CHN+RUS` (sorted), days as `2020-12-28`, offsets as UTF-16 units.
 * `mentions`, `reports`, `report_actors`, `quotations` and `document_states` hold the newest reading of each document;
 * all readings, the older ones too, stand whole in `readings`. Clustering writes `incidents`, `incident_dyads` and the
 * columns `incident` and `strand` of `reports`. Ready-made event data has tables of its own.
 * `brief_edits` holds every state of an analyst's edits, `brief_versions` what was kept of a brief; rows of either are only ever added.
 */
export const TABLES: Readonly<Record<string, readonly (readonly [column: string, type: string])[]>> = {
  documents: [
    ["seq", "INTEGER"],
    ["id", "VARCHAR"],
    ["url", "VARCHAR"],
    ["title", "VARCHAR"],
    ["publisher", "VARCHAR"],
    ["author", "VARCHAR"],
    ["published", "VARCHAR"],
    ["language", "VARCHAR"],
    ["text", "VARCHAR"],
    ["original", "VARCHAR"],
    ["family", "VARCHAR"],
    ["length", "INTEGER"],
    ["added", "VARCHAR"],
  ],
  postings: POSTINGS,
  postings_recent: POSTINGS,
  labels: [
    ["number", "INTEGER"],
    ["facet", "VARCHAR"],
    ["value", "VARCHAR"],
  ],
  passages: [
    ["number", "INTEGER"],
    ["kind", "UTINYINT"],
    ["seq", "INTEGER"],
    ["document", "VARCHAR"],
    ["id", "VARCHAR"],
    ["day", "VARCHAR"],
    ["actor", "VARCHAR"],
    ["length", "INTEGER"],
  ],
  copies: [
    ["document", "VARCHAR"],
    ["url", "VARCHAR"],
    ["title", "VARCHAR"],
    ["publisher", "VARCHAR"],
    ["published", "VARCHAR"],
    ["original", "VARCHAR"],
    ["added", "VARCHAR"],
  ],
  bands: [
    ["key", "INTEGER"],
    ["document", "INTEGER"],
  ],
  readings: [
    ["seq", "INTEGER"],
    ["document", "VARCHAR"],
    ["coder", "VARCHAR"],
    ["model", "VARCHAR"],
    ["knowledge", "VARCHAR"],
    ["json", "VARCHAR"],
    ["domains", "VARCHAR"],
    ["added", "VARCHAR"],
  ],
  mentions: [
    ["document", "VARCHAR"],
    ["id", "VARCHAR"],
    ["kind", "VARCHAR"],
    ["start", "INTEGER"],
    ["stop", "INTEGER"],
    ["name", "VARCHAR"],
    ["actor", "VARCHAR"],
    ["country", "VARCHAR"],
    ["sector", "VARCHAR"],
  ],
  reports: [
    ["seq", "INTEGER"],
    ["document", "VARCHAR"],
    ["id", "VARCHAR"],
    ["incident", "VARCHAR"],
    ["strand", "VARCHAR"],
    ["type", "VARCHAR"],
    ["mode", "VARCHAR"],
    ["domain", "VARCHAR"],
    ["status", "VARCHAR"],
    ["tense", "VARCHAR"],
    ["states", "VARCHAR"],
    ["actors", "VARCHAR"],
    ["recipients", "VARCHAR"],
    ["against", "VARCHAR"],
    ["day_from", "VARCHAR"],
    ["day_to", "VARCHAR"],
    ["dated", "BOOLEAN"],
    ["place", "VARCHAR"],
    ["persons", "VARCHAR"],
    ["words", "VARCHAR"],
    ["names", "VARCHAR"],
    ["things", "VARCHAR"],
    ["score", "DOUBLE"],
    ["confidence", "DOUBLE"],
    ["publisher", "VARCHAR"],
    ["family", "VARCHAR"],
    ["start", "INTEGER"],
    ["stop", "INTEGER"],
    ["quote", "VARCHAR"],
    ["review", "VARCHAR"],
  ],
  report_actors: [
    ["document", "VARCHAR"],
    ["report", "VARCHAR"],
    ["part", "VARCHAR"],
    ["mention", "VARCHAR"],
    ["country", "VARCHAR"],
    ["sector", "VARCHAR"],
  ],
  quotations: [
    ["seq", "INTEGER"],
    ["document", "VARCHAR"],
    ["id", "VARCHAR"],
    ["kind", "VARCHAR"],
    ["speaker", "VARCHAR"],
    ["country", "VARCHAR"],
    ["day", "VARCHAR"],
    ["spans", "VARCHAR"],
    ["words", "VARCHAR"],
  ],
  document_states: [
    ["document", "VARCHAR"],
    ["state", "VARCHAR"],
    ["day", "VARCHAR"],
  ],
  incidents: [
    ["id", "VARCHAR"],
    ["strand", "VARCHAR"],
    ["type", "VARCHAR"],
    ["mode", "VARCHAR"],
    ["domain", "VARCHAR"],
    ["status", "VARCHAR"],
    ["actors", "VARCHAR"],
    ["recipients", "VARCHAR"],
    ["against", "VARCHAR"],
    ["day_from", "VARCHAR"],
    ["day_to", "VARCHAR"],
    ["place", "VARCHAR"],
    ["score", "DOUBLE"],
    ["confidence", "DOUBLE"],
    ["documents", "INTEGER"],
    ["publishers", "INTEGER"],
    ["families", "INTEGER"],
    ["document", "VARCHAR"],
    ["start", "INTEGER"],
    ["stop", "INTEGER"],
    ["quote", "VARCHAR"],
    ["review", "VARCHAR"],
  ],
  reviews: REVIEWS,
  judgements: JUDGEMENTS,
  groupings: GROUPINGS,
  ...EVENT_TABLES,
  ...JOB_TABLES,
  brief_edits: [...BRIEF_KEY, ["revision", "INTEGER"], ["at", "VARCHAR"], ["json", "VARCHAR"]],
  brief_versions: [
    ...BRIEF_KEY,
    ["number", "INTEGER"],
    ["at", "VARCHAR"],
    ["words", "VARCHAR"],
    ["edits", "VARCHAR"],
    ["brief", "VARCHAR"],
  ],
  incident_dyads: [
    ["incident", "VARCHAR"],
    ["strand", "VARCHAR"],
    ["a", "VARCHAR"],
    ["b", "VARCHAR"],
    ["status", "VARCHAR"],
    ["day_from", "VARCHAR"],
    ["day_to", "VARCHAR"],
    ["score", "DOUBLE"],
    ["type", "VARCHAR"],
    ["domain", "VARCHAR"],
  ],
};

/** The statement that makes a table where it is not there yet. */
export const createTable = (table: string): string =>
  `CREATE TABLE IF NOT EXISTS ${table} (${TABLES[table].map(([name, type]) => `"${name}" ${type}`).join(", ")})`;

/** The statements that make the tables where they are not there yet. */
export const createTables = (): string[] => Object.keys(TABLES).map(createTable);
