import type { Command } from "commander";
import type { Output } from "./output.ts";
import { type DataOptions, withDesk } from "./with-desk.ts";

async function backup(folder: string, { data }: DataOptions, output: Output): Promise<void> {
  const written = await withDesk(data, output, (desk) => desk.keeping.backup(folder));
  await (output.json ? output.value(written) : output.line(`Backed up to ${written.path}`));
}

export function backupCommand(program: Command, output: Output): void {
  program
    .command("backup")
    .description("Copy the data folder, while a service runs or not.")
    .argument("<folder>", "a new or empty folder")
    .option("--data <folder>", "the data folder", "entente-data")
    .option("--json", "print where it is as JSON")
    .addHelpText(
      "after",
      "\n  $ entente backup backups/2021-01-10\n  $ entente restore backups/2021-01-10 --data again",
    )
    .action((folder: string, options: DataOptions) => backup(folder, options, output));
}
