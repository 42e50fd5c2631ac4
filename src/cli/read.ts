import type { Command } from "commander";
import { isDay, loadReader, readAll, readLines } from "../desk/index.ts";
import { EntenteError, type ReadResult } from "../schema/index.ts";
import { sourcesOf } from "./inputs.ts";
import type { Output } from "./output.ts";
import { readingText } from "./reading-text.ts";

interface Options {
  readonly ndjson?: boolean;
  readonly published?: string;
  readonly publisher?: string;
  readonly title?: string;
  readonly model: string;
}

async function filter(options: Options, output: Output): Promise<void> {
  const reader = await loadReader(options.model);
  for await (const answer of readLines(process.stdin, reader)) {
    if ("error" in answer) output.refusals += 1;
    await output.value(answer);
  }
}

const known = ({ published, publisher, title }: Options) => ({
  ...(published && { published }),
  ...(publisher && { publisher }),
  ...(title && { title }),
});

async function readInputs(inputs: readonly string[], options: Options, output: Output): Promise<void> {
  if (options.published !== undefined && !isDay(options.published.slice(0, 10))) {
    throw new EntenteError("usage", { detail: `--published ${options.published} is no day like 2021-01-10` });
  }
  const reader = await loadReader(options.model);
  const print = ({ document, reading }: ReadResult): Promise<void> =>
    output.json ? output.value(reading) : output.write(readingText(document, reading));
  for (const source of await sourcesOf(inputs, known(options))) {
    for await (const result of readAll(source, reader, known(options))) {
      if ("refused" in result) output.refused(result.refused);
      else await print(result);
    }
  }
}

export function readCommand(program: Command, output: Output): void {
  program
    .command("read")
    .description("Say what texts report, without keeping them.")
    .argument("[input...]", "files, folders or web addresses; standard input where none is given")
    .option("--published <day>", "the day the text was published, as 2021-01-10; dates in it are read against that day")
    .option("--publisher <name>", "the outlet, where the text doesn't say")
    .option("--title <title>", "the title, where the text doesn't say")
    .option("--json", "print each reading as one line of JSON (docs/schema/reading.json)")
    .option("--ndjson", "filter: one document a line on standard input, one reading a line on standard output")
    .option("--model <name>", "the parser's model: default or small", "default")
    .addHelpText(
      "after",
      `
A line of --ndjson is {"id","text" or "html","published"?,"url"?,"publisher"?,"title"?,"pairs"?};
a line that can't be used gives {"id"?,"line","error":{"code","message","remedy"}} and exit code 1.

  $ entente read article.txt --published 2021-01-10
  $ curl -s https://example.org/a | entente read --publisher "Example Post"
  $ entente read --ndjson < documents.ndjson > readings.ndjson`,
    )
    .action((inputs: string[], options: Options) =>
      options.ndjson ? filter(options, output) : readInputs(inputs, options, output),
    );
}
