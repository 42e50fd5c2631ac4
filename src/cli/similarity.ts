import { type Command, InvalidArgumentError, Option } from "commander";
import {
  alliancePositions,
  type IdealPointRow,
  idealPointRows,
  loadKnowledge,
  type PositionTable,
  type SimilarityRow,
  similarityRows,
  votePositions,
} from "../desk/index.ts";
import { SIMILARITY_MEASURES, type SimilarityMeasure } from "../measures/index.ts";
import { EntenteError } from "../schema/index.ts";
import { inWords } from "./no-value.ts";
import type { Output } from "./output.ts";
import { csvLine, NOTHING, signed, textTable } from "./table.ts";

interface Options {
  readonly votes?: string;
  readonly rollCalls?: string;
  readonly alliances?: string;
  readonly members?: string;
  readonly states?: string;
  readonly by: "year" | "session";
  readonly from?: number;
  readonly to?: number;
  readonly idealPoints?: boolean;
  readonly poles?: readonly [string, string];
  readonly csv?: boolean;
}

const HELP = `
Every measure: agreement, Signorino and Ritter's S, Cohen's kappa, Scott's pi, tau-b; always over the full scale, also
levels that nobody used. Absences are dropped pairwise. Formulas and sources are in docs/measures.md.

Files are CSV, plain or gzipped (.gz), with these columns:
  --votes       rcid, country_code, vote (yes, abstain, no; absent or empty), country if there is one
  --roll-calls  rcid, date, session: when the votes were taken; without it all votes are one period
  --alliances   ccode1, ccode2, year, atop_defense, atop_offense, atop_neutral, atop_nonagg, atop_consul
  --members     ccode, year: the members of the system; without it those that the alliances of the year name
  --states      ccode, stateabb, statenme: names for the numeric codes
With two states a table of them over the years is printed; without, all dyads, as CSV or JSON (one object a line).
China's seat in the United Nations before 25 October 1971 is ROC.

  $ entente similarity CHN RUS --votes un_votes.csv.gz --roll-calls un_roll_calls.csv.gz
  $ entente similarity --votes un_votes.csv.gz --roll-calls un_roll_calls.csv.gz --csv > all-dyads.csv
  $ entente similarity CHN RUS --alliances atop.csv --members cow_members.csv --states cow_states.csv --from 1990
  $ entente similarity --votes un_votes.csv --roll-calls un_roll_calls.csv --ideal-points --poles RUS,USA --from 2015`;

const MEASURES = Object.keys(SIMILARITY_MEASURES) as SimilarityMeasure[];

function numberOf(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError("Give a year or session, as 1990.");
  return number;
}

function polesOf(text: string): readonly [string, string] {
  const [low, high, ...rest] = text.split(",").map((code) => code.trim());
  if (!low || !high || rest.length > 0) throw new InvalidArgumentError("Give two states, as RUS,USA.");
  return [low, high];
}

async function positionsOf({ votes, alliances, ...files }: Options): Promise<PositionTable> {
  const knowledge = await loadKnowledge();
  if (votes !== undefined && alliances === undefined) return votePositions({ votes, ...files }, knowledge);
  if (alliances !== undefined && votes === undefined) return alliancePositions({ alliances, ...files }, knowledge);
  throw new EntenteError("usage", { detail: "give either --votes or --alliances" });
}

/** All rows of a stream of periods. */
async function collected<T>(periods: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const rows of periods) all.push(...rows);
  return all;
}

function dyadTable(rows: readonly SimilarityRow[]): string {
  if (rows.length === 0) return "No year in which both took a position.\n";
  const cells = rows.map(({ period, items, values }) => [
    period,
    String(items),
    ...MEASURES.map((name) => {
      const value = values[name];
      return value === undefined ? NOTHING : value.toFixed(3);
    }),
  ]);
  return `${rows[0].a} and ${rows[0].b}\n${textTable(["period", "items", ...MEASURES], cells)}\n`;
}

