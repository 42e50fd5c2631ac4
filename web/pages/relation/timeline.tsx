import { useNavigate } from "@tanstack/react-router";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { svgText, timelineFigure, timelineTable } from "../../../src/figures/index.ts";
import { DOMAINS, type RelationView } from "../../../src/schema/index.ts";
import { type Download, Downloads } from "../../parts/downloads.tsx";
import { csvOf, pngOf } from "../../parts/export.ts";

const PRINT_WIDTH = 960;

/** The timeline of `src/figures`, drawn to the width at hand. A click on a block opens what it stands for. */
export function Timeline({ view }: { view: RelationView }) {
  const [width, box] = useWidth();
  const figure = useRef<HTMLDivElement>(null);
  const open = useOpenBlock();
  useEffect(() => {
    if (width > 0) figure.current?.replaceChildren(withoutPartNames(timelineFigure(view, { document, width })));
  }, [view, width]);
  return (
    <figure ref={box}>
      <figcaption>
        <h2>Incidents by month and domain</h2>
        <p className="muted">
          A block is one incident, as high as its score. Above the line cooperation, below it conflict. A click opens
          it; the table below is the same in numbers.
        </p>
      </figcaption>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the table below offers the same links to the keyboard */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the same */}
      <div ref={figure} className="figure" onClick={open} />
      <Downloads name={`entente-${view.dyad.join("-")}`} files={filesOf(view)} />
    </figure>
  );
}

/** The figure is one picture with its own words; the names Plot gives its parts mean nothing to a listener. */
function withoutPartNames(figure: SVGElement): SVGElement {
  for (const part of figure.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
  return figure;
}

function useWidth(): [number, React.RefObject<HTMLElement | null>] {
  const box = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (box.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [width, box];
}

/** One incident has its page; several are listed below. */
function useOpenBlock() {
  const navigate = useNavigate({ from: "/relations/$dyad" });
  return (event: MouseEvent) => {
    const block = (event.target as Element).closest<SVGElement>("[data-incident]");
    const ids = block?.dataset.incident?.split(" ") ?? [];
    if (ids.length === 1) void navigate({ to: "/incidents/$id", params: { id: ids[0] } });
    else if (ids.length > 1) {
      const domain = DOMAINS.find((one) => one === block?.dataset.domain);
      void navigate({
        search: (search) => ({ ...search, month: block?.dataset.month, domain }),
        hash: "incidents",
      });
    }
  };
}

function filesOf(view: RelationView): Download[] {
  const print = () => timelineFigure(view, { document, width: PRINT_WIDTH, scheme: "print" });
  return [
    { label: "SVG", ending: "svg", make: async () => new Blob([svgText(print())], { type: "image/svg+xml" }) },
    { label: "PNG", ending: "png", make: () => pngOf(svgText(print())) },
    { label: "CSV", ending: "csv", make: async () => new Blob([csvOf(timelineTable(view))], { type: "text/csv" }) },
  ];
}
