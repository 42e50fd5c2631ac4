import { affinity } from "./affinity.ts";
import type { Telling } from "./telling.ts";
import { THRESHOLD } from "./weights.ts";

/** An incident on its way: its reports in parts, of which each hangs together by itself. Only people join parts. */
export interface Draft<T extends Telling> {
  readonly parts: T[][];
  /** What people linked its reports with. */
  readonly groups: Set<string>;
}

/** Where reports go: a part of an incident, and how close they are to it. */
export interface Place<T extends Telling> {
  readonly draft: Draft<T>;
  readonly part: T[];
  readonly score: number;
}

/** The part of an incident that tellings are closest to, where they are close enough. */
function placeIn<T extends Telling>(tellings: readonly T[], draft: Draft<T>): Place<T> | undefined {
  let best: Place<T> | undefined;
  for (const part of draft.parts) {
    const score = affinity(tellings, part);
    if (score !== undefined && score >= THRESHOLD && score > (best?.score ?? Number.NEGATIVE_INFINITY))
      best = { draft, part, score };
  }
  return best;
}

/** The closest of all places in these incidents, where one is close enough. */
export function closest<T extends Telling>(
  tellings: readonly T[],
  candidates: Iterable<Draft<T>>,
): Place<T> | undefined {
  let best: Place<T> | undefined;
  for (const draft of candidates) {
    const place = placeIn(tellings, draft);
    if (place && place.score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = place;
  }
  return best;
}

/** Where people put a telling: with others of its group, in the part it is close to or in one of its own. */
export function putBy<T extends Telling>(telling: T, home: Draft<T>): Place<T> {
  const place = placeIn([telling], home);
  if (place) return place;
  const part: T[] = [];
  home.parts.push(part);
  return { draft: home, part, score: 0 };
}

/** A new incident with nothing in it yet. */
export const founded = <T extends Telling>(): Place<T> => {
  const part: T[] = [];
  return { draft: { parts: [part], groups: new Set() }, part, score: 0 };
};

const isFree = <T extends Telling>({ parts, groups }: Draft<T>): boolean =>
  groups.size === 0 && parts.some(({ length }) => length > 0);

/** Two incidents, and how like their reports are to each other's. */
interface Alike<T extends Telling> {
  readonly drafts: readonly [Draft<T>, Draft<T>];
  readonly score: number;
}

function alike<T extends Telling>(one: Draft<T>, other: Draft<T>): Alike<T>[] {
  const score = affinity(one.parts.flat(), other.parts.flat());
  return score !== undefined && score >= THRESHOLD ? [{ drafts: [one, other], score }] : [];
}

/**
 * Pairs of incidents that nobody spoke of whose reports are as like to each other's as one report's must be, the most
 * alike first; `near` names the incidents that can be of a report's event.
 */
export function alikePairs<T extends Telling>(
  drafts: Iterable<Draft<T>>,
  near: (telling: T) => Iterable<Draft<T>>,
): (readonly [Draft<T>, Draft<T>])[] {
  const free = [...drafts].filter(isFree);
  const order = new Map(free.map((draft, index) => [draft, index]));
  const pairs = free.flatMap((draft, index) => {
    const neighbours = new Set(draft.parts.flat().flatMap((telling) => [...near(telling)]));
    return [...neighbours].filter((other) => (order.get(other) ?? -1) > index).flatMap((other) => alike(draft, other));
  });
  return pairs.sort((one, two) => two.score - one.score).map(({ drafts: pair }) => pair);
}

/** Whether two incidents, as they are now, are still alike enough to be one. */
export const areOne = <T extends Telling>(one: Draft<T>, other: Draft<T>): boolean =>
  isFree(one) && isFree(other) && alike(one, other).length > 0;
