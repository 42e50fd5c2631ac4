import { type Command, Option as CommanderOption } from "commander";
import { openDesk } from "../desk/index.ts";
import type { DepthView, DyadMeasures, IndexView, VerdictView } from "../schema/index.ts";
import type { Output } from "./output.ts";

interface Options {
  readonly data: string;
  readonly from?: string;
  readonly to?: string;
  readonly length?: "week" | "month" | "quarter" | "year";
  readonly rule?: string;
  readonly csv?: boolean;
}

const LENGTHS = ["week", "month", "quarter", "year"];
const NOTHING = "–";
const signed = (value: number): string => `${value >= 0 ? "+" : "−"}${Math.abs(value).toFixed(1)}`;
const band = ([low, high]: readonly [number, number]): string => `${signed(low)} to ${signed(high)}`;

/** Columns as wide as their widest cell; the first to the left, numbers to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  ");
  return [head, ...rows].map((row) => `  ${line(row).trimEnd()}`).join("\n");
}

function verdictText(verdict: VerdictView): string {
  const { window, baseline, probability, word, effect, interval } = verdict;
  const against = `${window.from} to ${window.to} against ${baseline.from} to ${baseline.to}`;
  if (probability === undefined || effect === undefined || interval === undefined) {
    return `Verdict: ${verdict.verdict} (${verdict.reason}); ${against}`;
  }
  return `Verdict: ${verdict.verdict}; that the level rose has a probability of ${probability.toFixed(2)} (${word}), effect ${signed(effect)} (${band(interval)} with 90 %); ${against}`;
}

const indexName = ({ domain }: IndexView): string => domain ?? "all domains";

function indexText(index: IndexView): string {
  if (index.reason) return `Index, ${indexName(index)}: no value (${index.reason})`;
  const rows = index.points.map((point) => [
    point.period,
    String(point.incidents),
    String(point.families),
    point.observed === undefined ? NOTHING : signed(point.observed),
    signed(point.level),
    band(point.band90),
  ]);
  const head = ["period", "incidents", "sources", "observed", "level", "90 % band"];
  return `Index, ${indexName(index)} (net score per 100 source families that name both)\n${table(head, rows)}`;
}

function depthText(depths: readonly DepthView[]): string {
  const rows = depths.map(({ domain, keptUp, reached }) => [domain, keptUp ?? NOTHING, reached ?? NOTHING]);
  return `Depth\n${table(["domain", "kept up", "reached"], rows)}`;
}

function measuresText(measures: DyadMeasures): string {
  const { names, period, rule, index, outletChanges, thirdStates } = measures;
  const thirds = thirdStates.map(({ name, directedAgainst, correlation, interval, reason }) => [
    name,
    String(directedAgainst.length),
    correlation === undefined || interval === undefined
      ? `no value (${reason})`
      : `${correlation.toFixed(2)} (${interval[0].toFixed(2)} to ${interval[1].toFixed(2)})`,
  ]);
  return [
    `${names.join(" and ")}, ${period.from} to ${period.to}`,
    rule.words,
    verdictText(measures.verdict),
    depthText(measures.depth),
    ...index.map(indexText),
    `Towards third states\n${table(["state", "directed against", "moving together, r"], thirds)}`,
    `${outletChanges.length} outlets came in or fell away inside the window and the one before it.`,
    "",
  ].join("\n\n");
}

const cell = (value: unknown): string => {
  const text = value === undefined ? "" : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The indexes as CSV, a row a domain and period. */
function indexCsv({ index }: DyadMeasures): string {
  const head = ["domain", "period", "incidents", "families", "observed", "level", "low90", "low50", "high50", "high90"];
  const rows = index.flatMap((one) =>
    one.points.map((point) => [
      indexName(one),
      point.period,
      point.incidents,
      point.families,
      point.observed,
      point.level,
      point.band90[0],
      point.band50[0],
      point.band50[1],
      point.band90[1],
    ]),
  );
  return [head, ...rows].map((row) => `${row.map(cell).join(",")}\n`).join("");
}

async function measure(a: string, b: string, { data, csv, ...query }: Options, output: Output): Promise<void> {
  const desk = await openDesk(data);
  try {
    const { from, to, length, rule } = query;
    const measures = await desk.measure({ a, b, from, to, length, rule });
    if (output.json) await output.value(measures);
    else await output.write(csv ? indexCsv(measures) : measuresText(measures));
  } finally {
    await desk.close();
  }
}

export function measureCommand(program: Command, output: Output): void {
  program
    .command("measure")
    .description("How close two states were in a period, in what, since when, how sure.")
    .argument("<state>", "ISO code or English name, as CHN")
    .argument("<state>", "the other state, as RUS")
    .option("--from <day>", "first day, as 2020-01-01")
    .option("--to <day>", "last day, as 2020-12-31")
    .addOption(new CommanderOption("--length <period>", "of the index").choices(LENGTHS).default("month"))
    .option("--rule <name>", "the counting rule: default, bilateral only, without patrols …", "default")
    .option("--data <folder>", "the data folder", "entente-data")
    .option("--csv", "print the indexes as CSV")
    .option("--json", "print every measure as JSON (docs/schema/dyad-measures.json)")
    .addHelpText(
      "after",
      '\nEvery number carries its counting rule; docs/measures.md has the formulas.\n\n  $ entente measure CHN RUS --from 2020-01-01 --to 2020-12-31\n  $ entente measure CHN RUS --rule "without state media" --csv > index.csv',
    )
    .action((a: string, b: string, options: Options) => measure(a, b, options, output));
}
