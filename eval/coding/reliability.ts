import type { Bin } from "./calibration.ts";

const SIDE = 320;
const EDGE = 48;
const SIZE = SIDE + 2 * EDGE;
const INK = "#1a1a1a";
const FAINT = "#d9d9d9";
const MARK = "#1f4e79";
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

const x = (share: number): number => Math.round(10 * (EDGE + share * SIDE)) / 10;
const y = (share: number): number => Math.round(10 * (EDGE + (1 - share) * SIDE)) / 10;

const line = (from: readonly [number, number], to: readonly [number, number], colour: string, dashes = ""): string =>
  `<line x1="${x(from[0])}" y1="${y(from[1])}" x2="${x(to[0])}" y2="${y(to[1])}" stroke="${colour}"${dashes && ` stroke-dasharray="${dashes}"`}/>`;

const label = (at: readonly [number, number], anchor: string, text: string, more = ""): string =>
  `<text x="${at[0]}" y="${at[1]}" text-anchor="${anchor}"${more}>${text}</text>`;

function axes(what: string): string[] {
  const middle = EDGE + SIDE / 2;
  return [
    ...TICKS.flatMap((tick) => [
      line([tick, 0], [tick, 1], FAINT),
      line([0, tick], [1, tick], FAINT),
      label([x(tick), SIZE - EDGE + 16], "middle", `${Math.round(100 * tick)}%`),
      label([EDGE - 6, y(tick) + 4], "end", `${Math.round(100 * tick)}%`),
    ]),
    line([0, 0], [1, 1], INK, "4 4"),
    label([middle, SIZE - 8], "middle", `Confidence of the ${what}`),
    label([14, middle], "middle", `Right ${what}s`, ` transform="rotate(-90 14 ${middle})"`),
  ];
}

/** A point's area grows with its number of answers; the number stands beside it. */
function point({ count, confidence, right }: Bin, total: number): string[] {
  const radius = Math.round(10 * (3 + 14 * Math.sqrt(count / total))) / 10;
  const beside = x(confidence) + radius + 3;
  const [at, anchor] = beside > SIZE - EDGE ? [x(confidence) - radius - 3, "end"] : [beside, "start"];
  return [
    `<circle cx="${x(confidence)}" cy="${y(right)}" r="${radius}" fill="${MARK}" fill-opacity="0.75"/>`,
    label([at, y(right) + 14], anchor, count.toLocaleString("en")),
  ];
}

/** The reliability figure: how often the answers of each range of confidence are right. SVG text, black on white. */
export function reliabilityFigure(title: string, bins: readonly Bin[], what = "answer"): string {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" width="${SIZE}" height="${SIZE}" role="img" font-family="system-ui, sans-serif" font-size="11" fill="${INK}">`,
    `<title>${title}</title>`,
    `<rect width="${SIZE}" height="${SIZE}" fill="#ffffff"/>`,
    label([EDGE, 24], "start", title, ' font-size="13" font-weight="600"'),
    ...axes(what),
    ...bins.flatMap((bin) => point(bin, total)),
    "</svg>",
    "",
  ].join("\n");
}
