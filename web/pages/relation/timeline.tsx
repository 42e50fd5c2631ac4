import { useCallback, useMemo } from "react";
import { type FigureOptions, timelineFigure, timelineTable } from "../../../src/figures/index.ts";
import type { RelationView } from "../../../src/schema/index.ts";
import { Figure } from "../../parts/figure.tsx";
import { useOpenMark } from "./open-mark.ts";

/** The timeline; the month table below it holds its numbers. */
export function Timeline({ view }: { view: RelationView }) {
  const draw = useCallback((options: FigureOptions) => timelineFigure(view, options), [view]);
  const table = useMemo(() => timelineTable(view), [view]);
  return (
    <Figure
      title="Incidents by month and domain"
      draw={draw}
      table={table}
      name={`entente-${view.dyad.join("-")}`}
      onOpen={useOpenMark()}
      withTable={false}
    >
      <p className="muted">
        A block is one incident, as high as its score. Above the line cooperation, below it conflict. A click opens it;
        the table below is the same in numbers.
      </p>
    </Figure>
  );
}
