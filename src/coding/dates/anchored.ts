import { type DayNumber, type Interval, moveBy, oneDay, type Unit, unitAround } from "./calendar.ts";
import { countAt, unitsAt } from "./relative.ts";
import { type DateRule, type Scene, wordAt } from "./scene.ts";
import { ANCHORED_SHIFTS, DISTANCES, UNITS } from "./words.ts";

/** Sentences over which the date named last is still the one that is counted from. */
const REACH = 2;

/** The date named before, where it is near enough to be counted from. */
function anchorAt(scene: Scene, at: number): Interval | undefined {
  const { anchor, analysis } = scene;
  return anchor && analysis.sentence[at] - anchor.sentence <= REACH ? anchor.interval : undefined;
}

/** Days of the widest interval from which so many units can be counted: not two weeks from a whole year. */
const WIDEST: Readonly<Partial<Record<Unit, number>>> = { day: 31, week: 31, month: 92 };

/** From which day is counted: back from the dateline where no date was named shortly before, or one that lies ahead. */
function originOf(scene: Scene, at: number, unit: Unit, { sign, anchored }: { sign: 1 | -1; anchored: boolean }) {
  const named = anchored ? anchorAt(scene, at) : undefined;
  const anchor = named && named.to - named.from <= (WIDEST[unit] ?? Number.POSITIVE_INFINITY) ? named : undefined;
  if (sign > 0) return anchored ? anchor?.to : scene.published;
  const isPast = anchor !== undefined && (scene.published === undefined || anchor.from <= scene.published);
  return isPast ? anchor.from : scene.published;
}

/** How exactly "N units ago" is meant: to the unit, and days to the day. */
function around(day: DayNumber, unit: Unit): Interval {
  if (unit === "day") return oneDay(day);
  if (unit === "week") return { from: day - 3, to: day + 3 };
  return unitAround(day, unit === "month" ? "month" : "year");
}

const between = (one: DayNumber, other: DayNumber): Interval => ({
  from: Math.min(one, other),
  to: Math.max(one, other),
});

/** Behind these a clause or noun of its own may follow, from which is counted then: "three weeks after the vote". */
const AMBIGUOUS: ReadonlySet<string> = new Set(["after", "before"]);

/** Units without a number: "days later", "weeks ago". */
const BARE: Readonly<Record<string, readonly [number, number]>> = {
  days: [2, 6],
  weeks: [2, 5],
  months: [2, 11],
  years: [2, 9],
};

interface Amount {
  readonly next: number;
  readonly unit: Unit;
  readonly least: number;
  readonly most: number;
}

function amountAt(scene: Scene, at: number): Amount | undefined {
  const word = scene.words[at];
  if (Object.hasOwn(BARE, word)) {
    const [least, most] = BARE[word];
    return { next: at + 1, unit: UNITS.get(word) as Unit, least, most };
  }
  if (word === "half" && wordAt(scene, at + 1, at) === "a" && wordAt(scene, at + 2, at) === "year")
    return { next: at + 3, unit: "month", least: 6, most: 6 };
  const single = word === "the" && DISTANCES.has(wordAt(scene, at + 2, at)) && !wordAt(scene, at + 1, at).endsWith("s");
  const count = single ? { next: at + 1, least: 1, most: 1 } : countAt(scene, at, at);
  const units = count && unitsAt(scene, count.next, at);
  return units && { next: units.next, unit: units.unit, least: count.least, most: count.most };
}

/** "less than a week earlier", "within days": any day up to then. */
function isUpTo(scene: Scene, at: number): boolean {
  const [before, farther] = [wordAt(scene, at - 1, at), wordAt(scene, at - 2, at)];
  return (before === "than" && (farther === "less" || farther === "fewer")) || before === "under";
}

/** `three years ago`, `two days later`, `less than a week earlier`, `days after`, `the day before`. */
export const distance: DateRule = (scene, at) => {
  const amount = amountAt(scene, at);
  const word = amount && wordAt(scene, amount.next, at);
  const kind = word === undefined ? undefined : DISTANCES.get(word);
  if (!amount || !kind) return undefined;
  if (AMBIGUOUS.has(word!) && !/^[.,;:)—–]?$/.test(wordAt(scene, amount.next + 1, at))) return undefined;
  const origin = originOf(scene, at, amount.unit, kind);
  if (origin === undefined) return undefined;
  const reach = (count: number): DayNumber => moveBy(origin, kind.sign * count, amount.unit);
  if (isUpTo(scene, at)) return { next: amount.next + 1, interval: between(origin + kind.sign, reach(amount.most)) };
  const [near, far] = [around(reach(amount.least), amount.unit), around(reach(amount.most), amount.unit)];
  return {
    next: amount.next + 1,
    interval: { from: Math.min(near.from, far.from), to: Math.max(near.to, far.to) },
  };
};

/** "On that occasion", "at that time": when the date named before was. */
const OCCASIONS = new Set(["occasion", "time"]);

/** `the same day`, `that year`, `the following week`, `that occasion`: counted from the date named before. */
export const anchoredUnit: DateRule = (scene, at) => {
  const isTheNext = scene.words[at] === "next" && wordAt(scene, at - 1, at) === "the";
  const shift = isTheNext ? 1 : ANCHORED_SHIFTS.get(scene.words[at]);
  const unit = UNITS.get(wordAt(scene, at + 1, at));
  const anchor = anchorAt(scene, at);
  if (scene.words[at] === "that" && OCCASIONS.has(wordAt(scene, at + 1, at)) && anchor)
    return { next: at + 2, interval: anchor };
  if (shift === undefined || !unit || anchor === undefined || scene.words[at + 1].endsWith("s")) return undefined;
  if (unit === "day" && anchor.to - anchor.from > 7) return undefined;
  return { next: at + 2, interval: unitAround(shift < 0 ? anchor.from : anchor.to, unit, shift) };
};

/** The unit that "later in the year" is of: of the date named before where that is another one than the dateline's. */
export function unitTold(scene: Scene, at: number, unit: Unit): Interval | undefined {
  const anchor = anchorAt(scene, at);
  const own = scene.published === undefined ? undefined : unitAround(scene.published, unit);
  if (!anchor || (own && anchor.to >= own.from)) return own;
  const told = unitAround(anchor.from, unit);
  return anchor.to <= told.to ? told : own;
}
