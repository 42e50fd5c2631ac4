/** A mark of a map, in pixels. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** A mark that wants its name beside it. */
export interface NamedDot extends Dot {
  readonly name: string;
}

export interface Label {
  readonly name: string;
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly box: Box;
  /** From mark to name, where they stand apart. */
  readonly leader?: readonly [number, number, number, number];
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LETTER = 6;
const LINE = 13;
const GAP = 4;
/** How far from its mark a name may stand. */
const REACHES = [0, 14, 26, 40, 56];
const DIRECTIONS = [0, 180, 270, 90, 330, 30, 210, 150, 300, 60, 240, 120];
/** What a name costs that lies on a mark, in pixels of distance. */
const ON_A_MARK = 22;
/** Names that cost more stay away: the table below has them. */
const DEAREST = 76;

/**
 * Names beside their marks, the first given first served. No name lies on another or outside the map, no leader runs
 * through a name; a name comes near its mark, on another mark only where nothing else is free. What finds no place is
 * left out.
 */
export function placeLabels(named: readonly NamedDot[], dots: readonly Dot[], width: number, height: number): Label[] {
  const placed: Label[] = [];
  for (const dot of named) {
    const choices = REACHES.flatMap((reach) =>
      DIRECTIONS.map((degrees) => labelAt(dot, reach, (degrees * Math.PI) / 180)),
    ).filter((label) => isInside(label.box, width, height) && placed.every((other) => keepApart(label, other)));
    const costs = choices.map((label) => costOf(label, dot, dots));
    const least = Math.min(...costs);
    if (least <= DEAREST) placed.push(choices[costs.indexOf(least)]);
  }
  return placed;
}

function labelAt({ x, y, r, name }: NamedDot, reach: number, angle: number): Label {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const away = r + GAP + reach;
  const anchor = Math.abs(cos) < 0.3 ? "middle" : cos > 0 ? "start" : "end";
  const [at, middle] = [x + cos * away, y + sin * (away + (anchor === "middle" ? LINE / 2 - 1 : 0))];
  const length = name.length * LETTER;
  const left = anchor === "start" ? at : anchor === "end" ? at - length : at - length / 2;
  const box = { left, right: left + length, top: middle - LINE / 2, bottom: middle + LINE / 2 };
  const edge = anchor === "middle" ? middle - Math.sign(sin) * (LINE / 2) : middle;
  const leader = [x + cos * r, y + sin * r, at - cos * 2, edge] as const;
  return { name, x: at, y: middle, anchor, box, ...(reach > 0 && { leader }) };
}

function costOf({ box, leader }: Label, own: Dot, dots: readonly Dot[]): number {
  const hit = dots.filter((dot) => (dot.x !== own.x || dot.y !== own.y) && overlap(box, boxOf(dot))).length;
  const length = leader ? Math.hypot(leader[2] - leader[0], leader[3] - leader[1]) : 0;
  return length + hit * ON_A_MARK;
}

const boxOf = ({ x, y, r }: Dot): Box => ({ left: x - r, right: x + r, top: y - r, bottom: y + r });

const isInside = ({ left, right, top, bottom }: Box, width: number, height: number): boolean =>
  left >= 3 && right <= width - 3 && top >= 2 && bottom <= height - 2;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const keepApart = (a: Label, b: Label): boolean =>
  !overlap(a.box, b.box) &&
  !runsThrough(a.leader, b.box) &&
  !runsThrough(b.leader, a.box) &&
  !cross(a.leader, b.leader);

const STEPS = 12;

/** Whether a leader enters a box, looked at in a dozen points. */
function runsThrough(leader: Label["leader"], { left, right, top, bottom }: Box): boolean {
  if (!leader) return false;
  const [x1, y1, x2, y2] = leader;
  return Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS).some((part) => {
    const [x, y] = [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
    return x > left && x < right && y > top && y < bottom;
  });
}

/** Whether two leaders cross: each has the other's ends on its two sides. */
function cross(a: Label["leader"], b: Label["leader"]): boolean {
  if (!a || !b) return false;
  const side = ([x1, y1, x2, y2]: NonNullable<Label["leader"]>, x: number, y: number): number =>
    Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
  return side(a, b[0], b[1]) !== side(a, b[2], b[3]) && side(b, a[0], a[1]) !== side(b, a[2], a[3]);
}
