import { acrossTenses } from "./announced.ts";
import { DATE_SLACK } from "./similarity.ts";
import type { Telling } from "./telling.ts";

/** An interval longer than this is not written into each of its days. */
const MOST_DAYS = 120;

/** The days of a telling's interval, widened on both sides; nothing where it has none or too many. */
function daysOf({ from, to }: Telling, slack: number): number[] | undefined {
  if (from === undefined || to === undefined || to - from > MOST_DAYS) return undefined;
  return Array.from({ length: Math.max(0, to - from) + 1 + 2 * slack }, (_, index) => from - slack + index);
}

/** Things by the days that reports name. */
class Calendar<T> {
  readonly #all = new Set<T>();
  readonly #everyDay = new Set<T>();
  readonly #days = new Map<number, Set<T>>();

  addNear(telling: Telling, found: Set<T>): void {
    const days = daysOf(telling, DATE_SLACK);
    for (const thing of days ? this.#everyDay : this.#all) found.add(thing);
    for (const day of days ?? []) for (const thing of this.#days.get(day) ?? []) found.add(thing);
  }

  note(telling: Telling, thing: T): void {
    this.#all.add(thing);
    const days = daysOf(telling, 0);
    if (!days) this.#everyDay.add(thing);
    for (const day of days ?? []) this.#days.set(day, (this.#days.get(day) ?? new Set()).add(thing));
  }
}

/** Under which keys a telling stands, and under which others are sought that can be of its event. */
interface Keys {
  readonly stands: (telling: Telling) => readonly string[];
  readonly sought: (telling: Telling) => readonly string[];
}

const byState = ({ states, tense }: Telling): string[] => states.map((state) => `${state} ${tense}`);

const alsoSought = (telling: Telling): string[] =>
  acrossTenses(telling).length === 0
    ? []
    : byState({ ...telling, tense: telling.tense === "planned" ? "happened" : "planned" });

/** By a state that both name. */
const BY_STATE: Keys = {
  stands: byState,
  sought: (telling) => [...byState(telling), ...alsoSought(telling)],
};

/** Things by the states and days that reports name: a report is compared only with those that can be of its event. */
export class Neighbourhood<T> {
  readonly #keys: Keys;
  readonly #calendars = new Map<string, Calendar<T>>();

  constructor(keys = BY_STATE) {
    this.#keys = keys;
  }

  /** What stands under a key that is sought with a telling, and has a date that can meet its own. */
  near(telling: Telling): ReadonlySet<T> {
    const found = new Set<T>();
    for (const key of this.#keys.sought(telling)) this.#calendars.get(key)?.addNear(telling, found);
    return found;
  }

  /** Writes a thing down under the keys and days of a telling. */
  note(telling: Telling, thing: T): void {
    for (const key of this.#keys.stands(telling)) {
      const calendar = this.#calendars.get(key) ?? new Calendar<T>();
      calendar.note(telling, thing);
      this.#calendars.set(key, calendar);
    }
  }
}
