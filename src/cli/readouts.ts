import type { Command } from "commander";
import { readoutsSvg } from "../desk/index.ts";
import type { Output } from "./output.ts";
import { readoutsCsv, readoutsText } from "./readouts-text.ts";
import { openExisting } from "./with-desk.ts";

interface Options {
  readonly data: string;
  readonly csv?: boolean;
  readonly figure?: boolean;
}

const HELP = `
Given one incident, its two sides' own accounts are compared: those of their governments, else of their states' media,
else of any two outlets of different countries. Given two documents, those are. What one side leaves out is a hint to
look at, not a finding: a point told in wholly different words is not matched.
Ids stand in the addresses of the pages; \`entente measure --only depth --json\` lists the incidents of a dyad, and a
comparison prints the ids of its documents.

  $ entente readouts i1ca5bfd40f8b91a8187784e4
  $ entente readouts d131408abaa6d7d079ae4f535 d5f0c3e1b2a49786f5e4d3c2b --csv > points.csv
  $ entente readouts i1ca5bfd40f8b91a8187784e4 --figure > accounts.svg`;

async function readouts(first: string, second: string | undefined, options: Options, output: Output): Promise<void> {
  const desk = await openExisting(options.data);
  try {
    const view = await desk.readouts(second === undefined ? { incident: first } : { first, second });
    if (output.json) await output.value(view);
    else if (options.figure) await output.write(readoutsSvg(view));
    else await output.write(options.csv ? readoutsCsv(view) : readoutsText(view));
  } finally {
    await desk.close();
  }
}

export function readoutsCommand(program: Command, output: Output): void {
  program
    .command("readouts")
    .description("Compare two accounts of one call or meeting: what both say, what only one says.")
    .argument("<incident-or-document>", "id of an incident, or of the first of two documents")
    .argument("[document]", "id of the second document")
    .option("--data <folder>", "the data folder", "entente-data")
    .option("--figure", "print the two accounts side by side as SVG")
    .option("--csv", "print a row a point as CSV")
    .option("--json", "print the comparison as JSON (docs/schema/readouts.json)")
    .addHelpText("after", HELP)
    .action((first: string, second: string | undefined, options: Options) => readouts(first, second, options, output));
}
