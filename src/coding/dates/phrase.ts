import { bareYear, calendarDate, decadeOrCentury, monthOfYear, partOfYear, weekday } from "./absolute.ts";
import { anchoredUnit, distance, unitTold } from "./anchored.ts";
import { clip, type Interval, moveBy, oneDay, partOf, type Unit, union, unitAround } from "./calendar.ts";
import { countAt, deicticDay, shiftedUnit, stretch, theWeekend, unitsAt } from "./relative.ts";
import { type DateRule, type Found, type Scene, skip, wordAt } from "./scene.ts";
import { isAhead } from "./tense.ts";
import { ORDINALS, PARTS, UNITS } from "./words.ts";

/** The first that reads something wins. */
const RULES: readonly DateRule[] = [
  calendarDate,
  weekday,
  monthOfYear,
  partOfYear,
  bareYear,
  decadeOrCentury,
  deicticDay,
  distance,
  anchoredUnit,
  stretch,
  shiftedUnit,
  theWeekend,
];

function simple(scene: Scene, at: number): Found | undefined {
  for (const rule of RULES) {
    const found = rule(scene, at);
    if (found) return found;
  }
  return undefined;
}

/** `late December`, `mid-2019`, `the end of last year`, `the first week of May`. */
const part: DateRule = (scene, at) => {
  const word = scene.words[at];
  const ordinal = ORDINALS.get(word);
  const isFirstOrLast = ordinal === 1 || ordinal === -1;
  const segment = isFirstOrLast && /^(day|days|week|weeks|weekend|months?)$/.test(wordAt(scene, at + 1, at));
  const name = PARTS.get(word) ?? (segment ? (ordinal === 1 ? "early" : "late") : undefined);
  if (name === undefined) return undefined;
  const noun = ["early", "mid", "late"].includes(word) ? at + 1 : at + (segment ? 2 : 1);
  const of = noun !== at + 1 || !["early", "mid", "late"].includes(word);
  if (of && wordAt(scene, noun, at) !== "of") return undefined;
  const unit = wordAt(scene, noun + 1, at) === "the" ? dateUnit(scene, noun + 1, at) : undefined;
  if (unit) return { next: unit.next, interval: partOf(unit.interval, name) };
  const core = simple(scene, skip(scene, noun, at, "of", "the", "-", "in"));
  return core && { next: core.next, interval: partOf(core.interval, name) };
};

/** `the last three weeks of 2020`, `the first two months of the year`. */
const stretchOf: DateRule = (scene, at) => {
  const ordinal = ORDINALS.get(scene.words[at]);
  if (ordinal !== 1 && ordinal !== -1) return undefined;
  const count = countAt(scene, at + 1, at);
  const units = count && unitsAt(scene, count.next, at);
  if (!units || wordAt(scene, units.next, at) !== "of") return undefined;
  const isThe = wordAt(scene, units.next + 1, at) === "the";
  const whole = isThe ? dateUnit(scene, units.next + 1, at) : simple(scene, units.next + 1);
  if (!whole) return undefined;
  const { from, to } = whole.interval;
  const edge = ordinal === 1 ? moveBy(from, count.most, units.unit) - 1 : moveBy(to, -count.most, units.unit) + 1;
  return {
    next: whole.next,
    interval: ordinal === 1 ? clip(whole.interval, from, edge) : clip(whole.interval, edge, to),
  };
};

/** `the eve of Monday's vote`, `the eve of 4 February`: the day before. */
const eve: DateRule = (scene, at) => {
  if (scene.words[at] !== "eve" || wordAt(scene, at + 1, at) !== "of") return undefined;
  const core = simple(scene, skip(scene, at + 2, at, "the"));
  return core && { next: core.next, interval: oneDay(core.interval.from - 1) };
};

/** `mid-December` where it is one token. */
const joinedPart: DateRule = (scene, at) => {
  const parts = /^(mid|early|late)-(.+)$/.exec(scene.words[at]);
  if (!parts) return undefined;
  const words = scene.words.with(at, parts[2]);
  const core = simple({ ...scene, words }, at);
  return core && { next: core.next, interval: partOf(core.interval, PARTS.get(parts[1])!) };
};

