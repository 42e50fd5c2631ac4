/** A place in a figure, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const ROUNDS = 60;
/** How far a state gives in to its bloc, and how strongly its home holds it. */
const TOGETHER = 0.06;
const HOME = 0.05;
/** Nearer than this two states push each other away. */
const APART = 46;
const EDGE = 26;

/** The mean of some places. */
export const middleOf = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / Math.max(1, points.length),
  y: points.reduce((sum, { y }) => sum + y, 0) / Math.max(1, points.length),
});

/**
 * Places of states near their homes, drawn together by bloc and kept apart from each other. No chance is in it: the same
 * homes and blocs give the same places, and a state whose bloc stays the same hardly moves.
 */
export function settled(
  groups: readonly (readonly string[])[],
  homes: ReadonlyMap<string, Point>,
  bounds: { readonly width: number; readonly height: number },
): Map<string, Point> {
  const states = groups.flat();
  const home = new Map(states.map((state, at) => [state, homes.get(state) ?? strangerAt(at, bounds)]));
  let places = new Map(home);
  for (let round = 0; round < ROUNDS; round += 1) {
    const middles = new Map(groups.flatMap((group) => withMiddle(group, places)));
    places = new Map(
      states.map((state) => {
        const [at, own, middle] = [places, home, middles].map((all) => all.get(state) ?? { x: 0, y: 0 });
        const push = pushOn(state, at, places);
        const x = at.x + TOGETHER * (middle.x - at.x) + HOME * (own.x - at.x) + push.x;
        const y = at.y + TOGETHER * (middle.y - at.y) + HOME * (own.y - at.y) + push.y;
        return [state, { x: within(x, bounds.width), y: within(y, bounds.height) }];
      }),
    );
  }
  return places;
}

const within = (value: number, size: number): number => Math.min(size - EDGE, Math.max(EDGE, value));

function withMiddle(group: readonly string[], places: ReadonlyMap<string, Point>): [string, Point][] {
  const middle = middleOf(group.flatMap((state) => places.get(state) ?? []));
  return group.map((state) => [state, middle]);
}

/** Where a state goes that has no home: along the lower edge. */
const strangerAt = (at: number, { width, height }: { readonly width: number; readonly height: number }): Point => ({
  x: EDGE + ((at * 61) % Math.max(1, width - 2 * EDGE)),
  y: height - EDGE,
});

function pushOn(state: string, at: Point, places: ReadonlyMap<string, Point>): Point {
  let [x, y] = [0, 0];
  for (const [other, place] of places) {
    const [dx, dy] = [at.x - place.x, at.y - place.y];
    const distance = Math.hypot(dx, dy);
    if (other === state || distance >= APART) continue;
    const force = (APART - distance) / 4 / Math.max(1, distance);
    x += (distance === 0 ? (state < other ? 1 : -1) : dx) * force;
    y += dy * force;
  }
  return { x, y };
}
