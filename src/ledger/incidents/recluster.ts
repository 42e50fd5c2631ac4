import { dyadsOf, joinCodes, sortedCodes } from "../codes.ts";
import { dayOf } from "../days.ts";
import { keyOf, type Links, linksOf, NO_LINKS } from "../reviews/links.ts";
import { groupingsOf } from "../reviews/records.ts";
import type { Row, Writer } from "../store/database.ts";
import { byArrival, clusterReports, incidentId } from "./cluster.ts";
import { keysOf, STANDS_UNDER } from "./keys.ts";
import { Neighbourhood } from "./neighbourhood.ts";
import { alike, DATE_SLACK } from "./similarity.ts";
import {
  LIKENESS_COLUMNS,
  type LikenessRow,
  reportRow,
  type StoredReport,
  type StoredTelling,
  tellingOf,
} from "./stored.ts";
import { strandsOf } from "./strands.ts";
import { summarise } from "./summary.ts";
import type { Cluster } from "./telling.ts";

/** The tables that clustering writes, all of them with the strand a row belongs to. */
const CLUSTERED = ["incidents", "reports", "incident_dyads"] as const;
type Rows = Record<(typeof CLUSTERED)[number], Row[]>;

function addRows(rows: Rows, cluster: Cluster<StoredTelling>, strand: string): void {
  const id = incidentId(cluster.founder);
  const { lead, ...sum } = summarise(cluster);
  const against = joinCodes(sortedCodes(sum.against));
  const places = [joinCodes(sum.actors), joinCodes(sum.recipients), against, sum.from, sum.to, sum.place];
  const weights = [sum.score, sum.confidence, sum.documents, sum.publishers, sum.families];
  const words = [lead.document, lead.start, lead.stop, lead.quote, sum.review];
  rows.incidents.push([id, strand, sum.type, sum.mode, sum.domain, sum.status, ...places, ...weights, ...words]);
  for (const { row } of cluster.members) rows.reports.push(reportRow({ ...row, incident: id, strand }));
  for (const [a, b] of dyadsOf(sum.actors, sum.recipients))
    rows.incident_dyads.push([id, strand, a, b, sum.status, sum.from, sum.to, sum.score, sum.type, sum.domain]);
}

/** Intervals of days in which reports are looked for under a key; those that touch are put together. */
function windowsOf(fresh: readonly StoredTelling[]): Row[] {
  const intervals = fresh.flatMap((telling) => {
    const first = telling.from === undefined ? "" : dayOf(telling.from - DATE_SLACK);
    const last = telling.to === undefined ? "9999-99-99" : dayOf(telling.to + DATE_SLACK);
    return keysOf.sought(telling).map((key) => ({ key, first, last }));
  });
  return [...Map.groupBy(intervals, ({ key }) => key)].flatMap(([key, some]) => {
    const merged: { first: string; last: string }[] = [];
    for (const { first, last } of some.sort((one, other) => (one.first < other.first ? -1 : 1))) {
      const open = merged.at(-1);
      if (!open || first > open.last) merged.push({ first, last });
      else if (last > open.last) open.last = last;
    }
    return merged.map(({ first, last }): Row => [key, first, last]);
  });
}

/** The keys and days of stored reports that meet a condition. */
const named = (condition: string): string =>
  `SELECT rowid AS id, unnest(${STANDS_UNDER}) || ' ' || type || ' ' || tense AS key,
     coalesce(day_from, '') AS first, coalesce(day_to, '9999-99-99') AS last
   FROM reports WHERE strand IS NOT NULL AND ${condition}`;

/**
 * Stored reports whose states and type can meet those of a new one, and whose date can. Days stand in the statement itself,
 * and apart from reports without any: only so DuckDB leaves out the stretches of the table that lie elsewhere in time.
 */
async function neighbours(writer: Writer, fresh: readonly StoredTelling[]): Promise<StoredTelling<LikenessRow>[]> {
  const windows = windowsOf(fresh);
  if (windows.length === 0) return [];
  await writer.run("CREATE OR REPLACE TEMP TABLE windows (key VARCHAR, first VARCHAR, last VARCHAR)");
  await writer.insert("windows", windows);
  const firsts = windows.map(([, first]) => String(first)).sort();
  const lasts = windows.map(([, , last]) => String(last)).sort();
  const rows = await writer.read<LikenessRow>(
    `WITH named AS (
       ${named(`day_to >= '${firsts[0]}' AND day_from <= '${lasts[lasts.length - 1]}'`)}
       UNION ALL ${named("day_from IS NULL")})
     SELECT ${LIKENESS_COLUMNS} FROM reports WHERE rowid IN (
       SELECT id FROM named SEMI JOIN windows
       ON windows.key = named.key AND named.first <= windows.last AND named.last >= windows.first)`,
  );
  return rows.map(tellingOf);
}

