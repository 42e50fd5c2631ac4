import { reportActorRows, reportsOf } from "../append/rows.ts";
import { recluster } from "../incidents/recluster.ts";
import { reportRow, type StoredReport } from "../incidents/stored.ts";
import type { Writer } from "../store/database.ts";
import type { Reviewed } from "./apply.ts";
import { judgementRows, statesOf } from "./judgements.ts";
import { reviewedDocument } from "./reviewed.ts";

/** A report as it is told, without where clustering put it. */
const toldBy = (report: StoredReport): string => JSON.stringify(reportRow({ ...report, incident: null, strand: null }));

async function replaceReports(
  writer: Writer,
  document: string,
  before: readonly StoredReport[],
  now: readonly StoredReport[],
): Promise<void> {
  const old = new Map(before.map((report) => [report.id, toldBy(report)]));
  const fresh = now.filter((report) => old.get(report.id) !== toldBy(report));
  const stays = new Set(now.filter((report) => !fresh.includes(report)).map(({ id }) => id));
  const gone = before.filter(({ id }) => !stays.has(id));
  for (const { id } of gone) await writer.run("DELETE FROM reports WHERE document = $1 AND id = $2", [document, id]);
  const named = fresh.filter(({ states }) => states !== "");
  await writer.insert("reports", fresh.filter(({ states }) => states === "").map(reportRow));
  await recluster(writer, named, new Set(gone.flatMap(({ strand }) => strand ?? [])));
}

async function replaceDerived(writer: Writer, document: string, reviewed: Reviewed): Promise<void> {
  for (const table of ["report_actors", "judgements"])
    await writer.run(`DELETE FROM ${table} WHERE document = $1`, [document]);
  await writer.insert("report_actors", reportActorRows({ id: document }, reviewed.reading));
  await writer.insert("judgements", judgementRows(document, reviewed));
}

/** Brings the reports of a document and their incidents up to what people say of it now. */
export async function refresh(writer: Writer, document: string): Promise<Reviewed> {
  writer.written.retold([document]);
  const { stored, reviewed } = await reviewedDocument(writer, document);
  const told = { document: stored.document, ...reviewed, reviewed: statesOf(reviewed) };
  const before = await writer.read<StoredReport>("SELECT * FROM reports WHERE document = $1", [document]);
  await replaceReports(writer, document, before, reportsOf(told, stored.seq, stored.family));
  await replaceDerived(writer, document, reviewed);
  return reviewed;
}
