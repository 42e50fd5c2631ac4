import type { Knowledge } from "../knowledge/index.ts";
import type { DyadMeasures } from "../schema/index.ts";
import { sideOf } from "./brief-sides.ts";
import type { Ground } from "./measure-ground.ts";

/** Outlets that are told; the rest report least. */
const MOST = 60;

/** Who reports what counts in the window, with its side, those with most incidents first. */
export function reportingOf({ rows, window }: Ground, knowledge: Knowledge): DyadMeasures["reporting"] {
  const inWindow = rows.filter(({ day = "" }) => day >= window.from && day <= window.to);
  const told = inWindow.flatMap(({ outlets = [] }) =>
    outlets.map((outlet) => ({ outlet, alone: outlets.length === 1 })),
  );
  return [...Map.groupBy(told, ({ outlet }) => outlet)]
    .map(([outlet, part]) => {
      const known = knowledge.outletOf(outlet);
      const side = sideOf(outlet, knowledge);
      return {
        outlet,
        ...(side && { side }),
        ...(known && { stateMedia: known.ownership === "state" }),
        incidents: part.length,
        alone: part.filter(({ alone }) => alone).length,
      };
    })
    .sort((a, b) => b.incidents - a.incidents || (a.outlet < b.outlet ? -1 : 1))
    .slice(0, MOST);
}