/** The strands that hold a report alike to a new one. */
function strandsTouched(fresh: readonly StoredTelling[], stored: readonly StoredTelling<LikenessRow>[]): Set<string> {
  const touched = new Set<string>();
  const neighbourhood = new Neighbourhood<StoredTelling<LikenessRow>>(keysOf);
  for (const telling of stored) neighbourhood.note(telling, telling);
  for (const newcomer of fresh)
    for (const other of neighbourhood.near(newcomer))
      if (other.row.strand !== null && !touched.has(other.row.strand) && alike(newcomer, other))
        touched.add(other.row.strand);
  return touched;
}

type LinkedRow = Pick<StoredReport, "document" | "id" | "type" | "start" | "stop" | "strand">;

/** What people said of which reports are of one incident, and the strands that thereby hang together with new ones. */
async function linksAround(
  writer: Writer,
  fresh: readonly StoredReport[],
): Promise<{ readonly links: Links; readonly strands: ReadonlySet<string> }> {
  const groupings = (await groupingsOf(writer)).filter(({ undone }) => !undone);
  if (groupings.length === 0) return { links: NO_LINKS, strands: new Set() };
  const documents = new Set(groupings.flatMap(({ groups }) => groups.flat().map(({ document }) => document)));
  const stored = await writer.read<LinkedRow>(
    `SELECT document, id, type, "start", stop, strand FROM reports
     WHERE document IN (SELECT unnest(string_split($1, ' ')))`,
    [[...documents].join(" ")],
  );
  const links = linksOf(groupings, [...stored, ...fresh]);
  const groups = new Set(fresh.map((report) => links.groupOf(keyOf(report))));
  const bound = stored.filter((report) => groups.has(links.groupOf(keyOf(report))));
  return { links, strands: new Set(bound.flatMap(({ strand }) => strand ?? [])) };
}

/** The reports of strands: found by a narrow column first, since reports are long. */
async function membersOf(writer: Writer, strands: Iterable<string>): Promise<StoredTelling[]> {
  const rows = await writer.read<StoredReport>(
    `SELECT * FROM reports WHERE rowid IN (
       SELECT rowid FROM reports WHERE strand IN (SELECT unnest(string_split($1, ' '))))`,
    [[...strands].join(" ")],
  );
  return rows.map(tellingOf);
}

async function replace(writer: Writer, strands: Iterable<string>, rows: Rows): Promise<void> {
  const list = [...strands].join(" ");
  for (const table of CLUSTERED) {
    if (list !== "")
      await writer.run(`DELETE FROM ${table} WHERE strand IN (SELECT unnest(string_split($1, ' ')))`, [list]);
    await writer.insert(table, rows[table]);
  }
}

/**
 * Brings the incidents up to date: `fresh` are the reports that came in, `broken` the strands that lost a report.
 * Only strands that hold a report alike to a new one, and broken ones, are made anew.
 */
export async function recluster(
  writer: Writer,
  fresh: readonly StoredReport[],
  broken: ReadonlySet<string>,
): Promise<void> {
  const newcomers = fresh.map(tellingOf);
  const { links, strands: linked } = await linksAround(writer, fresh);
  const touched = strandsTouched(newcomers, await neighbours(writer, newcomers)).union(linked);
  const known = await membersOf(writer, new Set([...touched, ...broken]));
  const rows: Rows = { incidents: [], reports: [], incident_dyads: [] };
  const together = ({ row }: StoredTelling): string | undefined =>
    row.strand === null || broken.has(row.strand) ? undefined : row.strand;
  for (const strand of strandsOf([...known, ...newcomers], together, links)) {
    const name = incidentId(strand.reduce((first, each) => (byArrival(each, first) < 0 ? each : first)));
    for (const cluster of clusterReports(strand, links)) addRows(rows, cluster, name);
  }
  await replace(writer, new Set([...touched, ...broken]), rows);
}
