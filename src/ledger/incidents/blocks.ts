import { dyadsOf, joinCodes, sortedCodes } from "../codes.ts";
import type { Row, Writer } from "../store/database.ts";
import { clusterReports, incidentId } from "./cluster.ts";
import { type StoredReport, type StoredTelling, tellingOf } from "./stored.ts";
import { summarise } from "./summary.ts";
import type { Cluster } from "./telling.ts";

/** The tables that clustering writes, all of them with the block a row belongs to. */
const CLUSTERED = ["incidents", "incident_reports", "incident_dyads"] as const;
type Rows = Record<(typeof CLUSTERED)[number], Row[]>;

const IN_BLOCKS = "block IN (SELECT unnest(string_split($1, ' ')))";

function addRows(rows: Rows, cluster: Cluster<StoredTelling>, block: string): void {
  const id = incidentId(cluster);
  const { lead, ...sum } = summarise(cluster);
  const against = joinCodes(sortedCodes(sum.against));
  const places = [joinCodes(sum.actors), joinCodes(sum.recipients), against, sum.from, sum.to, sum.place];
  const weights = [sum.score, sum.confidence, sum.documents, sum.publishers];
  const words = [lead.document, lead.start, lead.stop, lead.quote];
  rows.incidents.push([id, block, sum.type, sum.mode, sum.domain, sum.status, ...places, ...weights, ...words]);
  for (const member of cluster.members) rows.incident_reports.push([id, block, member.document, member.report]);
  for (const [a, b] of dyadsOf(sum.actors, sum.recipients))
    rows.incident_dyads.push([id, block, a, b, sum.status, sum.from, sum.to, sum.score]);
}

/** Makes the incidents of these blocks anew from their reports; other blocks are not touched. */
export async function clusterBlocks(writer: Writer, blocks: readonly string[]): Promise<void> {
  if (blocks.length === 0) return;
  const list = blocks.join(" ");
  const stored = await writer.read<StoredReport>(`SELECT * FROM reports WHERE ${IN_BLOCKS}`, [list]);
  const rows: Rows = { incidents: [], incident_reports: [], incident_dyads: [] };
  for (const [block, tellings] of Map.groupBy(stored.map(tellingOf), (telling) => telling.row.block))
    for (const cluster of clusterReports(tellings)) addRows(rows, cluster, block);
  for (const table of CLUSTERED) {
    await writer.run(`DELETE FROM ${table} WHERE ${IN_BLOCKS}`, [list]);
    await writer.insert(table, rows[table]);
  }
}
