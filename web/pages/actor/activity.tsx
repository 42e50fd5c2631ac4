import { useCallback, useMemo } from "react";
import { activityFigure, activityTable, type FigureOptions } from "../../../src/figures/index.ts";
import type { ActorView } from "../../../src/schema/index.ts";
import { Figure } from "../../parts/figure.tsx";

const nothing = () => undefined;

/** Saying and doing over time, as `src/figures` draws it. */
export function Activity({ view: { actor, months } }: { view: ActorView }) {
  const data = useMemo(() => ({ name: actor.name, months }), [actor.name, months]);
  const draw = useCallback((options: FigureOptions) => activityFigure(data, options), [data]);
  const table = useMemo(() => activityTable(data), [data]);
  return (
    <Figure title="Said and done, by month" draw={draw} table={table} name={`entente-${actor.id}`} onOpen={nothing}>
      <p className="muted">
        Quotations by the month of their document, incidents in which it acts by the month they began. More reading
        finds more of both.
      </p>
    </Figure>
  );
}
