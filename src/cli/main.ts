import { Command, CommanderError } from "commander";
import { asEntenteError, EntenteError } from "../schema/index.ts";
import { actorsCommand } from "./actors.ts";
import { addCommand } from "./add.ts";
import { backupCommand } from "./backup.ts";
import { blocsCommand } from "./blocs.ts";
import { briefCommand } from "./brief.ts";
import { explainCommand } from "./explain.ts";
import { exportCommand } from "./export.ts";
import { feedsCommand } from "./feeds.ts";
import { freezeCommand } from "./freeze.ts";
import { importCommand } from "./import.ts";
import { incidentCommand } from "./incident.ts";
import { jobsCommand } from "./jobs.ts";
import { measureCommand } from "./measure.ts";
import { Output } from "./output.ts";
import { parseCommand } from "./parse.ts";
import { readCommand } from "./read.ts";
import { readoutsCommand } from "./readouts.ts";
import { recodeCommand } from "./recode.ts";
import { restoreCommand } from "./restore.ts";
import { reviewCommand } from "./review.ts";
import { searchCommand } from "./search.ts";
import { serveCommand } from "./serve.ts";
import { similarityCommand } from "./similarity.ts";
import { verbsCommand } from "./verbs.ts";
import { verifyCommand } from "./verify.ts";
import { packageVersion } from "./version.ts";
import { watchCommand } from "./watch.ts";

const EXAMPLES = `
Examples
  $ entente read article.txt --published 2021-01-10     what one text says, without keeping it
  $ entente add press/ https://example.org/communique   read, code and keep; a folder, a file or an address
  $ entente serve                                       the pages, at the address it prints
  $ entente brief CHN RUS --from 2020-01-01 --to 2020-12-31
  $ cat lines.ndjson | entente read --ndjson            one document a line in, one reading a line out

Exit codes
  0 done · 1 done, but some of the input was refused · 2 the command can't be understood · 3 the input can't be used
  4 the network · 5 the data folder · 6 the installation · 7 the service · 70 a fault of Entente · 141 the reader of the output went away`;

function program(output: Output): Command {
  const command = new Command("entente")
    .description(
      "Reads what is published about states and keeps a sourced ledger of who did what to whom, and who said so.",
    )
    .version(packageVersion())
    .addHelpText("after", EXAMPLES)
    .showHelpAfterError()
    .exitOverride();
  for (const add of [
    readCommand,
    explainCommand,
    parseCommand,
    actorsCommand,
    verbsCommand,
    addCommand,
    serveCommand,
    jobsCommand,
    feedsCommand,
    searchCommand,
    measureCommand,
    blocsCommand,
    readoutsCommand,
    similarityCommand,
    reviewCommand,
    incidentCommand,
    briefCommand,
    watchCommand,
    verifyCommand,
    backupCommand,
    restoreCommand,
    exportCommand,
    importCommand,
    freezeCommand,
    recodeCommand,
  ])
    add(command, output);
  for (const child of command.commands) child.exitOverride().showHelpAfterError();
  return command;
}

const HELP_SHOWN = new Set(["commander.helpDisplayed", "commander.version", "commander.help"]);

function failed(thrown: unknown, output: Output): number {
  if (thrown instanceof CommanderError) return HELP_SHOWN.has(thrown.code) ? 0 : 2;
  if (isClosedPipe(thrown)) return 141;
  const error = asEntenteError(thrown);
  output.error(error);
  return error.exit;
}

const isClosedPipe = (thrown: unknown): boolean =>
  thrown instanceof Error && !(thrown instanceof EntenteError) && (thrown as NodeJS.ErrnoException).code === "EPIPE";

/** Runs one command; answers its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const output = new Output(argv.includes("--json"));
  try {
    await program(output).parseAsync([...argv]);
    return output.refusals > 0 ? 1 : 0;
  } catch (thrown) {
    return failed(thrown, output);
  }
}
