import { codedAs, type Report, type Review, type Span } from "../../schema/index.ts";
import { codingOf, type Standing } from "./standing.ts";

/** How much of two spans must be common for them to tell of the same, by their union. */
const LEAST_OVERLAP = 0.5;

/** Share of the characters of either span that are in both: 0 to 1. */
export function overlapOf([from, to]: Span, [start, stop]: Span): number {
  const common = Math.min(to, stop) - Math.max(from, start);
  return common <= 0 ? 0 : common / (Math.max(to, stop) - Math.min(from, start));
}

/** The type in a report's id (`r12-40.COOPERATE`), which is the coder's own, whatever people made of it. */
const typeIn = (id: string): string => id.split(".")[1] ?? "";

/** All reviews of one report, as they were anchored when the first was made. */
export interface Anchored {
  readonly id: string;
  readonly history: readonly Review[];
  readonly standing?: Standing;
}

const partiesOf = (report: Report): string => {
  const { actors, recipients } = codedAs({ report, domain: "diplomatic" });
  return JSON.stringify([actors, recipients]);
};

/** How well a report fits an anchor; nothing where it is another one. */
function fitOf({ id, history, standing }: Anchored, report: Report): number | undefined {
  const { saw } = history[0];
  const stood = standing?.coding.report ?? saw.report;
  const overlap = overlapOf(saw.report.evidence[0], report.evidence[0]);
  if (overlap < LEAST_OVERLAP) return undefined;
  const sameType = [typeIn(id), stood.type].includes(report.type);
  const sameParties = history.some((review) =>
    [review.saw, codingOf(review)].some((coding) => partiesOf(coding.report) === partiesOf(report)),
  );
  const rejected = standing?.verdict === "rejected";
  if (rejected ? !(sameType && sameParties) : !(sameType || overlap === 1)) return undefined;
  return overlap + Number(sameType) + Number(sameParties) + (id === report.id ? 0.5 : 0);
}

/**
 * Finds the reports of a newer reading that reviews speak of, by evidence, type and parties; each report at most once,
 * the best fit first. A rejection holds only for the same type between the same parties; whoever stands for an event
 * does so whatever type the coder now gives to the very same words. Gives the report's id by the anchor's.
 */
export function resolveAnchors(anchors: readonly Anchored[], reports: readonly Report[]): Map<string, string> {
  const fits = anchors.flatMap((anchor) =>
    reports.flatMap((report) => {
      const fit = fitOf(anchor, report);
      return fit === undefined ? [] : [{ anchor: anchor.id, report: report.id, fit }];
    }),
  );
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const { anchor, report } of fits.sort((one, other) => other.fit - one.fit)) {
    if (found.has(anchor) || taken.has(report)) continue;
    found.set(anchor, report);
    taken.add(report);
  }
  return found;
}
