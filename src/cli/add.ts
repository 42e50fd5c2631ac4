import type { Command } from "commander";
import type { AddResult } from "../schema/index.ts";
import { sourceOf } from "./inputs.ts";
import type { Output } from "./output.ts";
import { progressDisplay } from "./progress.ts";
import { counted } from "./table.ts";
import { patientDesk, workersOf } from "./waiting.ts";

/** Adds the counts and lists of two intakes. */
export const addedUp = (a: AddResult, b: AddResult): AddResult => ({
  added: [...a.added, ...b.added],
  known: [...a.known, ...b.known],
  refused: [...a.refused, ...b.refused],
  reports: a.reports + b.reports,
  incidents: b.incidents,
});

export const NOTHING_ADDED: AddResult = { added: [], known: [], refused: [], reports: 0, incidents: 0 };

export const inWords = ({ added, known, refused, reports, incidents }: AddResult): string =>
  [
    `${counted(added.length, "document")} added`,
    `${known.length} known already`,
    `${refused.length} refused`,
    counted(reports, "new report"),
    `${counted(incidents, "incident")} in the ledger`,
  ].join(", ");

interface Options {
  readonly data: string;
  readonly workers?: string;
}

async function add(inputs: readonly string[], options: Options, output: Output): Promise<void> {
  const desk = await patientDesk(options.data, output, workersOf(options.workers));
  const progress = progressDisplay();
  let result = NOTHING_ADDED;
  try {
    for (const input of inputs)
      result = addedUp(result, await desk.add(sourceOf(input), { onProgress: progress.show }));
  } finally {
    progress.stop();
    await desk.close();
  }
  for (const refusal of result.refused) output.refused(refusal);
  await (output.json ? output.value(result) : output.line(inWords(result)));
}

export function addCommand(program: Command, output: Output): void {
  program
    .command("add")
    .description("Read, code and keep files, folders and web pages.")
    .argument("<input...>", "files (texts, pages, PDF, mail, NDJSON, CSV, WARC, OPML), folders, or web addresses")
    .option("--data <folder>", "the data folder", "entente-data")
    .option("--workers <number>", "threads that code side by side (by default one less than the cores)")
    .option("--json", "print what was added as JSON")
    .addHelpText(
      "after",
      "\nThe same text is never kept twice. What can't be read is listed with its reason, the rest is done (exit code 1).\n\n  $ entente add press/ statement.html\n  $ entente add https://example.org/communique --data archive",
    )
    .action((inputs: string[], options: Options) => add(inputs, options, output));
}
