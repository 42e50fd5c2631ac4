import { useCallback, useMemo } from "react";
import { calendarFigure, calendarTable, type FigureOptions, mapFigure, mapTable } from "../../../src/figures/index.ts";
import type { IncidentSummary, RelationView } from "../../../src/schema/index.ts";
import { Figure } from "../../parts/figure.tsx";
import { counted } from "../../parts/words.ts";
import { useOpenMark } from "./open-mark.ts";

const ruleOf = ({ incidents, moreIncidents }: RelationView): string =>
  moreIncidents === undefined
    ? "All incidents that happened."
    : `Those of the newest ${incidents.length} incidents that happened; a shorter period shows the others.`;

const happened = (incidents: readonly IncidentSummary[]) => incidents.filter(({ status }) => status === "happened");

const VAGUE = ["country", "world-region"];

/** Incidents whose place is known at least as a region, on the map. */
export function Where({ view }: { view: RelationView }) {
  const data = useMemo(() => {
    const all = happened(view.incidents);
    const incidents = all.flatMap(({ id, score, place }) =>
      place && !VAGUE.includes(place.resolution) ? [{ id, score, place }] : [],
    );
    return { names: view.names, incidents, unplaced: all.length - incidents.length, rule: ruleOf(view) };
  }, [view]);
  const draw = useCallback((options: FigureOptions) => mapFigure(data, options), [data]);
  const table = useMemo(() => mapTable(data), [data]);
  return (
    <Figure
      title={view.names.join(" and ")}
      draw={draw}
      table={table}
      name={`entente-map-${view.dyad.join("-")}`}
      onOpen={useOpenMark()}
    >
      <p className="muted">
        {counted(data.incidents.length, "incident")} with a known place; {data.unplaced} others have none, or a whole
        country.
      </p>
    </Figure>
  );
}

/** Incidents whose day is known exactly, day by day. */
export function When({ view }: { view: RelationView }) {
  const data = useMemo(() => {
    const all = happened(view.incidents);
    const incidents = all.flatMap(({ id, score, date }) =>
      date && date.from === date.to ? [{ id, score, day: date.from }] : [],
    );
    return { names: view.names, incidents, inexact: all.length - incidents.length, rule: ruleOf(view) };
  }, [view]);
  const draw = useCallback((options: FigureOptions) => calendarFigure(data, options), [data]);
  const table = useMemo(() => calendarTable(data), [data]);
  return (
    <Figure
      title="Day by day"
      draw={draw}
      table={table}
      name={`entente-days-${view.dyad.join("-")}`}
      onOpen={useOpenMark()}
    >
      <p className="muted">
        {counted(data.incidents.length, "incident")} with a known day; of {data.inexact} others only a longer time is
        known.
      </p>
    </Figure>
  );
}
