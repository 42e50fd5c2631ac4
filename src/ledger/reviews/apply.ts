import type { Coding, Domain, Reading, Report, ReportReview, Review } from "../../schema/index.ts";
import { type Anchored, resolveAnchors } from "./anchor.ts";
import { type Standing, standingOf } from "./standing.ts";

type Domains = Readonly<Record<string, Domain>>;

/** A reading with what people made of it. */
export interface Reviewed {
  /** Corrected, without what was rejected, with what was added, in the order of the text. */
  readonly reading: Reading;
  readonly domains: Domains;
  /** Every report that was ever reviewed. */
  readonly reviews: readonly ReportReview[];
}

/** A report that people judged to be right, taken as certain. */
const CERTAIN = 1;

/** The coder's report with the fields that people review as they stand for them. */
function corrected(report: Report, { state, coding }: Standing): Report {
  const { mode: _mode, date: _date, place: _place, ...rest } = report;
  const { type, mode, contexts, status, actors, recipients, directedAgainst, date, place, score } = coding.report;
  return {
    ...rest,
    ...{ type, contexts, status, actors, recipients, directedAgainst, score },
    ...(mode !== undefined && { mode }),
    ...(date && { date }),
    ...(place && { place }),
    confidence: state === "disputed" ? report.confidence : CERTAIN,
  };
}

const anchorsOf = (reviews: readonly Review[]): Anchored[] =>
  [...Map.groupBy(reviews, (review) => review.report)].map(([id, history]) => {
    const standing = standingOf(history);
    return { id, history, ...(standing && { standing }) };
  });

const byPlace = (one: Report, other: Report): number => one.evidence[0][0] - other.evidence[0][0];

class Course {
  readonly #reading: Reading;
  readonly #domains: Domains;
  readonly reports: Map<string, Report>;
  readonly domains: Record<string, Domain>;

  constructor(reading: Reading, domains: Domains) {
    this.#reading = reading;
    this.#domains = domains;
    this.reports = new Map(reading.reports.map((report) => [report.id, report]));
    this.domains = { ...domains };
  }

  #machine(id: string | undefined): Coding | undefined {
    const report = this.#reading.reports.find((each) => each.id === id);
    return report && { report, domain: this.#domains[report.id] ?? "diplomatic" };
  }

  /** Applies what stands of one report's reviews, and tells it. */
  take({ id: anchor, history, standing }: Anchored, found: string | undefined): ReportReview {
    const machine = this.#machine(found);
    const id = machine?.report.id ?? (this.reports.has(anchor) ? `${anchor}.r` : anchor);
    if (standing?.verdict === "rejected") this.reports.delete(id);
    if (standing?.verdict === "stands") {
      this.reports.set(id, corrected({ ...(machine ?? standing.coding).report, id }, standing));
      this.domains[id] = standing.coding.domain;
    }
    return {
      report: id,
      state: standing?.state ?? "machine",
      verdict: standing?.verdict ?? "stands",
      orphaned: !machine && history.every(({ kind }) => kind !== "add"),
      ...(machine && { machine }),
      history: [...history],
    };
  }
}

/**
 * A reading as people left it. What was accepted or corrected stays as it was stood for, even where the newest reading
 * says something else or nothing at all of these words; what was rejected is out. A judged report counts as certain,
 * a disputed one keeps the coder's confidence.
 */
export function applyReviews(reading: Reading, domains: Domains, reviews: readonly Review[]): Reviewed {
  if (reviews.length === 0) return { reading, domains, reviews: [] };
  const course = new Course(reading, domains);
  const anchors = anchorsOf(reviews);
  const found = resolveAnchors(anchors, reading.reports);
  const told = anchors.map((anchor) => course.take(anchor, found.get(anchor.id)));
  const reports = [...course.reports.values()].sort(byPlace);
  return { reading: { ...reading, reports }, domains: course.domains, reviews: told };
}
