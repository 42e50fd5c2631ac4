import type { Ledger, NewReview } from "../../src/ledger/index.ts";
import type { Coding, Report, ReviewKind } from "../../src/schema/index.ts";

/** What somebody says of a report of a document, as the desk would put it. */
export interface Said {
  readonly by?: string;
  readonly kind?: ReviewKind;
  readonly change?: Partial<Report>;
  readonly note?: string;
  readonly seen?: string;
  readonly second?: boolean;
}

async function codingIn(ledger: Ledger, document: string, report: string): Promise<Coding> {
  const { reading, domains, reviews } = await ledger.reviews.reviewed(document);
  const found = reading.reports.find(({ id }) => id === report);
  const told = reviews.find((each) => each.report === report);
  const shown = found ?? told?.machine?.report ?? told?.history[0].saw.report;
  if (!shown) throw new Error(`no report ${report}`);
  return { report: shown, domain: domains[report] ?? "military" };
}

/** Reviews a report of a ledger. */
export async function say(ledger: Ledger, document: string, report: string, said: Said = {}) {
  const { by = "Ana", kind = "accept", change, note, seen, second } = said;
  const saw = await codingIn(ledger, document, report);
  const review: NewReview["review"] = {
    ...{ kind, document, report, reviewer: by, saw },
    ...(note && { note }),
    ...(change && { coding: { ...saw, report: { ...saw.report, ...change } } }),
  };
  return ledger.reviews.add({ review, ...(seen && { seen }), ...(second && { second }) });
}
