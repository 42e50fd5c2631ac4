import { type FigureOptions, paletteOf, svgElement } from "./frame.ts";

/** One entry of a legend. */
export interface Key {
  readonly shape: "block" | "diamond" | "line" | "dashed" | "circle" | "cross";
  readonly fill: string;
  readonly stroke?: string;
  readonly opacity?: number;
  /** The dashes of a line. */
  readonly dashes?: string;
  readonly label: string;
}

const LINE = 18;
const LETTER = 6;
const SWATCH = 18;

/** The keys in lines, as many as the width needs. */
export function legend(keys: readonly Key[], options: FigureOptions): SVGElement {
  const { document, width } = options;
  const ink = paletteOf(options).ink;
  const svg = svgElement(document, "svg", { width });
  let x = 2;
  let y = 0;
  for (const key of keys) {
    const room = SWATCH + key.label.length * LETTER + 12;
    if (x > 2 && x + room > width) {
      x = 2;
      y += LINE;
    }
    svg.append(swatch(document, key, x, y));
    svg.append(svgElement(document, "text", { x: x + SWATCH, y: y + 13, fill: ink }, key.label));
    x += room;
  }
  svg.setAttribute("height", String(y + LINE + 4));
  return svg;
}

function swatch(document: Document, key: Key, x: number, y: number): SVGElement {
  const paint = { fill: key.fill, stroke: key.stroke ?? "none", "fill-opacity": key.opacity ?? 1 };
  const middle = y + 9;
  if (key.shape === "block") return svgElement(document, "rect", { x, y: y + 4, width: 12, height: 10, ...paint });
  if (key.shape === "circle") return svgElement(document, "circle", { cx: x + 6, cy: middle, r: 4, ...paint });
  if (key.shape === "cross") {
    const d = `M${x + 2},${middle - 4}l8,8m0,-8l-8,8`;
    return svgElement(document, "path", { d, ...paint, "stroke-width": 2.5 });
  }
  if (key.shape === "diamond") {
    return svgElement(document, "path", { d: `M${x + 6},${middle - 5}l4,5l-4,5l-4,-5z`, ...paint });
  }
  const dashes = key.dashes ?? (key.shape === "dashed" ? "4 3" : "none");
  return svgElement(document, "path", {
    d: `M${x},${middle}h14`,
    ...paint,
    "stroke-width": 2,
    "stroke-dasharray": dashes,
  });
}
