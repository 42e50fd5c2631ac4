import { createHash } from "node:crypto";
import { Neighbourhood } from "./neighbourhood.ts";
import { similarity, THRESHOLD } from "./similarity.ts";
import type { Cluster, Telling } from "./telling.ts";

/** A telling is compared with this many members of a cluster. */
const MOST_JUDGES = 12;

const width = (telling: Telling): number =>
  telling.from === undefined || telling.to === undefined ? Number.POSITIVE_INFINITY : telling.to - telling.from;

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** The surest dates first, then by day; documents and reports decide between equals. No order of arrival in it. */
function byCertainty(one: Telling, other: Telling): number {
  return (
    Number(other.dated) - Number(one.dated) ||
    (width(one) === width(other) ? 0 : width(one) - width(other)) ||
    (one.from ?? 0) - (other.from ?? 0) ||
    compare(one.document, other.document) ||
    compare(one.report, other.report)
  );
}

/** The order in which reports came. */
export const byArrival = (one: Telling, other: Telling): number =>
  one.seq - other.seq || compare(one.document, other.document) || compare(one.report, other.report);

/** Mean similarity of a telling to the surest members of a cluster; none where one of them rules it out. */
function affinity(telling: Telling, members: readonly Telling[]): number | undefined {
  const judges = members.slice(0, MOST_JUDGES);
  let sum = 0;
  for (const member of judges) {
    const score = similarity(telling, member);
    if (score === undefined) return undefined;
    sum += score;
  }
  return sum / judges.length;
}

function closest<T extends Telling>(telling: T, candidates: Iterable<T[]>): T[] | undefined {
  let best: T[] | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const members of candidates) {
    const score = affinity(telling, members);
    if (score === undefined || score < THRESHOLD || score <= most) continue;
    most = score;
    best = members;
  }
  return best;
}

/**
 * Reports as incidents: each report joins the incident it is closest to on average, or founds one.
 * The result depends on the reports only, not on the order in which they came; the id is that of the member that
 * came first, so it stays when later reports join.
 */
export function clusterReports<T extends Telling>(tellings: readonly T[]): Cluster<T>[] {
  const neighbourhood = new Neighbourhood<T[]>();
  const clusters: T[][] = [];
  for (const telling of [...tellings].sort(byCertainty)) {
    const joined = closest(telling, neighbourhood.near(telling));
    const members = joined ?? [];
    members.push(telling);
    if (!joined) clusters.push(members);
    neighbourhood.note(telling, members);
  }
  return clusters.map((members) => {
    const sorted = members.sort(byArrival);
    return { founder: sorted[0], members: sorted };
  });
}

/** `i` and 24 hex digits of the SHA-256 of the founding report's document and id. */
export const incidentId = (founder: Telling): string =>
  `i${createHash("sha256").update(`${founder.document} ${founder.report}`).digest("hex").slice(0, 24)}`;
