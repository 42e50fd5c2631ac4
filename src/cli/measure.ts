import { type Command, InvalidArgumentError, Option } from "commander";
import { type Desk, MEASURE_FIGURES, measureFigure } from "../desk/index.ts";
import {
  DOMAINS,
  type Domain,
  type DyadMeasures,
  INDEX_KINDS,
  type IncidentSummary,
  type MeasureQuery,
  SOURCE_SETS,
} from "../schema/index.ts";
import { measuresCsv } from "./measure-csv.ts";
import { measuresText, PARTS, type Part } from "./measure-text.ts";
import type { Output } from "./output.ts";
import { openExisting } from "./with-desk.ts";

interface Options extends Omit<MeasureQuery, "a" | "b"> {
  readonly data: string;
  readonly freeze?: string;
  readonly against?: readonly [string, string];
  readonly only?: Part;
  readonly figure?: (typeof MEASURE_FIGURES)[number];
  readonly domain?: Domain;
  readonly third?: string;
  readonly width: number;
  readonly csv?: boolean;
}

const LENGTHS = ["week", "month", "quarter", "year"];

const HELP = `
What it prints: the verdict on the period against the one of the same length before it (without a period: on the later
half of all that was read, against the earlier), the depth of the cooperation by
domain, the index with its bands, change points, and third states. --only prints one part, the directed parts and what
was read too. Every number carries its counting rule and stands beside what was read; docs/measures.md has the formulas.

Counting rules: default, series once a year, bilateral only, without patrols, without state media, reviewed only.
Kinds of index: net (per 100 sources), sum, mean, cooperation share, log-odds; the verdict is always that of net.
--sources fixed counts only outlets that were read regularly and throughout.

  $ entente measure CHN RUS --from 2020-01-01 --to 2020-12-31
  $ entente measure CHN RUS --from 2022-01-01 --to 2024-12-31 --against 2019-01-01..2021-12-31
  $ entente measure CHN RUS --only directed --length quarter --from 2019-01-01 --to 2024-12-31
  $ entente measure CHN RUS --rule "without patrols" --csv --only depth > depth.csv
  $ entente measure CHN RUS --from 2020-01-01 --to 2020-12-31 --figure index --domain military > index.svg
  $ entente measure CHN RUS --figure third --third Japan > japan.svg`;

function widthOf(text: string): number {
  const width = Number(text);
  if (!Number.isInteger(width) || width < 360 || width > 4000) throw new InvalidArgumentError("Give 360 to 4000.");
  return width;
}

function periodAgainst(text: string): readonly [string, string] {
  const [from, to, ...rest] = text.split("..");
  if (!from || !to || rest.length > 0) throw new InvalidArgumentError("Write it as 2019-01-01..2019-12-31.");
  return [from, to];
}

/** The incidents that the measures speak of, by id: those of the window and of what it is held against. */
async function incidentsOf(desk: Desk, { dyad: [a, b], verdict }: DyadMeasures): Promise<Map<string, IncidentSummary>> {
  const { incidents } = await desk.relation({ a, b, from: verdict.baseline.from, to: verdict.window.to });
  return new Map(incidents.map((incident) => [incident.id, incident]));
}

const PART_FIELDS: Readonly<Record<Part, readonly (keyof DyadMeasures)[]>> = {
  verdict: ["verdict"],
  index: ["kind", "unit", "index"],
  directed: ["kind", "unit", "directed", "asymmetry"],
  depth: ["depth"],
  third: ["thirdStates"],
  exposure: ["exposure", "outletChanges", "sources", "counted", "coverage"],
  changes: ["changes", "changesReason"],
};

/** The measures, or the fields of one part with those that name it. */
function jsonOf(measures: DyadMeasures, only?: Part): Partial<DyadMeasures> {
  if (!only) return measures;
  const fields = new Set<string>(["dyad", "names", "period", "length", "rule", "leftOut", ...PART_FIELDS[only]]);
  return Object.fromEntries(Object.entries(measures).filter(([field]) => fields.has(field)));
}

async function print(desk: Desk, query: MeasureQuery, options: Options, output: Output): Promise<void> {
  const { figure, domain, third, width, only, csv } = options;
  if (figure) return output.write(await measureFigure(desk, query, { figure, domain, third, width }));
  const measures = await desk.measure(query);
  if (output.json) return output.value(jsonOf(measures, only));
  if (csv) return output.write(measuresCsv(measures, only ?? "index"));
  return output.write(measuresText({ measures, incidents: await incidentsOf(desk, measures) }, only));
}

async function measure(a: string, b: string, options: Options, output: Output): Promise<void> {
  const desk = await openExisting(options.data, { freeze: options.freeze });
  const { from, to, length, rule, kind, sources, against } = options;
  const [baselineFrom, baselineTo] = against ?? [];
  try {
    await print(desk, { a, b, from, to, length, rule, kind, sources, baselineFrom, baselineTo }, options, output);
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
    .option("--against <from..to>", "hold it against this earlier period, not the one just before", periodAgainst)
    .addOption(new Option("--length <period>", "of the index").choices(LENGTHS).default("month"))
    .option("--rule <name>", "the counting rule", "default")
    .addOption(new Option("--kind <kind>", "of the index").choices(INDEX_KINDS).default("net"))
    .addOption(new Option("--sources <set>", "whose reports count").choices(SOURCE_SETS).default("all"))
    .addOption(new Option("--only <part>", "print one part").choices(PARTS))
    .addOption(new Option("--figure <name>", "print a figure as SVG").choices(MEASURE_FIGURES))
    .addOption(new Option("--domain <domain>", "of the index figure").choices(DOMAINS))
    .option("--third <state>", "of the third-state figure")
    .option("--width <pixels>", "of the figure", widthOf, 720)
    .option("--data <folder>", "the data folder", "entente-data")
    .option("--freeze <name>", "over a freeze of the data folder")
    .option("--csv", "print one part as CSV, the index where none is named")
    .option("--json", "print the measures as JSON (docs/schema/dyad-measures.json)")
    .addHelpText("after", HELP)
    .action((a: string, b: string, options: Options) => measure(a, b, options, output));
}
