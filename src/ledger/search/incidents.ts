import type { IncidentHit, Span } from "../../schema/index.ts";
import { sortedDyad } from "../codes.ts";
import { incidentsByIds } from "../queries/incidents.ts";
import { sourceCard } from "../queries/shapes.ts";
import type { Database } from "../store/database.ts";
import { demanded, knownOf } from "./conditions.ts";
import { passagesAt } from "./hits.ts";
import { type Asked, countSql, type Part, pageSql } from "./incident-sql.ts";
import { marksIn } from "./marks.ts";
import { matchSql, mostOf, sampleOf } from "./match.ts";
import type { FacetCount, FindQuery, Found, SearchConditions } from "./types.ts";
import type { Wanted } from "./words.ts";

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
async function reportsAsked(
  database: Database,
  wanted: Wanted,
  query: FindQuery,
): Promise<Pick<Asked, "reports" | "every">> {
  const { actor, place, outlets, language } = query;
  const demand = await demanded(database, "report", wanted, { actor, place, outlets, language });
  if (demand.words.length === 0 && demand.groups.length === 0 && demand.excluded.length === 0) return { every: 1 };
  const known = await knownOf(database, demand);
  return { reports: matchSql(demand, known), every: sampleOf(mostOf(demand, known)) };
}

/** What is asked for, with the values of its statement; nothing where neither words nor conditions are given. */
async function askedOf(
  database: Database,
  wanted: Wanted,
  query: FindQuery,
): Promise<{ readonly asked: Asked; readonly values: Record<string, string> } | undefined> {
  const { where, values } = ownConditions(query);
  const found = await reportsAsked(database, wanted, query);
  return found.reports === undefined && where === "" ? undefined : { asked: { ...found, where }, values };
}

interface ReportRow {
  readonly seq: number;
  readonly id: string;
  readonly start: number;
  readonly stop: number;
}

/** Characters shown around the words of a report. */
const AROUND = 90;

/** The sentence or so around a report's words. */
function surroundings(text: string, [start, stop]: Span): Span {
  const before = text.lastIndexOf(" ", Math.max(0, start - AROUND));
  const behind = text.indexOf(" ", Math.min(text.length, stop + AROUND));
  return [start - AROUND <= 0 || before < 0 ? 0 : before + 1, behind < 0 ? text.length : behind];
}

async function hitsOf(database: Database, parts: readonly Part[], wanted: Wanted): Promise<IncidentHit[]> {
  const reports = await passagesAt<ReportRow>(
    database,
    "reports",
    parts.flatMap(({ best }) => best ?? []),
  );
  const sources = new Map([...reports.values()].map((row) => [row.document, row]));
  const ids = parts.map(({ value }) => value);
  const incidents = await incidentsByIds(
    database,
    ids,
    parts.map(({ place }) => place),
    sources,
  );
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
  const { ignored } = wanted;
  const found = await askedOf(database, wanted, query);
  if (!found) return { matches: 0, hits: [], facets: [], approximate: false, ignored };
  const { asked, values } = found;
  const parts = await database.read<Part>(pageSql(asked, query), values);
  const hits = parts.filter(({ part }) => part === "hit");
  const facets = parts.flatMap(({ part, value, count }): FacetCount[] =>
    part === "hit" || part === "all" ? [] : [{ facet: part, value, count }],
  );
  return {
    matches: parts.find(({ part }) => part === "all")?.count ?? 0,
    hits: await hitsOf(database, hits, wanted),
    facets,
    approximate: asked.every > 1,
    ignored,
  };
}

/** How many incidents meet the words and conditions. */
export async function countIncidents(database: Database, wanted: Wanted, query: FindQuery): Promise<number> {
  const found = await askedOf(database, wanted, query);
  if (!found) return 0;
  const [{ incidents }] = await database.read<{ incidents: number }>(countSql(found.asked), found.values);
  return incidents;
}
