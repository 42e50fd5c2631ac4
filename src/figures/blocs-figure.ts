import type { Blocs, Member, Move, SignedTie } from "../measures/index.ts";
import { middleOf, type Point, settled } from "./bloc-places.ts";
import { type FigureOptions, frame, nothing, paletteOf, svgElement } from "./frame.ts";
import { legend } from "./legend.ts";
import type { FigureTable } from "./table.ts";
import { counted, signed } from "./words.ts";

/** What the bloc network draws. */
export interface BlocsFigureData {
  readonly period: string;
  readonly blocs: Omit<Exclude<Blocs, { reason: string }>, "ties"> & { readonly ties: readonly SignedTie[] };
  /** The blocs of a longer period, whose places the states keep from one period to the next. */
  readonly homes?: readonly Member[];
  readonly nameOf: (state: string) => string;
  /** Who moved since the period before, and its name. */
  readonly moved?: { readonly since: string; readonly moves: readonly Move[] };
  readonly rule: string;
}

const MOST_TIES = 60;

/**
 * The blocs of a period: each bloc a ring of its members, the largest first, or, where homes are given, a faint ground
 * under members that stay near the same places from period to period; full lines for
 * cooperation, dashed ones for conflict, as wide as their weight (the 60 heaviest). A member's mark is larger the more
 * central it is, and hollow where it is in its bloc in less than 80 % of resamplings. Members carry `data-state`.
 */
export function blocsFigure(data: BlocsFigureData, options: FigureOptions): SVGElement {
  const words = { kind: "blocs", title: titleOf(data), text: blocsText(data) };
  if (data.blocs.members.length === 0) return frame([nothing("No blocs", options)], words, options);
  const palette = paletteOf(options);
  const head = legend(
    [
      { shape: "line", fill: "none", stroke: palette.cooperation, label: "cooperation" },
      { shape: "dashed", fill: "none", stroke: palette.conflict, label: "conflict" },
      { shape: "circle", fill: palette.ink, label: "sure of its bloc" },
      { shape: "circle", fill: palette.paper, stroke: palette.ink, label: "not sure" },
    ],
    options,
  );
  return frame([head, network(data, options)], words, options);
}

function network(data: BlocsFigureData, options: FigureOptions): SVGElement {
  const { document, width } = options;
  const groups = groupsOf(data.blocs.members);
  const { places, height } = data.homes ? carried(groups, data.homes, width) : layout(groups, width);
  const svg = svgElement(document, "svg", { width, height });
  if (data.homes) svg.append(...groups.flatMap((group) => ground(group, places, options)));
  const ties = data.blocs.ties.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MOST_TIES);
  const heaviest = Math.abs(ties[0]?.weight ?? 1);
  for (const tie of ties.reverse()) svg.append(...line(tie, places, heaviest, options));
  const central = Math.max(...data.blocs.members.map((member) => member.centrality));
  for (const member of data.blocs.members) svg.append(...mark(member, data, places, central, options));
  return svg;
}

/** Members by bloc, the largest first. */
const groupsOf = (members: readonly Member[]): Member[][] =>
  [...Map.groupBy(members, (member) => member.bloc)].sort(([a], [b]) => a - b).map(([, group]) => group);

/** Pixels between neighbours on a ring, room around a ring, and what a row that is not full adds between rings at most. */
const STEP = 46;
const ROOM = 84;
const LOOSEST = 110;

interface Ring {
  readonly group: readonly Member[];
  readonly radius: number;
  readonly size: number;
}

/** A ring just as wide as its members need. */
function ringOf(group: readonly Member[], width: number): Ring {
  const needed = group.length === 1 ? 0 : STEP / 2 / Math.sin(Math.PI / Math.max(2, group.length));
  const radius = Math.min(needed, (width - ROOM) / 2);
  return { group, radius, size: 2 * radius + ROOM };
}

/** Rings in rows, as many in one as there is room for. */
function rowsOf(rings: readonly Ring[], width: number): Ring[][] {
  const rows: Ring[][] = [];
  for (const ring of rings) {
    const row = rows.at(-1);
    const taken = row?.reduce((sum, { size }) => sum + size, 0) ?? 0;
    if (row && taken + ring.size <= width) row.push(ring);
    else rows.push([ring]);
  }
  return rows;
}

/** Blocs as rings of their members, the largest first, in rows. */
function layout(groups: readonly (readonly Member[])[], width: number): { places: Map<string, Point>; height: number } {
  const places = new Map<string, Point>();
  let top = 0;
  const rings = groups.map((group) => ringOf(group, width));
  for (const row of rowsOf(rings, width)) {
    const loose = Math.min(LOOSEST, (width - row.reduce((sum, { size }) => sum + size, 0)) / row.length);
    const height = Math.max(...row.map(({ size }) => size));
    let left = 0;
    for (const { group, radius, size } of row) {
      const centre = { x: left + (size + loose) / 2, y: top + height / 2 };
      for (const [at, member] of group.entries()) {
        const angle = (2 * Math.PI * at) / group.length - Math.PI / 2;
        places.set(member.state, { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) });
      }
      left += size + loose;
    }
    top += height;
  }
  return { places, height: Math.round(top) };
}

