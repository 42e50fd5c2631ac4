import type { Command } from "commander";
import { type ImportedVerbs, importVerbs } from "../desk/index.ts";
import type { Output } from "./output.ts";

interface Options {
  readonly out: string;
  readonly codes?: string;
  readonly first?: boolean;
  readonly json?: boolean;
}

function textOf({ file, rules, leftOut }: ImportedVerbs, dictionary: string): string {
  const lines = leftOut.map(({ line, written, reason }) => `${dictionary}:${line}: ${reason}: ${written}`);
  const left = lines.length === 0 ? [] : [`left out: ${lines.length}`, ...lines];
  return `${[`${file}: ${rules} rules`, ...left].join("\n")}\n`;
}

async function runVerbs(dictionary: string, options: Options, output: Output): Promise<void> {
  const imported = await importVerbs(dictionary, options.out, { codes: options.codes, first: options.first === true });
  if (options.json) return output.value(imported);
  await output.write(textOf(imported, dictionary));
}

export function verbsCommand(program: Command, output: Output): void {
  program
    .command("verbs")
    .description("Turn a PETRARCH, TABARI or CAMEO dictionary of verbs into event rules of your own.")
    .argument("<dictionary>", "the dictionary's file")
    .requiredOption("--out <folder>", "the folder of your tables; name it in ENTENTE_KNOWLEDGE to have them read")
    .option("--codes <table>", "what codes mean that are not CAMEO's: a table of code, type and mode, parted by tabs")
    .option("--first", "have these rules go before Entente's own wherever both fit")
    .option("--json", "print the rules' number and what was left out as JSON")
    .addHelpText(
      "after",
      `
What no rule can say is listed with its line and the reason, and left out.

  $ entente verbs CAMEO.2.0.txt --out tables --first
  $ ENTENTE_KNOWLEDGE=tables entente read article.txt`,
    )
    .action((dictionary: string, options: Options) => runVerbs(dictionary, options, output));
}
