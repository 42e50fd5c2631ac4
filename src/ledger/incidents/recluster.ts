import { dyadsOf, joinCodes, sortedCodes } from "../codes.ts";
import { dayOf } from "../days.ts";
import type { Row, Writer } from "../store/database.ts";
import { Calendar } from "./calendar.ts";
import { byArrival, clusterReports, incidentId } from "./cluster.ts";
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
  const words = [lead.document, lead.start, lead.stop, lead.quote];
  rows.incidents.push([id, strand, sum.type, sum.mode, sum.domain, sum.status, ...places, ...weights, ...words]);
  for (const { row } of cluster.members) rows.reports.push(reportRow({ ...row, incident: id, strand }));
  for (const [a, b] of dyadsOf(sum.actors, sum.recipients))
    rows.incident_dyads.push([id, strand, a, b, sum.status, sum.from, sum.to, sum.score]);
}

/** Stored reports whose date can meet that of a new one of the same block. */
async function neighbours(writer: Writer, fresh: readonly StoredTelling[]): Promise<StoredTelling<LikenessRow>[]> {
  await writer.run("CREATE OR REPLACE TEMP TABLE windows (window_block VARCHAR, first VARCHAR, last VARCHAR)");
  const windows = fresh.map(
    ({ row, from, to }): Row => [
      row.block,
      from === undefined ? "" : dayOf(from - DATE_SLACK),
      to === undefined ? "9999-99-99" : dayOf(to + DATE_SLACK),
    ],
  );
  await writer.insert("windows", windows);
  const rows = await writer.read<LikenessRow>(
    `SELECT ${LIKENESS_COLUMNS} FROM reports r SEMI JOIN windows w ON w.window_block = r.block
     AND coalesce(r.day_from, '') <= w.last AND coalesce(r.day_to, '9999-99-99') >= w.first`,
  );
  return rows.map(tellingOf);
}

/** The strands that hold a report alike to a new one. */
function strandsTouched(fresh: readonly StoredTelling[], stored: readonly StoredTelling<LikenessRow>[]): Set<string> {
  const touched = new Set<string>();
  const blocks = Map.groupBy(stored, (telling) => telling.row.block);
  for (const [block, newcomers] of Map.groupBy(fresh, (telling) => telling.row.block)) {
    const calendar = new Calendar<StoredTelling<LikenessRow>>();
    for (const telling of blocks.get(block) ?? []) calendar.note(telling, telling);
    for (const newcomer of newcomers)
      for (const other of calendar.near(newcomer))
        if (other.row.strand !== null && !touched.has(other.row.strand) && alike(newcomer, other))
          touched.add(other.row.strand);
  }
  return touched;
}

async function membersOf(writer: Writer, strands: Iterable<string>): Promise<StoredTelling[]> {
  const rows = await writer.read<StoredReport>(
    "SELECT * FROM reports WHERE strand IN (SELECT unnest(string_split($1, ' ')))",
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
  const touched = strandsTouched(newcomers, await neighbours(writer, newcomers));
  const known = await membersOf(writer, new Set([...touched, ...broken]));
  const rows: Rows = { incidents: [], reports: [], incident_dyads: [] };
  const together = ({ row }: StoredTelling): string | undefined =>
    row.strand === null || broken.has(row.strand) ? undefined : row.strand;
  for (const block of Map.groupBy([...known, ...newcomers], (telling) => telling.row.block).values())
    for (const strand of strandsOf(block, together)) {
      const name = incidentId(strand.reduce((first, each) => (byArrival(each, first) < 0 ? each : first)));
      for (const cluster of clusterReports(strand)) addRows(rows, cluster, name);
    }
  await replace(writer, new Set([...touched, ...broken]), rows);
}
