import type { Command } from "commander";
import { importDictionary } from "../desk/index.ts";
import type { Output } from "./output.ts";

interface Options {
  readonly out: string;
  readonly json?: boolean;
}

async function importActors(dictionary: string, options: Options, output: Output): Promise<void> {
  const files = await importDictionary(dictionary, options.out);
  if (options.json) return output.value(Object.fromEntries(files));
  const lines = [...files].map(([file, rows]) => `${file}: ${rows} rows`);
  await output.write(`${lines.join("\n")}\n`);
}

export function actorsCommand(program: Command, output: Output): void {
  program
    .command("actors")
    .description("Turn a PETRARCH, TABARI or Phoenix dictionary of actors or agents into tables of your own.")
    .argument("<dictionary>", "the dictionary's file")
    .requiredOption("--out <folder>", "the folder of your tables; name it in ENTENTE_KNOWLEDGE to have them read")
    .option("--json", "print the files and their rows as JSON")
    .addHelpText(
      "after",
      `
Tables in the folder that ENTENTE_KNOWLEDGE names are joined to Entente's own: new names are added, known ones stay.

  $ entente actors Phoenix.Countries.actors.txt --out tables
  $ ENTENTE_KNOWLEDGE=tables entente read article.txt`,
    )
    .action((dictionary: string, options: Options) => importActors(dictionary, options, output));
}