/** Places near those of a longer period: states keep them, and move a little towards their bloc. */
function carried(
  groups: readonly (readonly Member[])[],
  homes: readonly Member[],
  width: number,
): { places: Map<string, Point>; height: number } {
  const { places, height } = layout(groupsOf(homes), width);
  const bounds = { width, height: Math.max(height, 120) };
  const all = groups.map((group) => group.map(({ state }) => state));
  return { places: settled(all, places, bounds), height: bounds.height };
}

/** What lies under the members of one bloc: broad faint strokes to their middle. */
function ground(
  group: readonly Member[],
  places: ReadonlyMap<string, Point>,
  { document, ...options }: FigureOptions,
): SVGElement[] {
  const points = group.flatMap(({ state }) => places.get(state) ?? []);
  const middle = middleOf(points);
  const style = { fill: "none", stroke: paletteOf({ document, ...options }).faint, "stroke-linecap": "round" };
  return points.map((point) =>
    svgElement(document, "path", {
      d: `M${round(point.x)},${round(point.y)}L${round(middle.x)},${round(middle.y)}`,
      "stroke-width": 26,
      ...style,
    }),
  );
}

function line(
  tie: SignedTie,
  places: ReadonlyMap<string, Point>,
  heaviest: number,
  options: FigureOptions,
): SVGElement[] {
  const [from, to] = [places.get(tie.a), places.get(tie.b)];
  if (!from || !to || tie.weight === 0) return [];
  const palette = paletteOf(options);
  const element = svgElement(options.document, "path", {
    d: `M${round(from.x)},${round(from.y)}L${round(to.x)},${round(to.y)}`,
    fill: "none",
    stroke: tie.weight > 0 ? palette.cooperation : palette.conflict,
    "stroke-width": round(0.8 + (3.2 * Math.abs(tie.weight)) / heaviest),
    "stroke-opacity": 0.75,
    ...(tie.weight > 0 ? {} : { "stroke-dasharray": "4 3" }),
    "data-tie": `${tie.a} ${tie.b}`,
  });
  element.append(svgElement(options.document, "title", {}, `${tie.a} and ${tie.b}: ${signed(tie.weight)}`));
  return [element];
}

const SURE = 0.8;

function mark(
  member: Member,
  data: BlocsFigureData,
  places: ReadonlyMap<string, Point>,
  central: number,
  options: FigureOptions,
): SVGElement[] {
  const place = places.get(member.state);
  if (!place) return [];
  const palette = paletteOf(options);
  const size = round(4 + 5 * (central > 0 ? member.centrality / central : 0));
  const dot = svgElement(options.document, "circle", {
    cx: round(place.x),
    cy: round(place.y),
    r: size,
    fill: member.stability >= SURE ? palette.ink : palette.paper,
    stroke: palette.ink,
    "data-state": member.state,
  });
  const told = `${data.nameOf(member.state)}: in its bloc in ${Math.round(100 * member.stability)} % of resamplings`;
  dot.append(svgElement(options.document, "title", {}, told));
  const label = svgElement(
    options.document,
    "text",
    {
      x: round(place.x),
      y: round(place.y) - size - 3,
      "text-anchor": "middle",
      fill: palette.ink,
      stroke: palette.paper,
      "stroke-width": 3,
      "paint-order": "stroke",
    },
    member.state,
  );
  return [dot, label];
}

const round = (value: number): number => Math.round(value * 10) / 10;

const titleOf = (data: BlocsFigureData): string => `Blocs, ${data.period}`;

/** The figure in words. */
export function blocsText(data: BlocsFigureData): string {
  const blocs = groupsOf(data.blocs.members).map((group) =>
    group.map((member) => data.nameOf(member.state)).join(", "),
  );
  const told = blocs.map((names, at) => `(${at + 1}) ${names}`).join("; ");
  const placed = `${Math.round(100 * data.blocs.frustration)} % of the weight of all ties is out of place`;
  const moves = data.moved?.moves.map((move) => data.nameOf(move.state)) ?? [];
  const moved = data.moved ? ` Moved since ${data.moved.since}: ${moves.length > 0 ? moves.join(", ") : "none"}.` : "";
  return `${titleOf(data)}: ${counted(blocs.length, "bloc")}: ${told}. ${placed}.${moved} ${data.rule}`;
}

/** The figure's data, a row a state. */
export function blocsTable(data: BlocsFigureData): FigureTable {
  return {
    caption: `${titleOf(data)}. ${data.rule}`,
    columns: ["State", "Bloc", "Stability", "Net strength", "Centrality"],
    rows: data.blocs.members.map((member) => [
      data.nameOf(member.state),
      member.bloc + 1,
      member.stability,
      member.strength,
      member.centrality,
    ]),
  };
}
