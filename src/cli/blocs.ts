import type { Command } from "commander";
import { blocsSvg } from "../desk/index.ts";
import { blocsCsv, blocsText } from "./blocs-text.ts";
import type { Output } from "./output.ts";
import { openExisting } from "./with-desk.ts";

interface Options {
  readonly data: string;
  readonly from?: string;
  readonly to?: string;
  readonly rule?: string;
  readonly csv?: boolean;
  readonly figure?: boolean;
}

const HELP = `
A tie of two states is the sum of score times confidence over what they did with and against each other; blocs are the
communities of the cooperation network. Stability is how often a state is with each of its bloc when the incidents are
drawn anew; frustration is what is out of place: conflict inside a bloc, cooperation between two. Who moved is told
against the period of the same length just before. docs/measures.md has the formulas.

  $ entente blocs --from 2022-01-01 --to 2024-12-31
  $ entente blocs --from 2020-01-01 --to 2020-12-31 --rule "bilateral only" --csv > blocs.csv
  $ entente blocs --from 2022-01-01 --to 2024-12-31 --figure > blocs.svg`;

async function blocs({ data, from, to, rule, csv, figure }: Options, output: Output): Promise<void> {
  const desk = await openExisting(data);
  try {
    const view = await desk.blocs({ from, to, rule });
    if (output.json) await output.value(view);
    else if (figure) await output.write(blocsSvg(view));
    else await output.write(csv ? blocsCsv(view) : blocsText(view));
  } finally {
    await desk.close();
  }
}

export function blocsCommand(program: Command, output: Output): void {
  program
    .command("blocs")
    .description("Which states stand together in a period, how surely, and who moved.")
    .option("--from <day>", "first day, as 2020-01-01")
    .option("--to <day>", "last day, as 2020-12-31")
    .option("--rule <name>", "the counting rule (see entente measure --help)", "default")
    .option("--data <folder>", "the data folder", "entente-data")
    .option("--figure", "print the network as SVG")
    .option("--csv", "print a row a state as CSV")
    .option("--json", "print states, ties and moves as JSON (docs/schema/blocs.json)")
    .addHelpText("after", HELP)
    .action((options: Options) => blocs(options, output));
}
