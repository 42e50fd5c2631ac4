import { createHash } from "node:crypto";
import type { Knowledge } from "../../knowledge/index.ts";
import { GDELT_COLUMNS, type Ledger } from "../../ledger/index.ts";
import { type Exported, type IncidentSummary, QUAD_OF } from "../../schema/index.ts";
import { writeRows } from "./rows-file.ts";

type Cells = Readonly<Record<string, string | number | undefined>>;

const HEX_DIGITS = 13;
const DAYS_A_YEAR = 365;
/** What is only known to lie in a longer stretch of days has no day. */
const MOST_DAYS = 31;
const DAY_MS = 86_400_000;

const hasDay = ({ date }: IncidentSummary): boolean =>
  date !== undefined && (Date.parse(date.to) - Date.parse(date.from)) / DAY_MS < MOST_DAYS;

/** A number for one pair of an incident, the same each time: 52 bits of a hash. */
const numberOf = (id: string, pair: readonly string[]): number =>
  Number.parseInt(
    createHash("sha256")
      .update([id, ...pair].join(" "))
      .digest("hex")
      .slice(0, HEX_DIGITS),
    16,
  );

/** Each actor with each recipient, or the actors with each other, either way round. */
function pairsOf({ actors, recipients }: IncidentSummary): [string, string][] {
  const others = recipients.length > 0 ? recipients : actors;
  return actors.flatMap((actor) =>
    others.filter((other) => other !== actor).map((other): [string, string] => [actor, other]),
  );
}

const timeOf = (day: string): Cells => {
  const [year, month, date] = day.split("-").map(Number);
  const start = Date.UTC(year, 0, 1);
  const passed = (Date.UTC(year, month - 1, date) - start) / DAY_MS;
  return {
    Day: day.replaceAll("-", ""),
    MonthYear: day.slice(0, 7).replace("-", ""),
    Year: year,
    FractionDate: (year + passed / DAYS_A_YEAR).toFixed(4),
  };
};

function cellsOf(incident: IncidentSummary, [actor, other]: readonly [string, string], knowledge: Knowledge): Cells {
  const { cameo, goldstein } = knowledge.scores.scoreRow(incident.type, incident.mode);
  const { source } = incident.evidence;
  const named = (prefix: string, code: string): Cells => ({
    [`${prefix}Code`]: code,
    [`${prefix}Name`]: knowledge.stateName(code).toUpperCase(),
    [`${prefix}CountryCode`]: code,
  });
  return {
    GlobalEventID: numberOf(incident.id, [actor, other]),
    ...timeOf(incident.date?.from ?? ""),
    ...named("Actor1", actor),
    ...named("Actor2", other),
    IsRootEvent: 1,
    EventCode: cameo,
    EventBaseCode: cameo.slice(0, 3),
    EventRootCode: cameo.slice(0, 2),
    QuadClass: QUAD_OF[incident.type],
    GoldsteinScale: goldstein,
    NumMentions: incident.documents,
    NumSources: incident.publishers,
    NumArticles: incident.documents,
    ActionGeo_FullName: incident.place?.name,
    DATEADDED: source.published && `${source.published.slice(0, 10).replaceAll("-", "")}000000`,
    SOURCEURL: source.url,
  };
}

const cell = (value: string | number | undefined): string => String(value ?? "").replace(/[\t\r\n]+/g, " ");

/**
 * Incidents in the 61 columns of a GDELT 2.0 export, a row a directed pair of states, the day the first of those it is
 * known to within a month. What has no day or did not happen has no row. Columns that Entente has nothing for are empty. Errors: data.occupied, data.unwritable.
 */
export const exportGdelt = (ledger: Ledger, knowledge: Knowledge, path: string): Promise<Exported> =>
  writeRows(ledger, path, (incident) => {
    if (incident.status !== "happened" || !hasDay(incident)) return [];
    return pairsOf(incident).map((pair) => {
      const cells = cellsOf(incident, pair, knowledge);
      return GDELT_COLUMNS.map((name) => cell(cells[name])).join("\t");
    });
  });
