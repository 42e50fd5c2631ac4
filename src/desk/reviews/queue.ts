import { type Reader, read } from "../../coding/index.ts";
import { codingOf, type Ledger, type Queued, type Reviewed, type StoredDocument } from "../../ledger/index.ts";
import type { Document, QueueItem, QueueQuery, Report, ReviewQueue, Span } from "../../schema/index.ts";
import { dyadOf } from "../dyad.ts";
import type { SideMarker } from "../sources.ts";

const MOST = 20;
const LONGEST_PASSAGE = 1600;
const ALTERNATIVES = 3;
const FAINT = 0.1;

/** How the order of the queue comes about. */
const QUEUE_FORMULA =
  "(1 − confidence) × |score| ÷ 10 ÷ independent sources of the incident; what did not happen weighs 0.3 of that";

/** The paragraphs in which the evidence stands; of evidence far apart, those of its first words. */
export function passageOf(text: string, spans: readonly Span[]): { span: Span; text: string } {
  const around = ([from, to]: Span): Span => {
    const start = from === 0 ? 0 : text.lastIndexOf("\n", from - 1) + 1;
    const end = text.indexOf("\n", to);
    return [Math.max(start, from - LONGEST_PASSAGE), Math.min(end < 0 ? text.length : end, to + LONGEST_PASSAGE)];
  };
  const whole = around([Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))]);
  const span = whole[1] - whole[0] <= LONGEST_PASSAGE ? whole : around(spans[0]);
  return { span, text: text.slice(...span) };
}

const within = ([from, to]: Span, [start, stop]: Span): boolean => from >= start && to <= stop;
const moved = ([from, to]: Span, by: number): Span => [from - by, to - by];

/** What else the coder holds possible between the two parties of a report, by the words of its passage alone. */
function alternativesOf(report: Report, passage: QueueItem["passage"], document: Document, reader: Reader) {
  const [actor, other] = report.actors;
  const recipient = report.recipients[0] ?? other;
  if (!actor || !recipient || ![actor.span, recipient.span].every((span) => within(span, passage.span))) return [];
  const question = { actor: moved(actor.span, passage.span[0]), recipient: moved(recipient.span, passage.span[0]) };
  const { pairs } = read({ ...document, text: passage.text }, reader, { pairs: [question] });
  return (pairs?.[0].alternatives ?? [])
    .filter(({ type, confidence }) => type !== report.type && confidence >= FAINT)
    .slice(0, ALTERNATIVES);
}

interface Desk {
  readonly ledger: Ledger;
  readonly reader: Reader;
  readonly marker: SideMarker;
}

function itemOf(queued: Queued, stored: StoredDocument, reviewed: Reviewed, { reader, marker }: Desk): QueueItem[] {
  const { document } = stored;
  const review = reviewed.reviews.find(({ report }) => report === queued.report);
  const last = review?.history.at(-1);
  const gone = review?.machine?.report ?? (last && codingOf(last).report);
  const report = reviewed.reading.reports.find(({ id }) => id === queued.report) ?? gone;
  if (!report) return [];
  const { id, title, publisher, published, url } = document;
  const source = marker.source({ document: id, title, publisher, published, url });
  const passage = passageOf(document.text, report.evidence);
  return [
    {
      source,
      report,
      domain: reviewed.domains[queued.report] ?? (last && codingOf(last).domain) ?? "diplomatic",
      evidence: report.evidence.map((span) => ({ source, span, words: document.text.slice(...span) })),
      passage,
      ...(queued.incident && { incident: { ...queued.incident } }),
      alternatives: alternativesOf(report, passage, document, reader),
      ...(queued.priority && { priority: { ...queued.priority } }),
      ...(review && { review }),
    },
  ];
}

/** What waits for a reviewer. Errors: state.unknown, dyad.same. */
export async function reviewQueue(desk: Desk, query: QueueQuery): Promise<ReviewQueue> {
  const { ledger, reader } = desk;
  const { a, b, part = "open", reviewer, limit = MOST } = query;
  const dyad = a !== undefined && b !== undefined ? dyadOf({ a, b }, reader.knowledge) : undefined;
  const request = { part, limit, ...(dyad && { dyad }), ...(reviewer !== undefined && { reviewer }) };
  const [queued, progress] = await Promise.all([ledger.reviews.queue(request), ledger.reviews.progress(dyad)]);
  const items: QueueItem[] = [];
  for (const one of queued) {
    const [stored, reviewed] = await Promise.all([
      ledger.document(one.document),
      ledger.reviews.reviewed(one.document),
    ]);
    items.push(...itemOf(one, stored, reviewed, desk));
  }
  const names = dyad && { names: dyad.map(reader.knowledge.stateName) as [string, string] };
  return { part, items, progress, formula: QUEUE_FORMULA, ...(dyad && { dyad }), ...names };
}
