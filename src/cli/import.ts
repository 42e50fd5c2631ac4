import type { Command } from "commander";
import { type Desk, importFolder, isExported } from "../desk/index.ts";
import type { EventImport } from "../schema/index.ts";
import type { Output } from "./output.ts";
import { counted } from "./table.ts";
import { type DataOptions, withNewDesk } from "./with-desk.ts";

const SHOWN = 20;

function inWords(path: string, { kind, rows, added, refusedRows }: EventImport): string {
  const known = rows - added - refusedRows;
  return `${path}: ${kind}; ${counted(rows, "row")}, ${added} added, ${known} known already, ${refusedRows} refused`;
}

async function takeEvents(desk: Desk, paths: readonly string[], output: Output): Promise<void> {
  for (const path of paths) {
    const taken = await desk.keeping.importEvents(path);
    output.refusals += taken.refusedRows;
    await (output.json ? output.value({ path, ...taken }) : output.line(inWords(path, taken)));
    if (output.json) continue;
    for (const { line, reason } of taken.refused.slice(0, SHOWN)) output.say(`refused: line ${line}: ${reason}`);
    if (taken.refusedRows > SHOWN) output.say(`… and ${taken.refusedRows - SHOWN} more; --json lists a thousand`);
  }
}

async function take(paths: readonly string[], { data }: DataOptions, output: Output): Promise<void> {
  if (paths.length === 1 && (await isExported(paths[0]))) {
    await importFolder(paths[0], data);
    await (output.json ? output.value({ path: data }) : output.line(`Imported to ${data}`));
    return;
  }
  await withNewDesk(data, output, (desk) => takeEvents(desk, paths, output));
}

export function importCommand(program: Command, output: Output): void {
  program
    .command("import")
    .description("Take in ready-made event data, or make a data folder of an exported ledger.")
    .argument("<path...>", "files of event data, plain or gzipped; or the folder of one export or freeze")
    .option("--data <folder>", "the data folder; a new or empty one for an exported ledger", "entente-data")
    .option("--json", "print what came of each file as JSON (docs/schema/event-import.json)")
    .addHelpText(
      "after",
      `
The columns tell what a file is: GDELT 2.0 events and mentions, ICEWS, POLECAT, ACLED, ATOP obligations and members,
members of the system of states, UN votes and roll calls. Each goes into a table of its own; nothing is taken twice, and
rows that don't fit are listed with their line (exit code 1). Documents are added with \`entente add\`.

  $ entente import 20191024143000.export.CSV icews-events.tab votes.csv.gz
  $ entente import archive-csv --data again`,
    )
    .action((paths: string[], options: DataOptions) => take(paths, options, output));
}