/** `earlier this year`, `later in the month`, `later that day`. */
const side: DateRule = (scene, at) => {
  const word = scene.words[at];
  if (word !== "earlier" && word !== "later") return undefined;
  const behind = skip(scene, at + 1, at, "in", "on");
  const isThe = wordAt(scene, behind, at) === "the";
  const unit = isThe ? dateUnit(scene, behind, at) : undefined;
  const told = unit && unitTold(scene, at, UNITS.get(scene.words[behind + 1]) as Unit);
  const core = isThe ? unit && { ...unit, interval: told ?? unit.interval } : simple(scene, behind);
  if (!core) return undefined;
  const past = word === "later" && !isAhead(scene.analysis, at);
  const near = past ? upToDateline(scene, core.interval) : sideOfDateline(scene, word, core.interval);
  return { next: core.next, interval: sideOfAnchor(scene, word, near) };
};

/** "In May they met; later in the year …": after May, where May is of that year. */
function sideOfAnchor(scene: Scene, word: string, interval: Interval): Interval {
  const told = scene.anchor?.interval;
  if (!told || told.from < interval.from || told.to > interval.to || told.from === interval.from) return interval;
  return word === "later" ? clip(interval, told.to + 1, interval.to) : clip(interval, interval.from, told.from - 1);
}

/** `the week` in "earlier in the week" and "the year" in "the end of the year" are the dateline's own. */
function dateUnit(scene: Scene, at: number, origin: number): Found | undefined {
  const unit = UNITS.get(wordAt(scene, at + 1, origin));
  if (unit === undefined || scene.words[at + 1].endsWith("s") || scene.published === undefined) return undefined;
  return { next: at + 2, interval: unitAround(scene.published, unit) };
}

function upToDateline({ published }: Scene, interval: Interval): Interval {
  return published === undefined ? interval : clip(interval, interval.from, published);
}

function sideOfDateline(scene: Scene, word: string, interval: Interval): Interval {
  const now = scene.published;
  if (now === undefined || interval.to < now || interval.from > now) return interval;
  return word === "earlier" ? clip(interval, interval.from, now) : clip(interval, now, interval.to);
}

const readOne: DateRule = (scene, at) =>
  side(scene, at) ??
  eve(scene, at) ??
  stretchOf(scene, at) ??
  part(scene, at) ??
  joinedPart(scene, at) ??
  simple(scene, at);

/** What the preposition makes of a date: from it on, or up to it. */
function stretched(scene: Scene, at: number, interval: Interval): Interval {
  const now = scene.published;
  const before = wordAt(scene, at - 1, at) === "the" ? at - 2 : at - 1;
  const preposition = wordAt(scene, before, at);
  if (now === undefined) return interval;
  if (preposition === "since" && interval.from <= now) return { from: interval.from, to: now };
  if ((preposition === "by" || preposition === "until") && interval.from > now) return { from: now, to: interval.to };
  return interval;
}

const RANGE = /^(to|until|till|through)$/;
const DASH = /^[-–]$/;

/** "for the first time since 2019" dates nothing. */
const countsFrom = (scene: Scene, at: number): boolean =>
  wordAt(scene, at - 1, at) === "since" && wordAt(scene, at - 2, at) === "time";

/** A date that begins at `at`: `from 2014 to 2016` and `between May and July` as one. */
export const readDate: DateRule = (scene, at) => {
  const first = countsFrom(scene, at) ? undefined : readOne(scene, at);
  if (!first) return undefined;
  const opener = wordAt(scene, at - 1, at);
  const join = wordAt(scene, first.next, at);
  const isTight = scene.analysis.end[first.next - 1] === scene.analysis.start[first.next];
  const joins = (opener === "between" && join === "and") || RANGE.test(join) || (DASH.test(join) && isTight);
  const second = joins ? readOne(scene, skip(scene, first.next + 1, at, "the")) : undefined;
  if (second && wordAt(scene, second.next - 1, at) !== "" && second.interval.to >= first.interval.from)
    return { next: second.next, interval: union(first.interval, second.interval) };
  return { next: first.next, interval: stretched(scene, at, first.interval) };
};
