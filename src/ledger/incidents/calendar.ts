import { DATE_SLACK } from "./similarity.ts";
import type { Telling } from "./telling.ts";

/** An interval longer than this is not written into each of its days. */
const MOST_DAYS = 120;

/** Clusters by the days their reports name, so that a report is compared only with those whose date it can meet. */
export class Calendar<T extends Telling> {
  /** In the order of their founding. */
  readonly clusters: T[][] = [];
  readonly #days = new Map<number, Set<T[]>>();
  readonly #everyDay = new Set<T[]>();

  #daysOf(telling: T): readonly number[] | undefined {
    const { from, to } = telling;
    if (from === undefined || to === undefined || to - from > MOST_DAYS) return undefined;
    return Array.from({ length: Math.max(0, to - from) + 1 }, (_, index) => from + index);
  }

  /** Clusters that a telling may belong to, the older first. */
  near(telling: T): Iterable<T[]> {
    const days = this.#daysOf(telling);
    if (!days) return this.clusters;
    const found = new Set(this.#everyDay);
    for (let day = days[0] - DATE_SLACK; day <= days[days.length - 1] + DATE_SLACK; day += 1)
      for (const members of this.#days.get(day) ?? []) found.add(members);
    return found;
  }

  /** Writes down that a telling belongs to a cluster, which may be new. */
  note(telling: T, members: T[]): void {
    if (members.length === 1) this.clusters.push(members);
    const days = this.#daysOf(telling);
    if (!days) this.#everyDay.add(members);
    for (const day of days ?? []) this.#days.set(day, (this.#days.get(day) ?? new Set()).add(members));
  }
}
