import type { IncidentHit, Span } from "../../schema/index.ts";
import { sortedDyad } from "../codes.ts";
import { incidentsByIds } from "../queries/incidents.ts";
import { SOURCE_COLUMNS, type SourceRow, sourceCard } from "../queries/shapes.ts";
import type { Database } from "../store/database.ts";
import { demanded, matching } from "./conditions.ts";
import { passagesAt } from "./hits.ts";
import { marksIn } from "./marks.ts";
import type { FacetCount, FindQuery, Found, SearchConditions } from "./types.ts";
import type { Wanted } from "./words.ts";

const PAGE = 20;

interface Part {
  readonly part: "hit" | "all" | "type" | "domain" | "status" | "year" | "outlet";
  readonly value: string;
  readonly count: number;
  /** The report that fits best, by its number among the passages. */
  readonly best: number | null;
}

/** Conditions that the incident itself meets, whatever one of its reports says. */
function ownConditions(query: SearchConditions): { where: string; values: Record<string, string> } {
  const { from, to, dyad, type, domain, status } = query;
  const [a, b] = dyad ? sortedDyad(dyad) : [];
  const conditions = [
    a !== undefined && "i.id IN (SELECT incident FROM incident_dyads WHERE a = $a AND b = $b)",
    from !== undefined && "i.day_to >= $from",
    to !== undefined && "i.day_from <= $to",
    type !== undefined && "i.type = $type",
    domain !== undefined && "i.domain = $domain",
    status !== undefined && "i.status = $status",
  ].filter((condition) => condition !== false);
  const given = Object.entries({ from, to, a, b, type, domain, status }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    where: conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`,
    values: Object.fromEntries(given),
  };
}

/** The reports that meet the words and what else is asked of a report: outlet, actor, place, language. */
async function reportsSql(database: Database, wanted: Wanted, query: FindQuery): Promise<string | undefined> {
  const { actor, place, outlets, language } = query;
  const demand = await demanded(database, "report", wanted, { actor, place, outlets, language });
  if (demand.words.length === 0 && demand.groups.length === 0 && demand.excluded.length === 0) return undefined;
  return matching(database, demand);
}

const ORDER = { rank: "score DESC, day DESC NULLS LAST, id", newest: "day DESC NULLS LAST, score DESC, id" };

/** The tables `t`, what reports tell of which incident, and `m`, the incidents that meet everything. */
function chosen(reports: string | undefined, where: string): string {
  const [told, base] =
    reports === undefined
      ? [
          "SELECT incident AS id, publisher AS outlet FROM reports WHERE incident IS NOT NULL",
          "SELECT id, 0.0 AS score, NULL::INTEGER AS best FROM incidents",
        ]
      : [
          `SELECT r.incident AS id, r.publisher AS outlet, u.unit AS number, u.score FROM (${reports}) u
           JOIN reports r ON r.seq = u.seq AND r.id = u.id WHERE r.incident IS NOT NULL`,
          "SELECT id, max(score) AS score, arg_max(number, score) AS best FROM t GROUP BY id",
        ];
  return `WITH t AS ${reports === undefined ? "" : "MATERIALIZED"} (${told}),
    m AS MATERIALIZED (SELECT i.id, i.type, i.domain, i.status, substr(i.day_from, 1, 4) AS year, i.day_to AS day, b.score, b.best
      FROM (${base}) b JOIN incidents i ON i.id = b.id ${where})`;
}

function sql(reports: string | undefined, where: string, { order = "rank", limit = PAGE, offset = 0 }: FindQuery) {
  const facet = (name: string): string =>
    `UNION ALL (SELECT '${name}', ${name}, count(*)::DOUBLE, NULL FROM m WHERE ${name} IS NOT NULL GROUP BY ${name})`;
  return `${chosen(reports, where)}
    (SELECT 'hit' AS part, id AS value, score::DOUBLE AS count, best FROM m ORDER BY ${ORDER[order]} LIMIT ${limit} OFFSET ${offset})
    UNION ALL (SELECT 'all', '', count(*)::DOUBLE, NULL FROM m)
    ${["type", "domain", "status", "year"].map(facet).join(" ")}
    UNION ALL (SELECT 'outlet', outlet, count(DISTINCT t.id)::DOUBLE, NULL FROM t SEMI JOIN m ON m.id = t.id
      WHERE outlet IS NOT NULL GROUP BY outlet)`;
}

interface ReportRow extends SourceRow {
  readonly number: number;
  readonly start: number;
  readonly stop: number;
  readonly text: string;
}

/** Characters shown around the words of a report. */
const AROUND = 90;

/** The sentence or so around a report's words. */
function surroundings(text: string, [start, stop]: Span): Span {
  const before = text.lastIndexOf(" ", Math.max(0, start - AROUND));
  const behind = text.indexOf(" ", Math.min(text.length, stop + AROUND));
  return [start - AROUND <= 0 || before < 0 ? 0 : before + 1, behind < 0 ? text.length : behind];
}

async function bestReports(database: Database, parts: readonly Part[]): Promise<ReadonlyMap<number, ReportRow>> {
  const numbers = parts.flatMap(({ best }) => best ?? []);
  if (numbers.length === 0) return new Map();
  const rows = await database.read<ReportRow>(
    `SELECT p.number, r."start", r.stop, d."text", ${SOURCE_COLUMNS} FROM ${await passagesAt(database, "reports", "r", numbers)}`,
  );
  return new Map(rows.map((row) => [row.number, row]));
}

async function hitsOf(database: Database, parts: readonly Part[], wanted: Wanted): Promise<IncidentHit[]> {
  const [incidents, reports] = await Promise.all([
    incidentsByIds(
      database,
      parts.map(({ value }) => value),
    ),
    bestReports(database, parts),
  ]);
  const byId = new Map(incidents.map((incident) => [incident.id, incident]));
  return parts.flatMap(({ value, count: score, best }): IncidentHit[] => {
    const incident = byId.get(value);
    if (incident === undefined) return [];
    const report = best === null ? undefined : reports.get(best);
    if (report === undefined) {
      const { source, span, words } = incident.evidence;
      return [{ kind: "incident", score, incident, source, words, marks: marksIn(words, wanted), at: [span] }];
    }
    const span: Span = [report.start, report.stop];
    const words = report.text.slice(...surroundings(report.text, span));
    return [
      {
        kind: "incident",
        score,
        incident,
        source: sourceCard(report),
        words,
        marks: marksIn(words, wanted),
        at: [span],
      },
    ];
  });
}

/** Incidents one of whose reports meets the words, and which themselves meet the conditions. */
export async function findIncidents(database: Database, wanted: Wanted, query: FindQuery): Promise<Found> {
  const { where, values } = ownConditions(query);
  const reports = await reportsSql(database, wanted, query);
  if (reports === undefined && where === "")
    return { matches: 0, hits: [], facets: [], approximate: false, ignored: wanted.ignored };
  const parts = await database.read<Part>(sql(reports, where, query), values);
  const hits = parts.filter(({ part }) => part === "hit");
  const facets = parts.flatMap(({ part, value, count }): FacetCount[] =>
    part === "hit" || part === "all" ? [] : [{ facet: part, value, count }],
  );
  return {
    matches: parts.find(({ part }) => part === "all")?.count ?? 0,
    hits: await hitsOf(database, hits, wanted),
    facets,
    approximate: false,
    ignored: wanted.ignored,
  };
}

/** How many incidents meet the words and conditions. */
export async function countIncidents(database: Database, wanted: Wanted, query: FindQuery): Promise<number> {
  const { where, values } = ownConditions(query);
  const reports = await reportsSql(database, wanted, query);
  if (reports === undefined && where === "") return 0;
  const [{ incidents }] = await database.read<{ incidents: number }>(
    `${chosen(reports, where)} SELECT count(*)::INTEGER AS incidents FROM m`,
    values,
  );
  return incidents;
}
