import { useCallback, useMemo } from "react";
import { blocsFigure, blocsTable, type FigureOptions } from "../../../src/figures/index.ts";
import type { BlocsView } from "../../../src/schema/index.ts";
import { intervalWords } from "../../parts/dates.ts";
import { Figure } from "../../parts/figure.tsx";
import { Term } from "../../parts/term.tsx";

interface Props {
  readonly view: BlocsView;
  /** The members over all that was read, whose places the states keep. */
  readonly homes?: BlocsView["members"];
  readonly onState: (state: string) => void;
}

/** The blocs as `src/figures` draws them. */
export function BlocsFigure({ view, homes, onState }: Props) {
  const data = useMemo(() => ({ ...dataOf(view), ...(homes && { homes }) }), [view, homes]);
  const draw = useCallback((options: FigureOptions) => blocsFigure(data, options), [data]);
  const table = useMemo(() => blocsTable(data), [data]);
  return (
    <Figure
      title={`Blocs, ${intervalWords(view.period)}`}
      draw={draw}
      table={table}
      name="entente-blocs"
      onOpen={({ state }) => state && onState(state)}
    >
      <p className="muted">
        States on one ground are a bloc, and keep their places as the period moves. A hollow state is{" "}
        <Term name="stability">in its bloc by a narrow margin</Term>; a click opens its strongest tie.
      </p>
    </Figure>
  );
}

function dataOf(view: BlocsView) {
  const names = new Map(view.members.map(({ state, name }) => [state, name]));
  return {
    period: intervalWords(view.period),
    blocs: {
      members: view.members,
      ties: view.ties,
      modularity: view.modularity ?? Number.NaN,
      frustration: view.frustration ?? Number.NaN,
    },
    nameOf: (state: string) => names.get(state) ?? state,
    moved: { since: intervalWords(view.baseline), moves: view.moves },
    rule: view.rule.words,
  };
}