async function printDyads(dyad: readonly [string, string] | undefined, options: Options, output: Output) {
  const { from, to } = options;
  if (!dyad && !options.csv && !output.json)
    throw new EntenteError("usage", {
      detail: "all dyads are too many for a table; add --csv or --json, or two states",
    });
  const periods = similarityRows(await positionsOf(options), { dyad, from, to });
  if (!options.csv && !output.json) return output.write(dyadTable(await collected(periods)));
  if (!output.json) await output.write(csvLine(["period", "a", "b", "items", ...MEASURES]));
  for await (const rows of periods) {
    const lines = rows.map((row) =>
      output.json
        ? `${JSON.stringify(row)}\n`
        : csvLine([row.period, row.a, row.b, row.items, ...MEASURES.map((name) => row.values[name])]),
    );
    await output.write(lines.join(""));
  }
}

const TOO_FEW = "fewer than 10 states, or 10 votes on which they are divided, or a pole that did not vote";

function pointsText(rows: readonly IdealPointRow[]): string {
  return [...Map.groupBy(rows, ({ period }) => period)]
    .map(([period, points]) => {
      const cells = points.flatMap((row) =>
        row.reason === undefined
          ? [
              [
                row.state,
                signed(row.point, 2),
                `${signed(row.interval[0], 2)} to ${signed(row.interval[1], 2)}`,
                String(row.items),
              ],
            ]
          : [],
      );
      const reason = points.at(0)?.reason;
      return reason
        ? `${period}: no value, ${reason === "no items" ? TOO_FEW : inWords(reason)}.`
        : `${period}\n${textTable(["state", "ideal point", "90 % interval", "items"], cells)}`;
    })
    .join("\n\n");
}

async function printIdealPoints(options: Options, output: Output): Promise<void> {
  const { poles, from, to, csv } = options;
  if (!poles)
    throw new EntenteError("usage", { detail: "ideal points need two states that fix their sign: --poles RUS,USA" });
  const periods = idealPointRows(await positionsOf(options), poles, { from, to });
  if (!csv && !output.json) return output.write(`${pointsText(await collected(periods))}\n`);
  if (!output.json) await output.write(csvLine(["period", "state", "point", "low90", "high90", "items"]));
  for await (const rows of periods) {
    const lines = rows.map((row) => {
      if (output.json) return `${JSON.stringify(row)}\n`;
      if (row.reason) return csvLine([row.period, undefined, undefined, undefined, undefined, undefined]);
      return csvLine([row.period, row.state, row.point, ...row.interval, row.items]);
    });
    await output.write(lines.join(""));
  }
}

async function similarity(a: string | undefined, b: string | undefined, options: Options, output: Output) {
  if (options.idealPoints) return printIdealPoints(options, output);
  if (a !== undefined && b === undefined) throw new EntenteError("usage", { detail: "give two states, or none" });
  return printDyads(a !== undefined && b !== undefined ? [a, b] : undefined, options, output);
}

export function similarityCommand(program: Command, output: Output): void {
  program
    .command("similarity")
    .description("How alike states vote, or are bound by alliances, from files of your own.")
    .argument("[state]", "code or name, as CHN")
    .argument("[state]", "the other state, as RUS")
    .option("--votes <file>", "votes, a row a state and roll call")
    .option("--roll-calls <file>", "dates and sessions of the votes")
    .option("--alliances <file>", "alliance obligations, a row a directed dyad and year")
    .option("--members <file>", "members of the system by year")
    .option("--states <file>", "names of numeric codes")
    .addOption(new Option("--by <period>", "of the votes").choices(["year", "session"]).default("year"))
    .option("--from <year>", "first year or session", numberOf)
    .option("--to <year>", "last year or session", numberOf)
    .option("--ideal-points", "positions on one dimension instead, each year by itself")
    .option("--poles <low,high>", "two states that fix its sign, as RUS,USA", polesOf)
    .option("--csv", "print CSV")
    .option("--json", "print one JSON object a line")
    .addHelpText("after", HELP)
    .action((a: string | undefined, b: string | undefined, options: Options) => similarity(a, b, options, output));
}
