import { useCallback, useMemo } from "react";
import { directedFigure, directedTable, type FigureOptions } from "../../../src/figures/index.ts";
import type { DyadMeasures } from "../../../src/schema/index.ts";
import { Figure } from "../../parts/figure.tsx";
import { Empty } from "../../parts/load.tsx";
import { reasonWords } from "../../parts/reasons.ts";
import { Term } from "../../parts/term.tsx";
import { useOpenMark } from "./open-mark.ts";

/** What each of the two does towards the other, and how far that lies apart. */
export function Directed({ measures }: { measures: DyadMeasures }) {
  const { names, directed, asymmetry, rule, unit, dyad } = measures;
  const data = useMemo(
    () => ({
      names,
      measure: unit.replace(/^./, (first) => first.toUpperCase()),
      there: directed[0]?.points ?? [],
      back: directed[1]?.points ?? [],
      asymmetry: asymmetry.points,
      rule: rule.words,
    }),
    [names, unit, directed, asymmetry, rule],
  );
  const draw = useCallback((options: FigureOptions) => directedFigure(data, options), [data]);
  const table = useMemo(() => directedTable(data), [data]);
  const open = useOpenMark();
  if (data.there.length === 0 && data.back.length === 0)
    return <Empty title="No directed index">{reasonWords(directed[0]?.reason ?? asymmetry.reason)}</Empty>;
  return (
    <Figure
      title={`${names[0]} to ${names[1]}, and back`}
      draw={draw}
      table={table}
      name={`entente-directed-${dyad.join("-")}`}
      onOpen={open}
    >
      <p className="muted">
        What both do together counts in both directions; the <Term name="asymmetry">difference</Term> is what one does
        more.
      </p>
    </Figure>
  );
}
