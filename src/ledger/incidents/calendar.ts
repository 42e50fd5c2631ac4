import { DATE_SLACK } from "./similarity.ts";
import type { Telling } from "./telling.ts";

/** An interval longer than this is not written into each of its days. */
const MOST_DAYS = 120;

/** The days of a telling's interval, widened on both sides; nothing where it has none or too many. */
function daysOf({ from, to }: Telling, slack: number): number[] | undefined {
  if (from === undefined || to === undefined || to - from > MOST_DAYS) return undefined;
  return Array.from({ length: Math.max(0, to - from) + 1 + 2 * slack }, (_, index) => from - slack + index);
}

/** Things by the days that reports name, so that a report is compared only with those whose date it can meet. */
export class Calendar<T> {
  readonly #all = new Set<T>();
  readonly #everyDay = new Set<T>();
  readonly #days = new Map<number, Set<T>>();

  /** What a telling may have to do with. */
  near(telling: Telling): Iterable<T> {
    const days = daysOf(telling, DATE_SLACK);
    if (!days) return this.#all;
    const found = new Set(this.#everyDay);
    for (const day of days) for (const thing of this.#days.get(day) ?? []) found.add(thing);
    return found;
  }

  /** Writes a thing down under the days of a telling. */
  note(telling: Telling, thing: T): void {
    this.#all.add(thing);
    const days = daysOf(telling, 0);
    if (!days) this.#everyDay.add(thing);
    for (const day of days ?? []) this.#days.set(day, (this.#days.get(day) ?? new Set()).add(thing));
  }
}
