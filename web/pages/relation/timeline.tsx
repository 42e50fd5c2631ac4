import { useCallback, useMemo } from "react";
import { type FigureOptions, timelineFigure, timelineTable } from "../../../src/figures/index.ts";
import type { RelationView } from "../../../src/schema/index.ts";
import { Figure } from "../../parts/figure.tsx";
import { counted } from "../../parts/words.ts";
import { useOpenMark } from "./open-mark.ts";

/** The months of the period; an incident that lasted into it may have begun long before. */
function inPeriod({ months, period }: RelationView): RelationView["months"] {
  const [first = "", last = ""] = [period?.from, period?.to].map((day) => day?.slice(0, 7));
  return months.filter(({ month }) => month >= first && month <= last);
}

const sum = (months: RelationView["months"]): number => months.reduce((total, { incidents }) => total + incidents, 0);

/** Beyond it a month is one bar of its net score: nobody can tell its blocks apart. */
const MOST_BLOCKS = 3_000;

/** The timeline; the month table below it holds its numbers. */
export function Timeline({ view }: { view: RelationView }) {
  const data = useMemo(() => {
    const incidents = view.moreIncidents || view.incidents.length > MOST_BLOCKS ? [] : view.incidents;
    return { ...view, incidents, months: inPeriod(view) };
  }, [view]);
  const outside = sum(view.months) - sum(data.months);
  const draw = useCallback((options: FigureOptions) => timelineFigure(data, options), [data]);
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
        {outside > 0 &&
          ` Not drawn, but there: ${counted(outside, "incident")} that began before the period or went on after it.`}
      </p>
    </Figure>
  );
}
