import type { Command } from "commander";
import { explainAll, loadReader } from "../desk/index.ts";
import { sourcesOf } from "./inputs.ts";
import type { Output } from "./output.ts";

async function explain(inputs: readonly string[], output: Output): Promise<void> {
  const reader = await loadReader();
  for (const source of await sourcesOf(inputs)) {
    for await (const result of explainAll(source, reader)) {
      if ("refused" in result) output.refused(result.refused);
      else await (output.json ? output.value(result.explanation) : output.write(result.text));
    }
  }
}

export function explainCommand(program: Command, output: Output): void {
  program
    .command("explain")
    .description("Show how texts are coded: trees, mentions, rules tried, candidates rejected and why.")
    .argument("[input...]", "files, folders or web addresses; standard input where none is given")
    .option("--json", "print each explanation as one line of JSON")
    .addHelpText("after", '\n  $ echo "China and Russia held a joint exercise." | entente explain')
    .action((inputs: string[]) => explain(inputs, output));
}
