import { useCallback, useMemo } from "react";
import { blocsFigure, blocsTable, type FigureOptions } from "../../../src/figures/index.ts";
import type { BlocsView } from "../../../src/schema/index.ts";
import { intervalWords } from "../../parts/dates.ts";
import { Figure } from "../../parts/figure.tsx";

/** The blocs as `src/figures` draws them. */
export function BlocsFigure({ view, onState }: { view: BlocsView; onState: (state: string) => void }) {
  const data = useMemo(() => dataOf(view), [view]);
  const draw = useCallback((options: FigureOptions) => blocsFigure(data, options), [data]);
  const table = useMemo(() => blocsTable(data), [data]);
  return (
    <Figure
      title="Blocs"
      draw={draw}
      table={table}
      name="entente-blocs"
      onOpen={({ state }) => state && onState(state)}
    >
      <p className="muted">
        Each ring is a bloc. A hollow state is in its bloc by a narrow margin; a click opens its strongest tie.
      </p>
    </Figure>
  );
}

function dataOf(view: BlocsView) {
  const names = new Map(view.members.map(({ state, name }) => [state, name]));
  const ties = view.ties.map(({ a, b, weight }) => ({ a, b, weight, incidents: [] }));
  return {
    period: intervalWords(view.period),
    blocs: {
      members: view.members,
      ties,
      modularity: view.modularity ?? Number.NaN,
      frustration: view.frustration ?? Number.NaN,
    },
    nameOf: (state: string) => names.get(state) ?? state,
    moved: { since: intervalWords(view.baseline), moves: view.moves },
    rule: view.rule.words,
  };
}
