import type { ReadoutComparison, ReadoutStatement } from "../measures/index.ts";
import { type FigureOptions, frame, nothing, paletteOf, svgElement } from "./frame.ts";
import { legend } from "./legend.ts";
import type { FigureTable } from "./table.ts";
import { counted } from "./words.ts";

/** What the readout alignment draws. */
export interface ReadoutsFigureData {
  /** The two sides, as they are called. */
  readonly names: readonly [string, string];
  /** What both accounts are of: `Call of 28 December 2020`. */
  readonly of: string;
  readonly comparison: ReadoutComparison;
}

/** A row: a point of both, or of one side only. */
interface Row {
  readonly first?: ReadoutStatement;
  readonly second?: ReadoutStatement;
  readonly differentWords?: boolean;
}

const LETTER = 6.2;
const LINE = 14;
const MOST_LINES = 4;
const GAP = 10;
const MIDDLE = 44;
const WIDEST = 860;

/**
 * Two accounts side by side: joined by a full line where both say it in the same words, by a dashed one where in other
 * words, with a ring at the side that is silent. Statements carry `data-statement`.
 */
export function readoutsFigure(data: ReadoutsFigureData, options: FigureOptions): SVGElement {
  const words = { kind: "readouts", title: titleOf(data), text: readoutsText(data) };
  const rows = rowsOf(data.comparison);
  if (rows.length === 0) return frame([nothing("No statements", options)], words, options);
  const { ink, muted } = paletteOf(options);
  const head = legend(
    [
      { shape: "line", fill: "none", stroke: ink, label: "same words" },
      { shape: "dashed", fill: "none", stroke: ink, label: "same point, other words" },
      { shape: "circle", fill: "none", stroke: muted, label: "silent" },
    ],
    options,
  );
  return frame([head, columns(data, rows, options)], words, options);
}

function columns(data: ReadoutsFigureData, rows: readonly Row[], options: FigureOptions): SVGElement {
  const { document } = options;
  const width = Math.min(options.width, WIDEST);
  const { ink } = paletteOf(options);
  const column = (width - MIDDLE) / 2;
  const svg = svgElement(document, "svg", { width, fill: ink });
  const heading = { y: 12, "font-weight": 600 };
  svg.append(svgElement(document, "text", { x: 0, ...heading }, data.names[0]));
  svg.append(svgElement(document, "text", { x: column + MIDDLE, ...heading }, data.names[1]));
  let y = 24;
  for (const row of rows) {
    const sides = [row.first, row.second].map((statement) => (statement ? wrap(statement.text, column) : []));
    const height = LINE * Math.max(sides[0].length, sides[1].length);
    if (row.first) svg.append(paragraph(document, row.first, sides[0], 0, y));
    if (row.second) svg.append(paragraph(document, row.second, sides[1], column + MIDDLE, y));
    svg.append(...joint(row, column, y + LINE / 2, options));
    y += height + GAP;
  }
  svg.setAttribute("height", String(y));
  return svg;
}

function paragraph(document: Document, { id, text }: ReadoutStatement, lines: readonly string[], x: number, y: number) {
  const element = svgElement(document, "text", { "data-statement": id });
  element.append(svgElement(document, "title", {}, text));
  for (const [at, line] of lines.entries()) {
    element.append(svgElement(document, "tspan", { x, y: y + LINE * at + 11 }, line));
  }
  return element;
}

function joint(row: Row, column: number, y: number, options: FigureOptions): SVGElement[] {
  const { ink, muted } = paletteOf(options);
  const [from, to] = [column + 6, column + MIDDLE - 6];
  if (!row.first || !row.second) {
    const cx = row.first ? to : from;
    return [svgElement(options.document, "circle", { cx, cy: y, r: 4, fill: "none", stroke: muted })];
  }
  const stroke = { stroke: ink, "stroke-width": 2, "stroke-dasharray": row.differentWords ? "4 3" : "none" };
  return [svgElement(options.document, "path", { d: `M${from},${y}H${to}`, ...stroke })];
}

/** Lines of about the column's width; what does not fit ends in an ellipsis (the whole text is in the title). */
function wrap(text: string, width: number): string[] {
  const room = Math.floor(width / LETTER);
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1].slice(0, room - 1)}…`];
}

const rowsOf = ({ shared, onlyFirst, onlySecond }: ReadoutComparison): Row[] => [
  ...shared,
  ...onlyFirst.map((first) => ({ first })),
  ...onlySecond.map((second) => ({ second })),
];

const titleOf = (data: ReadoutsFigureData): string => `${data.of}: the accounts of ${data.names.join(" and ")}`;

/** The figure in words. */
export function readoutsText(data: ReadoutsFigureData): string {
  const { shared, onlyFirst, onlySecond } = data.comparison;
  const other = shared.filter((point) => point.differentWords).length;
  const [a, b] = data.names;
  return `${titleOf(data)}: ${counted(shared.length, "point")} told by both (${other} in other words), ${onlyFirst.length} by ${a} only, ${onlySecond.length} by ${b} only.`;
}

/** The figure's data, a row a point. */
export function readoutsTable(data: ReadoutsFigureData): FigureTable {
  return {
    caption: titleOf(data),
    columns: [data.names[0], data.names[1], "Told"],
    rows: rowsOf(data.comparison).map((row) => [row.first?.text ?? null, row.second?.text ?? null, toldHow(row, data)]),
  };
}

function toldHow(row: Row, data: ReadoutsFigureData): string {
  if (!row.first) return `by ${data.names[1]} only`;
  if (!row.second) return `by ${data.names[0]} only`;
  return row.differentWords ? "by both, in other words" : "by both";
}
