import { createHash } from "node:crypto";
import { keyOf, type Links, NO_LINKS } from "../reviews/links.ts";
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

/** An incident on its way: its reports in parts, of which each hangs together by itself. Only people join parts. */
interface Draft<T extends Telling> {
  readonly parts: T[][];
  /** What people linked its reports with. */
  readonly groups: Set<string>;
}

interface Place<T extends Telling> {
  readonly draft: Draft<T>;
  readonly part: T[];
  readonly score: number;
}

/** The part of an incident that a telling is closest to, where it is close enough. */
function placeIn<T extends Telling>(telling: T, draft: Draft<T>): Place<T> | undefined {
  let best: Place<T> | undefined;
  for (const part of draft.parts) {
    const score = affinity(telling, part);
    if (score !== undefined && score >= THRESHOLD && score > (best?.score ?? Number.NEGATIVE_INFINITY))
      best = { draft, part, score };
  }
  return best;
}

function closest<T extends Telling>(telling: T, candidates: Iterable<Draft<T>>): Place<T> | undefined {
  let best: Place<T> | undefined;
  for (const draft of candidates) {
    const place = placeIn(telling, draft);
    if (place && place.score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = place;
  }
  return best;
}

/** Where people put a telling: with others of its group, in the part it is close to or in one of its own. */
function putBy<T extends Telling>(telling: T, home: Draft<T>): Place<T> {
  const place = placeIn(telling, home);
  if (place) return place;
  const part: T[] = [];
  home.parts.push(part);
  return { draft: home, part, score: 0 };
}

const founded = <T extends Telling>(): Place<T> => {
  const part: T[] = [];
  return { draft: { parts: [part], groups: new Set() }, part, score: 0 };
};

/**
 * Reports as incidents: each report joins the incident it is closest to on average, or founds one. What people put
 * together stays together, and what they parted stays apart; what they spoke of comes first.
 * The result depends on the reports only, not on the order in which they came; the id is that of the member that
 * came first, so it stays when later reports join.
 */
export function clusterReports<T extends Telling>(tellings: readonly T[], links: Links = NO_LINKS): Cluster<T>[] {
  const neighbourhood = new Neighbourhood<Draft<T>>();
  const drafts = new Set<Draft<T>>();
  const homes = new Map<string, Draft<T>>();
  const groupOf = ({ document, report }: Telling): string => links.groupOf(keyOf({ document, id: report }));
  const [linked, free] = [true, false].map((isLinked) =>
    tellings.filter((telling) => links.groups.has(groupOf(telling)) === isLinked).sort(byCertainty),
  );
  for (const telling of [...linked, ...free]) {
    const group = groupOf(telling);
    const home = homes.get(group);
    const fits = ({ groups }: Draft<T>): boolean => ![...groups].some((other) => links.areApart(group, other));
    const near = home ? [] : [...neighbourhood.near(telling)].filter(fits);
    const { draft, part } = home ? putBy(telling, home) : (closest(telling, near) ?? founded<T>());
    part.push(telling);
    drafts.add(draft);
    if (links.groups.has(group)) {
      draft.groups.add(group);
      homes.set(group, draft);
    }
    neighbourhood.note(telling, draft);
  }
  return [...drafts].map(({ parts }) => {
    const members = parts.flat().sort(byArrival);
    return { founder: members[0], members };
  });
}

/** `i` and 24 hex digits of the SHA-256 of the founding report's document and id. */
export const incidentId = (founder: Telling): string =>
  `i${createHash("sha256").update(`${founder.document} ${founder.report}`).digest("hex").slice(0, 24)}`;
