/** A labelled report: the event that it tells of, and the incident that it was put into. */
export interface Placed {
  readonly event: string;
  readonly incident: number;
}

/** Percentages. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

const scoreOf = (precision: number, recall: number): Score => ({
  precision,
  recall,
  f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
});

/** A pair of reports: the events they tell of, whether these are one, and whether they were put into one incident. */
export interface Judged {
  readonly events: readonly [string, string];
  readonly same: boolean;
  readonly together: boolean;
}

/** How often an event counts. */
type Times = (event: string) => number;

const ONCE: Times = () => 1;

/** A pair of one event counts as often as the event, another as often as one of its events meets the other. */
const timesOf = ({ events: [one, other], same }: Judged, times: Times): number =>
  same ? times(one) : times(one) * times(other);

/** Precision and recall of "these two are one". */
export function pairwise(pairs: readonly Judged[], times: Times = ONCE): Score {
  let [both, together, same] = [0, 0, 0];
  for (const pair of pairs) {
    if (!pair.same && !pair.together) continue;
    const count = timesOf(pair, times);
    if (pair.same && pair.together) both += count;
    if (pair.together) together += count;
    if (pair.same) same += count;
  }
  return scoreOf(percent(both, together), percent(both, same));
}

/** B-cubed (Bagga and Baldwin 1998): precision and recall of each report's incident, averaged over reports. */
export function bCubed(reports: readonly Placed[]): Score {
  let [precision, recall] = [0, 0];
  for (const one of reports) {
    const incident = reports.filter((other) => other.incident === one.incident);
    const event = reports.filter((other) => other.event === one.event);
    const both = incident.filter((other) => other.event === one.event).length;
    precision += both / incident.length;
    recall += both / event.length;
  }
  return scoreOf(percent(precision, reports.length), percent(recall, reports.length));
}

const DRAWS = 1000;
/** The share of draws beyond either end of an interval of 95 %. */
const TAIL = 0.025;
const MODULUS = 2 ** 31 - 1;
const MULTIPLIER = 48_271;

/** Numbers from 0 to 1, always the same: the minimal standard generator (Park, Miller and Stockmeyer 1993). */
function steadyNumbers(): () => number {
  let state = 1;
  return () => {
    state = (state * MULTIPLIER) % MODULUS;
    return state / MODULUS;
  };
}

/** As many events as there are, drawn with replacement: how often each was drawn. */
function drawn(events: readonly string[], next: () => number): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const _ of events) {
    const event = events[Math.floor(next() * events.length)];
    times.set(event, (times.get(event) ?? 0) + 1);
  }
  return times;
}

/**
 * Between which values the pairwise F1 lies in 95 of 100 draws of events with replacement (percentile bootstrap, Efron
 * 1979; 1,000 draws, always the same). Whole events are drawn, since the pairs of one are right or wrong together.
 */
export function f1Interval(pairs: readonly Judged[]): readonly [low: number, high: number] {
  const events = [...new Set(pairs.flatMap((pair) => pair.events))].sort();
  const telling = pairs.filter(({ same, together }) => same || together);
  const next = steadyNumbers();
  const values = Array.from({ length: DRAWS }, () => {
    const times = drawn(events, next);
    return pairwise(telling, (event) => times.get(event) ?? 0).f1;
  }).sort((one, other) => one - other);
  return [values[Math.floor(TAIL * DRAWS)], values[Math.ceil((1 - TAIL) * DRAWS) - 1]];
}
