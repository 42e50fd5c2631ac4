import { type Command, Option } from "commander";
import { EXPORT_FORMATS, type Exported, type ExportFormat } from "../schema/index.ts";
import type { Output } from "./output.ts";
import { counted } from "./table.ts";
import { type DataOptions, withDesk } from "./with-desk.ts";

interface Options extends DataOptions {
  readonly format: ExportFormat;
}

function inWords({ path, rows, leftOut = 0 }: Exported): string {
  if (rows === undefined) return `Exported to ${path}`;
  const none =
    leftOut === 0 ? "" : `; ${counted(leftOut, "incident")} without a row, having no day or not having happened`;
  return `${counted(rows, "row")} written to ${path}${none}`;
}

async function write(path: string, { data, format }: Options, output: Output): Promise<void> {
  const written = await withDesk(data, output, (desk) => desk.keeping.export({ path, format }));
  await (output.json ? output.value(written) : output.line(inWords(written)));
}

export function exportCommand(program: Command, output: Output): void {
  program
    .command("export")
    .description("Write the ledger out for other programs.")
    .argument("<path>", "a new or empty folder; for gdelt and plover a new file")
    .addOption(new Option("--format <format>", "what to write").choices(EXPORT_FORMATS).default("parquet"))
    .option("--data <folder>", "the data folder", "entente-data")
    .option("--json", "print what was written as JSON")
    .addHelpText(
      "after",
      `
parquet, csv and ndjson hold every table with its columns in a fixed order, and the originals: \`entente import\` makes
the same ledger of them. gdelt has a row a directed pair of states in GDELT's 61 columns, plover a line of JSON an incident.

  $ entente export archive-csv --format csv
  $ entente export incidents.export.CSV --format gdelt`,
    )
    .action((path: string, options: Options) => write(path, options, output));
}
