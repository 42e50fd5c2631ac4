import type { Knowledge } from "../../knowledge/index.ts";
import {
  assertUntaken,
  codingOf,
  type Ledger,
  type NewReview,
  type Reviewed,
  type StoredDocument,
} from "../../ledger/index.ts";
import { type Coding, EntenteError, type ReportReview, type ReviewAct, type Span } from "../../schema/index.ts";
import { addedCoding, changedFields, corrected } from "./coding.ts";

type OnReport = Exclude<ReviewAct, { kind: "add" }>;
type Adding = Extract<ReviewAct, { kind: "add" }>;

const signed = ({ reviewer, note }: ReviewAct) => ({ reviewer, ...(note !== undefined && { note }) });

function shownCoding(reviewed: Reviewed, told: ReportReview | undefined, report: string): Coding | undefined {
  const found = reviewed.reading.reports.find(({ id }) => id === report);
  if (found) return { report: found, domain: reviewed.domains[report] ?? "diplomatic" };
  const last = told?.history.at(-1);
  return told?.machine ?? (last && codingOf(last));
}

/** What somebody says of a report, out of what they had before them. Errors: review.taken, report.unknown, review.nothing, … */
function reviewOf(act: OnReport, reviewed: Reviewed, knowledge: Knowledge): NewReview {
  const { document, report, kind, blind } = act;
  const told = reviewed.reviews.find((each) => each.report === report || each.history[0].report === report);
  const current = told?.report ?? report;
  assertUntaken(act, told?.history ?? []);
  const saw = (blind ? told?.machine : undefined) ?? shownCoding(reviewed, told, current);
  if (!saw) throw new EntenteError("report.unknown", { document, id: report });
  const coding =
    kind === "correct" ? corrected(saw, act.correction, { reading: reviewed.reading, knowledge }) : undefined;
  const changed = coding && changedFields(saw, coding);
  if (changed?.length === 0) throw new EntenteError("review.nothing");
  return {
    review: {
      ...{ kind, document, report: told?.history[0].report ?? report, saw },
      ...signed(act),
      ...(coding && { coding }),
      ...(changed && { changed }),
      ...(blind && { blind }),
    },
    ...(act.seen !== undefined && { seen: act.seen }),
    ...(act.second !== undefined && { second: act.second }),
  };
}

/** Spans of a text without white space at their ends, in order. Errors: review.span. */
function wordsAt(spans: readonly Span[], text: string): Span[] {
  return spans
    .map(([from, to]): Span => {
      if (from < 0 || to > text.length || from >= to) throw new EntenteError("review.span", { from, to });
      const words = text.slice(from, to);
      const start = from + (words.length - words.trimStart().length);
      const end = to - (words.length - words.trimEnd().length);
      if (start >= end) throw new EntenteError("review.span", { from, to });
      return [start, end];
    })
    .sort((one, other) => one[0] - other[0]);
}

/** An id as the coder would give it, with a number behind where it is taken. */
function freeId([start, end]: Span, type: string, reviewed: Reviewed): string {
  const taken = new Set([
    ...reviewed.reading.reports.map(({ id }) => id),
    ...reviewed.reviews.flatMap(({ report, history }) => [report, history[0].report]),
  ]);
  const id = `r${start}-${end}.${type}`;
  for (let count = 2; ; count += 1) {
    if (!taken.has(id)) return id;
    if (!taken.has(`${id}.${count}`)) return `${id}.${count}`;
  }
}

function additionOf(act: Adding, { document }: StoredDocument, reviewed: Reviewed, knowledge: Knowledge): NewReview {
  const spans = wordsAt(act.spans, document.text);
  const report = freeId(spans[0], act.coding.type, reviewed);
  const saw = addedCoding(report, spans, act.coding, document.publisher, { reading: reviewed.reading, knowledge });
  return { review: { kind: "add", document: document.id, report, saw, ...signed(act) } };
}

/** An act as the ledger keeps it. Errors: document.unknown, report.unknown, review.nothing, review.span, state.unknown, place.unknown. */
export async function newReview(ledger: Ledger, knowledge: Knowledge, act: ReviewAct): Promise<NewReview> {
  const reviewed = await ledger.reviews.reviewed(act.document);
  if (act.kind !== "add") return reviewOf(act, reviewed, knowledge);
  return additionOf(act, await ledger.document(act.document), reviewed, knowledge);
}
