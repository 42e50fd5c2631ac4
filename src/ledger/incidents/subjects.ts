import { byStem, stemOf } from "./stems.ts";

/** What a clause is about: `the joint flight` and `a patrol of bombers` are one subject, an exercise another. */
const SUBJECTS = byStem({
  patrol: "patrol flight fly flew flown flying bomber",
  exercise: "exercise drill games manoeuvre maneuver training trained",
  call: "phone telephone conversation video",
  signing: "signed statement communique declaration memorandum document",
  pact: "agreement pact accord deal treaty",
  scramble: "scrambled",
  zone: "zone",
  airspace: "airspace violated",
  trade: "trade tariff duties export import",
});

/** Where forces are: ships and aircraft are seldom of one event. */
const MEDIA = byStem({
  air: "bomber fly flew flown flying flight aircraft jets fighter warplane",
  sea: "naval navy ship vessel warship destroyer frigate fleet",
});

/** Kinds of measures: what is told as an expulsion here is told as "declared persona non grata" there. */
const MEASURES = byStem({
  expulsion: "expel expelled expelling expulsion persona",
  recall: "recall recalled recalling",
  rupture: "sever severed cut broke broken rupture",
  ban: "ban banned banning barred halt halted suspend suspended import imports",
  tariff: "tariff duties",
  sanction: "sanction sanctions sanctioned blacklist blacklisted freeze froze frozen",
  visa: "visa visas",
  closure: "close closed closing closure shut barred",
  arrest: "arrest arrested detain detained seize seized",
});

/** Words that stand in most accounts of what states do: two that share them need not be one. */
const WEAK = new Set(
  (
    "again agreed agreement already also bilateral both called cooperation cooperate country develop deepen every field first foreign " +
    "government head hope important issue joint leader level minister new partnership position president ready " +
    "relations side sign stand stood strategic strengthen support talks three together topic two want will willing work"
  )
    .split(" ")
    .map(stemOf),
);
const WEAK_WEIGHT = 0.35;

const named = (words: ReadonlySet<string>, names: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set([...words].flatMap((word) => names.get(word) ?? []));

export const subjectsOf = (clause: ReadonlySet<string>): ReadonlySet<string> => named(clause, SUBJECTS);

export const mediaOf = (clause: ReadonlySet<string>): ReadonlySet<string> => named(clause, MEDIA);

export const measuresOf = (clause: ReadonlySet<string>): ReadonlySet<string> => named(clause, MEASURES);

const weightOf = (word: string): number => (WEAK.has(word) ? WEAK_WEIGHT : 1);

function weigh(words: ReadonlySet<string>, also?: ReadonlySet<string>): number {
  let sum = 0;
  for (const word of words) if (!also || also.has(word)) sum += weightOf(word);
  return sum;
}

/** Share of the shorter account that stands in the other, by weight of the words; at least `floor` of it is asked for. */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>, floor: number): number {
  const shorter = Math.min(weigh(one), weigh(other));
  return shorter === 0 ? 0 : weigh(one, other) / Math.max(shorter, floor);
}

export function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const thing of one) if (other.has(thing)) count += 1;
  return count;
}
