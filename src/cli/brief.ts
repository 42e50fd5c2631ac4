import type { Command } from "commander";
import { briefMarkdown } from "../brief/index.ts";
import { openDesk } from "../desk/index.ts";
import type { Output } from "./output.ts";

interface Options {
  readonly data: string;
  readonly from?: string;
  readonly to?: string;
}

async function brief(a: string, b: string, options: Options, output: Output): Promise<void> {
  const desk = await openDesk(options.data);
  try {
    const written = await desk.brief({ a, b, from: options.from, to: options.to });
    await (output.json ? output.value(written) : output.write(briefMarkdown(written)));
  } finally {
    await desk.close();
  }
}

export function briefCommand(program: Command, output: Output): void {
  program
    .command("brief")
    .description("Write the sourced account of two states over a period, in Markdown.")
    .argument("<state>", "ISO code or English name, as CHN")
    .argument("<state>", "the other state, as RUS")
    .option("--from <day>", "first day, as 2020-01-01")
    .option("--to <day>", "last day, as 2020-12-31")
    .option("--data <folder>", "the data folder", "entente-data")
    .option("--json", "print the brief as JSON (docs/schema/brief.json)")
    .addHelpText("after", "\n  $ entente brief CHN RUS --from 2020-01-01 --to 2020-12-31 > brief.md")
    .action((a: string, b: string, options: Options) => brief(a, b, options, output));
}
