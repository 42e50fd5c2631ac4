import type { Command } from "commander";
import type { Desk } from "../desk/index.ts";
import { EntenteError, type Freeze, FreezeRequest } from "../schema/index.ts";
import type { Output } from "./output.ts";
import { counted, textTable } from "./table.ts";
import { type DataOptions, withDesk } from "./with-desk.ts";

interface Options extends DataOptions {
  readonly from?: string;
  readonly to?: string;
  readonly list?: boolean;
  readonly verify?: boolean;
  readonly delete?: boolean;
}

const periodOf = ({ period: { from, to } }: Freeze): string =>
  from === undefined && to === undefined ? "all" : `${from ?? "…"} to ${to ?? "…"}`;

const codersOf = ({ coders }: Freeze): string => coders.map(({ version, model }) => `${version}, ${model}`).join("; ");

const inWords = (freeze: Freeze): string =>
  [
    `${freeze.name}: ${periodOf(freeze)}, ${counted(freeze.documents, "document")}, ${counted(freeze.reports, "report")}, ${counted(freeze.incidents, "incident")}`,
    `coder ${codersOf(freeze)}`,
    `digest ${freeze.digest}`,
    `in ${freeze.path}`,
  ].join("\n");

async function list(desk: Desk, output: Output): Promise<void> {
  const freezes = await desk.keeping.freezes();
  if (output.json) return output.value(freezes);
  if (freezes.length === 0) return output.line("Nothing is frozen.");
  const rows = freezes.map((each) => [each.name, periodOf(each), String(each.documents), each.digest.slice(0, 16)]);
  await output.line(textTable(["name", "period", "documents", "digest"], rows, "words"));
}

async function verify(desk: Desk, name: string, output: Output): Promise<void> {
  const check = await desk.keeping.verifyFreeze(name);
  output.refusals += check.damage.length;
  if (output.json) return output.value(check);
  const found = check.damage.length === 0 ? ["as it was made"] : check.damage;
  await output.line([`${name}: ${found.join("; ")}`, `digest ${check.digest}`].join("\n"));
}

async function remove(desk: Desk, name: string, output: Output): Promise<void> {
  await desk.keeping.deleteFreeze(name);
  await (output.json ? output.value({ deleted: name }) : output.line(`${name} is deleted`));
}

async function make(desk: Desk, name: string, { from, to }: Options, output: Output): Promise<void> {
  const request = FreezeRequest.safeParse({ name, from, to });
  if (!request.success)
    throw new EntenteError("usage", { detail: request.error.issues.map(({ message }) => message).join("; ") });
  const freeze = await desk.keeping.freeze(request.data);
  await (output.json ? output.value(freeze) : output.line(inWords(freeze)));
}

function freeze(name: string | undefined, options: Options, output: Output): Promise<void> {
  return withDesk(options.data, output, (desk) => {
    if (options.list) return list(desk, output);
    if (name === undefined) throw new EntenteError("usage", { detail: "a freeze needs a name" });
    if (options.verify) return verify(desk, name, output);
    return options.delete ? remove(desk, name, output) : make(desk, name, options, output);
  });
}

export function freezeCommand(program: Command, output: Output): void {
  program
    .command("freeze")
    .description("Keep a period as it is now, to cite it and to come back to it.")
    .argument("[name]", "letters, digits, dots, dashes and underscores")
    .option("--from <day>", "documents published from this day on")
    .option("--to <day>", "documents published until this day")
    .option("--list", "list what is frozen")
    .option("--verify", "hash the freeze's files again")
    .option("--delete", "delete it for good")
    .option("--data <folder>", "the data folder", "entente-data")
    .option("--json", "print it as JSON (docs/schema/freeze.json)")
    .addHelpText(
      "after",
      `
A freeze holds the documents of the period with the readings that count and what people said of them, as a read-only
data folder of its own. The same ledger frozen twice gives the same bytes, and so the same digest.

  $ entente freeze paper-2021 --from 2020-01-01 --to 2020-12-31
  $ entente measure CHN RUS --freeze paper-2021 --from 2020-07-01 --to 2020-12-31
  $ entente freeze paper-2021 --verify`,
    )
    .action((name: string | undefined, options: Options) => freeze(name, options, output));
}
