import { createHash } from "node:crypto";
import { keyOf, type Links, NO_LINKS } from "../reviews/links.ts";
import { alikePairs, areOne, closest, type Draft, founded, type Place, putBy } from "./drafts.ts";
import { Neighbourhood } from "./neighbourhood.ts";
import { sharedEvidence } from "./signs.ts";
import type { Cluster, Telling } from "./telling.ts";

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

  /** The place that reports of one evidence are closest to, among those from which nobody parted the first of them. */
  #closest(tellings: readonly T[]): Place<T> | undefined {
    const group = this.#groupOf(tellings[0]);
    const fits = ({ groups }: Draft<T>): boolean => ![...groups].some((other) => this.#links.areApart(group, other));
    return closest(tellings, [...this.#neighbourhood.near(tellings[0])].filter(fits));
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
    const place = home ? putBy(telling, home) : (this.#closest([telling]) ?? founded<T>());
    this.#settle(telling, place);
    if (!this.isLinked(telling)) return;
    place.draft.groups.add(this.#groupOf(telling));
    this.#homes.set(this.#groupOf(telling), place.draft);
  }

  /** Looks again for the closest place of a report, and of others coded of the same words, now that all have theirs. */
  reconsider(telling: T): void {
    const place = this.#places.get(telling);
    if (!place) return;
    const twins = place.part.filter((member) => sharedEvidence(member, telling) > 0 && !this.isLinked(member));
    const unit = [telling, ...twins.filter((member) => member !== telling)];
    for (const member of unit) place.part.splice(place.part.indexOf(member), 1);
    const together = this.#closest(unit);
    if (!together) for (const member of unit.splice(1)) this.#settle(member, place);
    const next = together ?? this.#closest(unit) ?? (place.part.length === 0 ? place : founded<T>());
    for (const member of unit) this.#settle(member, next);
  }

  /** Puts incidents together whose reports are alike enough to be of one event; says whether there were any. */
  merge(): boolean {
    if (this.#drafts.size < 2) return false;
    let merged = false;
    for (const [draft, other] of alikePairs(this.#drafts, (telling) => this.#neighbourhood.near(telling))) {
      if (!areOne(draft, other)) continue;
      this.#join(draft, other);
      merged = true;
    }
    return merged;
  }

  #join(draft: Draft<T>, other: Draft<T>): void {
    for (const telling of other.parts.flat()) this.#settle(telling, { draft, part: draft.parts[0], score: 0 });
    other.parts.splice(0, other.parts.length, []);
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
  if (sorting.merge()) for (const telling of free) sorting.reconsider(telling);
  return sorting.clusters();
}

/** `i` and 24 hex digits of the SHA-256 of the founding report's document and id. */
export const incidentId = (founder: Telling): string =>
  `i${createHash("sha256").update(`${founder.document} ${founder.report}`).digest("hex").slice(0, 24)}`;
