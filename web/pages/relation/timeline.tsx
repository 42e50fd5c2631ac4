import { useCallback, useMemo } from "react";
import { type FigureOptions, timelineFigure, timelineTable } from "../../../src/figures/index.ts";
import type { DateInterval, RelationView } from "../../../src/schema/index.ts";
import { Figure } from "../../parts/figure.tsx";
import { counted } from "../../parts/words.ts";
import { useOpenMark } from "./open-mark.ts";

/** The months of the days at hand; an incident that lasted into them may have begun long before. */
function within(months: RelationView["months"], { from, to }: DateInterval): RelationView["months"] {
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  return months.filter(({ month }) => month >= first && month <= last);
}

const sum = (months: RelationView["months"]): number => months.reduce((total, { incidents }) => total + incidents, 0);

/** Beyond it a month is one bar of its net score: nobody can tell its blocks apart. */
const MOST_BLOCKS = 3_000;

interface Props {
  readonly view: RelationView;
  /** The days that were read, where no period is asked for: what is told looking back may lie decades before them. */
  readonly read?: DateInterval;
}

/** The timeline; the month table below it holds its numbers. */
export function Timeline({ view, read }: Props) {
  const data = useMemo(() => {
    const incidents = view.moreIncidents || view.incidents.length > MOST_BLOCKS ? [] : view.incidents;
    const period = read ?? view.period;
    return { ...view, incidents, period, months: period ? within(view.months, period) : view.months };
  }, [view, read]);
  const outside = sum(view.months) - sum(data.months);
  const draw = useCallback((options: FigureOptions) => timelineFigure(data, options), [data]);
  const table = useMemo(() => timelineTable(view), [view]);
  return (
    <Figure
      title="Incidents by domain"
      draw={draw}
      table={table}
      name={`entente-${view.dyad.join("-")}`}
      onOpen={useOpenMark()}
      withTable={false}
    >
      <p className="muted">
        A block is one incident, as high as its score; where months are narrow, a bar is all of a month. Above the line
        cooperation, below it conflict. A click opens it; the table below is the same in numbers.
        {outside > 0 &&
          ` Not drawn, but there: ${counted(outside, "incident")} of before or after the months that were read.`}
      </p>
    </Figure>
  );
}
