/** What a figure is drawn with. */
export interface FigureOptions {
  /** The DOM to draw in: the page's `document`, or a light one on the server. */
  readonly document: Document;
  /** Width in CSS pixels; figures are laid out for 360 and more. */
  readonly width: number;
  /** `page` takes its colours from CSS variables; `print` holds literal ones, black on white. */
  readonly scheme?: "page" | "print";
}

/** The colours by their part, never the only carrier of a difference. */
export interface Palette {
  readonly ink: string;
  readonly paper: string;
  readonly muted: string;
  readonly faint: string;
  readonly cooperation: string;
  readonly conflict: string;
}

const LITERAL: Palette = {
  ink: "#1a1a1a",
  paper: "#ffffff",
  muted: "#595959",
  faint: "#d9d9d9",
  cooperation: "#1f4e79",
  conflict: "#a63a12",
};

/** CSS variables (`--entente-ink`, …) with their literal fallbacks, or the literals alone for print. */
export function paletteOf(options: FigureOptions): Palette {
  if (options.scheme === "print") return LITERAL;
  const entries = Object.entries(LITERAL).map(([name, colour]) => [name, `var(--entente-${name}, ${colour})`]);
  return Object.fromEntries(entries) as unknown as Palette;
}

/** What all plots share: the DOM handed in, one type size, no style sheet of their own to fight with. */
export function plotDefaults(options: FigureOptions) {
  const palette = paletteOf(options);
  return {
    document: options.document,
    width: options.width,
    style: { color: palette.ink, fontSize: "11px", fontFamily: "system-ui, sans-serif", background: "none" },
  };
}

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element with its attributes. */
export function svgElement(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  text = "",
): SVGElement {
  const element = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text) element.textContent = text;
  return element;
}

/** The whole figure: its parts one below the other, with its title and its words for who can't see it. */
export function frame(
  parts: readonly Element[],
  words: { readonly kind: string; readonly title: string; readonly text: string },
  options: FigureOptions,
): SVGElement {
  const { document, width } = options;
  const height = parts.reduce((sum, part) => sum + heightOf(part), 0);
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const style = `color: ${paletteOf(options).ink}; max-width: 100%; height: auto; font: 11px system-ui, sans-serif`;
  const svg = svgElement(document, "svg", { ...size, role: "img", class: `entente-figure ${words.kind}`, style });
  svg.append(svgElement(document, "title", {}, words.title), svgElement(document, "desc", {}, words.text));
  let y = 0;
  for (const part of parts) {
    part.setAttribute("y", String(y));
    for (const sheet of part.querySelectorAll("style")) sheet.remove();
    svg.append(part);
    y += heightOf(part);
  }
  return svg;
}

const heightOf = (part: Element): number => Number(part.getAttribute("height"));

/** The figure as a file's text, valid on its own. */
export function svgText(figure: SVGElement): string {
  const text = figure.outerHTML;
  return text.includes("xmlns=") ? text : text.replace("<svg ", `<svg xmlns="${SVG}" `);
}

/** Hatching, so that a part differs from a full one without colour. `id` must be unique in the page. */
export function hatching(document: Document, id: string, colour: string, paper: string): SVGElement {
  const defs = svgElement(document, "defs");
  const size = { width: 4, height: 4, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
  const pattern = svgElement(document, "pattern", { id, ...size });
  pattern.append(
    svgElement(document, "rect", { width: 4, height: 4, fill: paper }),
    svgElement(document, "rect", { width: 2, height: 4, fill: colour }),
  );
  defs.append(pattern);
  return defs;
}

/** The part that stands in for a figure without data: why there is none. */
export function nothing(reason: string, options: FigureOptions): SVGElement {
  const svg = svgElement(options.document, "svg", { width: options.width, height: 40 });
  svg.append(svgElement(options.document, "text", { x: 2, y: 20, fill: paletteOf(options).muted }, reason));
  return svg;
}
