import type { DyadMeasures, IndexView } from "../schema/index.ts";
import type { Part } from "./measure-text.ts";
import { type Cell, csvText } from "./table.ts";

const POINT = ["period", "incidents", "families", "observed", "level", "low90", "low50", "high50", "high90"];

const pointRows = (index: Pick<IndexView, "points">): Cell[][] =>
  index.points.map(({ period, incidents, families, observed, level, band50, band90 }) => [
    ...[period, incidents, families, observed, level],
    ...[band90[0], band50[0], band50[1], band90[1]],
  ]);

type Table = readonly [head: readonly string[], rows: readonly (readonly Cell[])[]];

const TABLES: Readonly<Record<Part, (measures: DyadMeasures) => Table>> = {
  index: ({ index }) => [
    ["domain", ...POINT],
    index.flatMap((one) => pointRows(one).map((row) => [one.domain ?? "all domains", ...row])),
  ],
  directed: ({ directed }) => [
    ["from", "to", ...POINT],
    directed.flatMap((one) => pointRows(one).map((row) => [one.from, one.to, ...row])),
  ],
  verdict: ({ verdict: { verdict, reason, probability, word, effect, interval, window, baseline } }) => [
    [
      ...["verdict", "reason", "probability", "word", "effect", "low90", "high90"],
      ...["from", "to", "baseline_from", "baseline_to"],
    ],
    [
      [
        ...[verdict, reason, probability, word, effect, interval?.[0], interval?.[1]],
        ...[window.from, window.to, baseline.from, baseline.to],
      ],
    ],
  ],
  depth: ({ depth }) => [
    ["domain", "rung", "incidents", "first", "last", "kept_up"],
    depth.flatMap(({ domain, cells }) =>
      cells.map(({ rung, incidents, first, last, keptUp }) => [
        ...[domain, rung, incidents.length, first, last],
        keptUp ? "yes" : "no",
      ]),
    ),
  ],
  third: ({ thirdStates, dyad: [a, b] }) => [
    ["third", "period", a, b, "directed_against"],
    thirdStates.flatMap(({ third, points }) =>
      points.map(({ period, first, second, directedAgainst }) => [
        third,
        period,
        first,
        second,
        directedAgainst.length,
      ]),
    ),
  ],
  exposure: ({ exposure }) => [
    ["period", "documents", "families", "naming_both", "outlet", "outlet_families"],
    exposure.flatMap(({ period, documents, families, naming, byOutlet }) => {
      const outlets: readonly (readonly Cell[])[] = Object.entries(byOutlet);
      return (outlets.length > 0 ? outlets : [[undefined, undefined]]).map((outlet) => [
        ...[period, documents, families, naming],
        ...outlet,
      ]);
    }),
  ],
  changes: ({ changes }) => [
    ["period", "before", "after", "support", "incidents"],
    changes.map(({ period, before, after, support, incidents }) => [
      period,
      before,
      after,
      support,
      incidents.join(" "),
    ]),
  ],
};

/** One part of the measures as CSV. */
export const measuresCsv = (measures: DyadMeasures, part: Part): string => csvText(...TABLES[part](measures));
