import { type IndexFigureData, toldOf } from "./index-axes.ts";
import type { FigureTable } from "./table.ts";
import { signed } from "./words.ts";

export const titleOf = (data: IndexFigureData): string => `${data.names.join(" and ")}: ${data.measure}`;

/** The figure in words: where the level began and ended, and the changes between. */
export function indexText(data: IndexFigureData): string {
  const first = data.points[0];
  const last = data.points[data.points.length - 1];
  if (!first) return `${titleOf(data)}: no value. ${data.rule}`;
  const ends = [first, last].map(
    ({ period, level, band90 }) => `${signed(level)} in ${period} (90 %: ${signed(band90[0])} to ${signed(band90[1])})`,
  );
  const changes = (data.changes ?? []).map(
    (change) => ` It changed in ${change.period} from ${signed(change.before)} to ${signed(change.after)}.`,
  );
  const sources = (data.sourceChanges ?? []).map((one) => ` ${one.outlet} was ${one.change} in ${one.period}.`);
  const told = toldOf(data).map(({ label }) => ` Marked: ${label}.`);
  return `${titleOf(data)}: ${ends.join(", then ")}.${changes.join("")}${sources.join("")}${told.join("")} ${data.rule}`;
}

/** The figure's data, a row a period. */
export function indexTable(data: IndexFigureData): FigureTable {
  return {
    caption: `${titleOf(data)}. ${data.rule}`,
    columns: [
      "Period",
      "Incidents",
      "Families read",
      "Observed",
      "Level",
      "50 % from",
      "50 % to",
      "90 % from",
      "90 % to",
    ],
    rows: data.points.map((point) => [
      point.period,
      point.incidents,
      point.families,
      point.observed ?? null,
      point.level,
      ...point.band50,
      ...point.band90,
    ]),
  };
}
