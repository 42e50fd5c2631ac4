import { createHash } from "node:crypto";
import { codingOf, type Ledger, latestJudgement, type Reviewed } from "../../ledger/index.ts";
import { codedAs, type GoldLine, type GoldReport, type ReportReview } from "../../schema/index.ts";
import { changedFields } from "./coding.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

function goldReport(review: ReportReview, reviewed: Reviewed): GoldReport[] {
  const { state, verdict, machine, history } = review;
  const latest = latestJudgement(history);
  if (state === "machine" || !latest) return [];
  const standing = reviewed.reading.reports.find(({ id }) => id === review.report);
  const coding =
    verdict === "stands" && standing
      ? { report: standing, domain: reviewed.domains[review.report] ?? "diplomatic" }
      : (machine ?? codingOf(latest));
  return [
    {
      id: review.report,
      spans: coding.report.evidence,
      verdict,
      state,
      added: history.some(({ kind, undone }) => kind === "add" && !undone),
      corrected: machine && verdict === "stands" ? changedFields(machine, coding) : [],
      coding: codedAs(coding),
    },
  ];
}

/** All that was judged, a line a document; with `text` the texts too. */
export async function goldLines(ledger: Ledger, text: boolean): Promise<GoldLine[]> {
  const lines: GoldLine[] = [];
  for (const id of await ledger.reviews.documents()) {
    const reviewed = await ledger.reviews.reviewed(id);
    const reports = reviewed.reviews.flatMap((review) => goldReport(review, reviewed));
    if (reports.length === 0) continue;
    const { document } = await ledger.document(id);
    const { published, publisher, title } = document;
    lines.push({
      ...{ schema: "entente.gold/1", document: id, sha256: sha256(document.text) },
      ...(published !== undefined && { published }),
      ...(publisher !== undefined && { publisher }),
      ...(title !== undefined && { title }),
      ...(text && { text: document.text }),
      reports,
    });
  }
  return lines;
}
