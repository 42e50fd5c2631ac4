import * as Plot from "@observablehq/plot";
import type { ThirdState, ThirdStatePoint } from "../measures/index.ts";
import { type FigureOptions, frame, nothing, paletteOf, plotDefaults } from "./frame.ts";
import { legend } from "./legend.ts";
import { withAttributes } from "./marks.ts";
import type { FigureTable } from "./table.ts";
import { counted, signed } from "./words.ts";

/** What the third-state scatter draws. */
export interface ThirdStateFigureData {
  readonly names: readonly [string, string];
  readonly third: string;
  readonly state: Omit<ThirdState, "towards">;
  readonly rule: string;
}

/** A period in which both have a score. */
type Pair = ThirdStatePoint & { readonly first: number; readonly second: number };

const HEIGHT = 320;
const WIDEST = 460;

/**
 * Two states towards a third: a ring a period, the first's net score across, the second's up; a full diamond where they
 * did something together that is directed against the third. On the diagonal they act alike.
 */
export function thirdStateFigure(data: ThirdStateFigureData, options: FigureOptions): SVGElement {
  const words = { kind: "third-state", title: titleOf(data), text: thirdStateText(data) };
  const pairs = pairsOf(data.state);
  if (pairs.length === 0) return frame([nothing("No period with both scores", options)], words, options);
  const palette = paletteOf(options);
  const head = legend(
    [
      { shape: "circle", fill: "none", stroke: palette.ink, label: "a period" },
      { shape: "diamond", fill: palette.conflict, stroke: palette.ink, label: `acted together against ${data.third}` },
      { shape: "dashed", fill: "none", stroke: palette.muted, label: "both alike" },
    ],
    options,
  );
  return frame([head, scatter(data, pairs, options)], words, options);
}

function scatter(data: ThirdStateFigureData, pairs: readonly Pair[], options: FigureOptions): Element {
  const palette = paletteOf(options);
  const ends = pairs.flatMap((pair) => [pair.first, pair.second]);
  const domain: [number, number] = [Math.min(0, ...ends) * 1.08, Math.max(1, ...ends) * 1.08];
  const alike = pairs.filter((pair) => pair.directedAgainst.length === 0);
  const against = pairs.filter((pair) => pair.directedAgainst.length > 0);
  const dots = (part: readonly Pair[], style: Plot.DotOptions) =>
    Plot.dot(part, {
      x: "first",
      y: "second",
      title: (pair: Pair) => `${pair.period}: ${signed(pair.first)} and ${signed(pair.second)}`,
      render: withAttributes((index) => ({
        "data-period": part[index].period,
        "data-incident": part[index].directedAgainst.join(" "),
      })),
      ...style,
    });
  const axis = { domain, ticks: 5, tickFormat: (value: number) => signed(value), labelArrow: "none" as const };
  return Plot.plot({
    ...plotDefaults(options),
    width: Math.min(options.width, WIDEST),
    height: HEIGHT,
    marginLeft: 46,
    marginTop: 26,
    marginBottom: 40,
    marginRight: 14,
    x: { ...axis, label: `${data.names[0]} towards ${data.third}, net per 100 families` },
    y: { ...axis, label: `${data.names[1]} towards ${data.third}` },
    marks: [
      Plot.ruleX([0], { stroke: palette.faint }),
      Plot.ruleY([0], { stroke: palette.faint }),
      Plot.link([domain], {
        x1: domain[0],
        y1: domain[0],
        x2: domain[1],
        y2: domain[1],
        stroke: palette.muted,
        strokeDasharray: "4 3",
      }),
      dots(alike, { r: 3.5, stroke: palette.ink }),
      dots(against, { r: 5, symbol: "diamond", fill: palette.conflict, stroke: palette.ink }),
    ],
  }) as Element;
}

const pairsOf = (state: Omit<ThirdState, "towards">): Pair[] =>
  state.points.filter((point): point is Pair => point.first !== undefined && point.second !== undefined);

const titleOf = (data: ThirdStateFigureData): string => `${data.names.join(" and ")} towards ${data.third}`;

const REASONS = { "too few pairs": "too few periods to tell whether they move together" } as Readonly<
  Record<string, string>
>;

/** The figure in words. */
export function thirdStateText(data: ThirdStateFigureData): string {
  const { together, directedAgainst } = data.state;
  const moved =
    together.value === undefined
      ? (REASONS[together.reason] ?? "one of them never changed")
      : `correlation ${signed(together.value, 2)} (90 %: ${together.interval.map((end) => signed(end, 2)).join(" to ")}, ${together.pairs} periods)`;
  const joint = `${counted(directedAgainst.length, "incident")} of both together directed against ${data.third}`;
  return `${titleOf(data)}: ${moved}; ${joint}. ${data.rule}`;
}

/** The figure's data, a row a period. */
export function thirdStateTable(data: ThirdStateFigureData): FigureTable {
  return {
    caption: `${titleOf(data)}. ${data.rule}`,
    columns: ["Period", data.names[0], data.names[1], `Together against ${data.third}`],
    rows: data.state.points.map((point) => [
      point.period,
      point.first ?? null,
      point.second ?? null,
      point.directedAgainst.length,
    ]),
  };
}
