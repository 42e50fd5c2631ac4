import { useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { type FigureOptions, mapFigure, mapTable } from "../../../src/figures/index.ts";
import type { Overview } from "../../../src/schema/index.ts";
import { Figure } from "../../parts/figure.tsx";

/** Where the ledger's incidents happened; a place opens its incidents. */
export function World({ places }: Pick<Overview, "places">) {
  const navigate = useNavigate();
  const data = useMemo(
    () => ({
      names: ["All pairs of states"],
      incidents: [],
      sites: places.map((place) => ({ ...place, ids: [] })),
      unplaced: 0,
      rule: "All incidents that happened and whose place is known at least as a region.",
    }),
    [places],
  );
  const draw = useCallback((options: FigureOptions) => mapFigure(data, options), [data]);
  const table = useMemo(() => mapTable(data), [data]);
  return (
    <Figure
      title="Where it happened"
      draw={draw}
      table={table}
      name="entente-map"
      onOpen={({ place }) => place && void navigate({ to: "/search", search: { kind: "incidents", place } })}
    >
      <p className="muted">Incidents with a known place. A click on a place opens them.</p>
    </Figure>
  );
}
