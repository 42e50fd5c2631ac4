import type { Command } from "commander";
import { restoreFolder } from "../desk/index.ts";
import type { Output } from "./output.ts";
import type { DataOptions } from "./with-desk.ts";

async function restore(backup: string, { data }: DataOptions, output: Output): Promise<void> {
  await restoreFolder(backup, data);
  await (output.json ? output.value({ path: data }) : output.line(`Restored to ${data}`));
}

export function restoreCommand(program: Command, output: Output): void {
  program
    .command("restore")
    .description("Put a backup in place as a data folder.")
    .argument("<backup>", "a folder that `entente backup` made")
    .option("--data <folder>", "a new or empty data folder", "entente-data")
    .option("--json", "print where it is as JSON")
    .addHelpText("after", "\n  $ entente restore backups/2021-01-10 --data again && entente verify --data again")
    .action((backup: string, options: DataOptions) => restore(backup, options, output));
}
