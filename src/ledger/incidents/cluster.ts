import { createHash } from "node:crypto";
import { keyOf, type Links, NO_LINKS } from "../reviews/links.ts";
import { Neighbourhood } from "./neighbourhood.ts";
import { excludes, similarity, THRESHOLD } from "./similarity.ts";
import type { Cluster, Telling } from "./telling.ts";

/** A telling is compared with this many members of a cluster, and with those of its own document. */
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

const mean = (scores: readonly number[]): number => scores.reduce((sum, score) => sum + score, 0) / scores.length;

/** The most like member of each document; those that cannot be compared say nothing. None where a member rules it out. */
function likeness(telling: Telling, members: readonly Telling[]): Map<string, number> | undefined {
  const best = new Map<string, number>();
  for (const member of members) {
    if (excludes(telling, member)) return undefined;
    const score = similarity(telling, member);
    if (score !== undefined)
      best.set(member.document, Math.max(score, best.get(member.document) ?? Number.NEGATIVE_INFINITY));
  }
  return best;
}

/**
 * How like a telling is to the accounts of a cluster: the mean over its documents, of each the member it is most like.
 * What its own document tells counts as much as all others together. Nothing where a member rules it out.
 */
function affinity(telling: Telling, members: readonly Telling[]): number | undefined {
  const judges = members.filter(({ document }, index) => index < MOST_JUDGES || document === telling.document);
  const best = likeness(telling, judges);
  if (!best || best.size === 0) return undefined;
  const own = best.get(telling.document);
  best.delete(telling.document);
  if (own === undefined) return mean([...best.values()]);
  return best.size === 0 ? own : mean([own, mean([...best.values()])]);
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

/** Incidents while reports are put into them. */
class Sorting<T extends Telling> {
  readonly #links: Links;
  readonly #neighbourhood = new Neighbourhood<Draft<T>>();
  readonly #drafts = new Set<Draft<T>>();
  readonly #homes = new Map<string, Draft<T>>();
  readonly #places = new Map<T, Place<T>>();

  constructor(links: Links) {
    this.#links = links;
  }

  #groupOf({ document, report }: Telling): string {
    return this.#links.groupOf(keyOf({ document, id: report }));
  }

  /** Whether people spoke of the report. */
  isLinked(telling: T): boolean {
    return this.#links.groups.has(this.#groupOf(telling));
  }

  /** The place that a report is closest to, among those from which nobody parted it. */
  #closest(telling: T): Place<T> | undefined {
    const group = this.#groupOf(telling);
    const fits = ({ groups }: Draft<T>): boolean => ![...groups].some((other) => this.#links.areApart(group, other));
    return closest(telling, [...this.#neighbourhood.near(telling)].filter(fits));
  }

  #settle(telling: T, place: Place<T>): void {
    place.part.push(telling);
    this.#drafts.add(place.draft);
    this.#places.set(telling, place);
    this.#neighbourhood.note(telling, place.draft);
  }

  /** Puts a report into the incident that people chose, or the closest one, or one of its own. */
  add(telling: T): void {
    const home = this.#homes.get(this.#groupOf(telling));
    const place = home ? putBy(telling, home) : (this.#closest(telling) ?? founded<T>());
    this.#settle(telling, place);
    if (!this.isLinked(telling)) return;
    place.draft.groups.add(this.#groupOf(telling));
    this.#homes.set(this.#groupOf(telling), place.draft);
  }

  /** Looks again for the closest place of a report, now that all others have theirs. */
  reconsider(telling: T): void {
    const place = this.#places.get(telling);
    if (!place) return;
    place.part.splice(place.part.indexOf(telling), 1);
    this.#settle(telling, this.#closest(telling) ?? (place.part.length === 0 ? place : founded<T>()));
  }

  clusters(): Cluster<T>[] {
    const held = [...this.#drafts].map(({ parts }) => parts.flat().sort(byArrival));
    return held.filter(({ length }) => length > 0).map((members) => ({ founder: members[0], members }));
  }
}

/**
 * Reports as incidents: each report joins the incident whose accounts it is closest to, or founds one; then each is
 * looked at once more. What people put together stays together, and what they parted stays apart; what they spoke of
 * comes first. The result depends on the reports only, not on the order in which they came; the id is that of the
 * member that came first, so it stays when later reports join.
 */
export function clusterReports<T extends Telling>(tellings: readonly T[], links: Links = NO_LINKS): Cluster<T>[] {
  const sorting = new Sorting<T>(links);
  const [linked, free] = [true, false].map((isLinked) =>
    tellings.filter((telling) => sorting.isLinked(telling) === isLinked).sort(byCertainty),
  );
  for (const telling of [...linked, ...free]) sorting.add(telling);
  for (const telling of free) sorting.reconsider(telling);
  return sorting.clusters();
}

/** `i` and 24 hex digits of the SHA-256 of the founding report's document and id. */
export const incidentId = (founder: Telling): string =>
  `i${createHash("sha256").update(`${founder.document} ${founder.report}`).digest("hex").slice(0, 24)}`;
