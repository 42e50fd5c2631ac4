import type { ReviewDesk } from "../../../src/desk/index.ts";
import {
  EntenteError,
  type GroupingResult,
  type QueueItem,
  type QueueQuery,
  type ReportReview,
  type Review,
  type ReviewAct,
  type ReviewAgreement,
  type ReviewQueue,
  type ReviewResult,
  type SplitAct,
  type UndoAct,
} from "../../../src/schema/index.ts";
import type { FakeEntry } from "./build.ts";

const AT = "2021-02-03T09:30:00.000Z";

/** Reviews that are remembered, and change nothing else: for the looks of the pages. */
export class FakeReviews implements ReviewDesk {
  readonly #entries: () => readonly FakeEntry[];
  readonly #made: Review[] = [];

  constructor(entries: () => readonly FakeEntry[]) {
    this.#entries = entries;
  }

  async queue({ part = "open", limit = 20 }: QueueQuery = {}): Promise<ReviewQueue> {
    const all = this.#entries().flatMap((entry) => this.#itemsOf(entry));
    const [judged, machine] = [all.filter(({ review }) => review), all.filter(({ review }) => !review)];
    const items = part === "open" ? machine : part === "done" || part === "second" ? judged : [];
    const rejected = judged.filter(({ review }) => review?.verdict === "rejected").length;
    const progress = {
      machine: machine.length,
      reviewed: judged.length,
      confirmed: 0,
      disputed: 0,
      rejected,
      orphaned: 0,
    };
    return { part, items: items.slice(0, limit), progress, formula: "(1 − confidence) × |score| ÷ 10" };
  }

  async review(act: ReviewAct): Promise<ReviewResult> {
    const entry = this.#entries().find(({ view }) => view.document.id === act.document);
    const id = act.kind === "add" ? "" : act.report;
    const report = entry?.view.reading?.reports.find((one) => one.id === id);
    if (!entry || !report) throw new EntenteError("report.unknown", { document: act.document, id });
    const before = this.#reviewOf(entry, id)?.history.findLast(({ undone }) => !undone);
    if (before && act.kind !== "comment" && act.kind !== "add" && act.seen !== before.id && !act.second)
      throw new EntenteError("review.taken", { id, reviewer: before.reviewer, at: before.at });
    const { document, kind, reviewer, note } = act;
    const saw = { report, domain: entry.domainOf[id] };
    const review = { id: `v${this.#made.length + 1}`, kind, document, report: id, reviewer, at: AT, saw };
    this.#made.push({ ...review, ...(note !== undefined && { note }) });
    return { review: this.#made[this.#made.length - 1], report: this.#reviewOf(entry, id) };
  }

  async undo({ id, reviewer }: UndoAct): Promise<ReviewResult> {
    const at = this.#made.findIndex((one) => one.id === id);
    if (at < 0) throw new EntenteError("review.unknown", { id });
    this.#made[at] = { ...this.#made[at], undone: { reviewer, at: AT } };
    return { review: this.#made[at] };
  }

  async history() {
    return this.#made.toReversed();
  }

  async agreement(): Promise<ReviewAgreement> {
    return { pairs: [], reason: "no report was judged by two reviewers" };
  }

  async gold() {
    return [];
  }

  async split({ incident }: SplitAct): Promise<GroupingResult> {
    throw new EntenteError("incident.whole", { id: incident });
  }

  async merge(): Promise<GroupingResult> {
    throw new EntenteError("incident.same");
  }

  #reviewOf({ view, domainOf }: FakeEntry, report: string): ReportReview | undefined {
    const history = this.#made.filter((one) => one.document === view.document.id && one.report === report);
    const live = history.filter(({ undone, kind }) => !undone && kind !== "comment");
    const found = view.reading?.reports.find(({ id }) => id === report);
    if (history.length === 0 || !found) return undefined;
    const state = live.length > 0 ? "reviewed" : "machine";
    const verdict = live.at(-1)?.kind === "reject" ? "rejected" : "stands";
    return { report, state, verdict, orphaned: false, machine: { report: found, domain: domainOf[report] }, history };
  }

  #itemsOf(entry: FakeEntry): QueueItem[] {
    const { document, source, reading, incidentOf } = entry.view;
    return (reading?.reports ?? []).map((report) => {
      const review = this.#reviewOf(entry, report.id);
      return {
        ...{ source, report, domain: entry.domainOf[report.id] },
        evidence: report.evidence.map((span) => ({ source, span, words: document.text.slice(...span) })),
        passage: { span: [0, document.text.length], text: document.text },
        incident: { id: incidentOf[report.id], documents: 1, families: 1 },
        alternatives: [{ type: "CONSULT", confidence: 0.21 }],
        priority: { value: 0.05, uncertainty: 0.15, consequence: 0.3 },
        ...(review && review.state !== "machine" && { review }),
      };
    });
  }
}
