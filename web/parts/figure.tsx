import { type MouseEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { type FigureOptions, type FigureTable, svgText } from "../../src/figures/index.ts";
import { DataTable } from "./data-table.tsx";
import { type Download, Downloads } from "./downloads.tsx";
import { csvOf, pngOf } from "./export.ts";

const PRINT_WIDTH = 960;

/** What a mark of a figure stands for: its `data-` attributes. */
export type Marked = Readonly<DOMStringMap>;

interface FigureProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** Draws it; must stay the same function while the data do. */
  readonly draw: (options: FigureOptions) => SVGElement;
  readonly table: FigureTable;
  /** Name of the files it is saved as. */
  readonly name: string;
  readonly onOpen: (marked: Marked) => void;
  /** Whether its table is shown below it on request. */
  readonly withTable?: boolean;
}

/** A figure of `src/figures`, drawn to the width at hand, with its data. A click on a mark opens what it stands for. */
export function Figure({ title, children, draw, table, name, onOpen, withTable = true }: FigureProps) {
  const [width, box] = useWidth();
  const figure = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (width > 0) figure.current?.replaceChildren(withoutPartNames(draw({ document, width })));
  }, [draw, width]);
  const open = (event: MouseEvent) => {
    const marked = (event.target as Element).closest<SVGElement>("[data-incident], [data-state], [data-place]");
    if (marked) onOpen(marked.dataset);
  };
  return (
    <figure ref={box} className="sheet">
      <figcaption>
        <h2>{title}</h2>
        {children}
      </figcaption>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the lists and tables of the page offer the same to the keyboard */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the same */}
      <div ref={figure} className="figure" onClick={open} />
      {withTable && <DataTable table={table} />}
      <Downloads name={name} files={filesOf(draw, table)} />
    </figure>
  );
}

/** The figure is one picture with its own words; the names Plot gives its parts mean nothing to a listener. */
function withoutPartNames(figure: SVGElement): SVGElement {
  for (const part of figure.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  return figure;
}

function useWidth(): [number, RefObject<HTMLElement | null>] {
  const box = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const figure = box.current?.querySelector(".figure");
    if (!figure) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(figure);
    return () => observer.disconnect();
  }, []);
  return [width, box];
}

function filesOf(draw: FigureProps["draw"], table: FigureTable): Download[] {
  const print = () => svgText(draw({ document, width: PRINT_WIDTH, scheme: "print" }));
  return [
    { label: "SVG", ending: "svg", make: async () => new Blob([print()], { type: "image/svg+xml" }) },
    { label: "PNG", ending: "png", make: () => pngOf(print()) },
    { label: "CSV", ending: "csv", make: async () => new Blob([csvOf(table)], { type: "text/csv" }) },
  ];
}
