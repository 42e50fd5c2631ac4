import { type Command, InvalidArgumentError } from "commander";
import type { CoderName, RecodedRow, Recoding } from "../schema/index.ts";
import type { Output } from "./output.ts";
import { progressDisplay } from "./progress.ts";
import { counted, csvText, textTable } from "./table.ts";
import { type DataOptions, withDesk } from "./with-desk.ts";

interface Options extends DataOptions {
  readonly take?: boolean;
  readonly rows: number;
  readonly csv?: boolean;
}

function rowsOf(text: string): number {
  const rows = Number(text);
  if (!Number.isInteger(rows) || rows < 1 || rows > 100_000) throw new InvalidArgumentError("Give 1 to 100000.");
  return rows;
}

/** A coder in words; a change of the tables that it knows is another coder. */
const named = ({ version, model, knowledge }: CoderName): string =>
  `${version}, ${model}, knowledge ${knowledge.slice(0, 8)}`;

const CHANGES = ["same", "added", "gone", "changed"] as const;

function rowText({ kind, change, document, before, after, fields, words }: RecodedRow): string {
  const told = [before && `was ${before}`, after && `now ${after}`].filter(Boolean).map((line) => `    ${line}`);
  const what = fields.length > 0 ? ` (${fields.join(", ")})` : "";
  return [`  ${kind} ${change}${what}, ${document}: “${words.replace(/\s+/g, " ").slice(0, 120)}”`, ...told].join("\n");
}

function inWords(recoding: Recoding): string {
  const { coder, before, documents, failed, reports, incidents, rows, moreRows, taken } = recoding;
  const counts = [reports, incidents].map((each, at) => [
    ["reports", "incidents"][at],
    ...CHANGES.map((change) => String(each[change])),
  ]);
  return [
    `${counted(documents, "document")} coded by ${named(coder)}; before by ${before.map(named).join("; ")}`,
    textTable(["", ...CHANGES], counts),
    ...rows.map(rowText),
    ...(moreRows > 0 ? [`  … and ${moreRows} more (--rows)`] : []),
    ...failed.map(({ document, error }) => `failed: ${document}: ${error.message}`),
    taken
      ? "Taken: the new readings count, the former ones stand beside them."
      : "Nothing was changed; --take takes it.",
  ].join("\n");
}

const HEAD = ["kind", "change", "id", "document", "before", "after", "fields", "words"] as const;

const csvOf = ({ rows }: Recoding): string =>
  csvText(
    HEAD,
    rows.map((row) => HEAD.map((name) => (name === "fields" ? row.fields.join(" ") : row[name]))),
  );

async function recode({ data, take, rows, csv }: Options, output: Output): Promise<void> {
  const progress = progressDisplay();
  const stop = new AbortController();
  const interrupt = (): void => stop.abort(new Error("stopped; what was coded is kept, and the next run goes on"));
  process.once("SIGINT", interrupt);
  try {
    const recoding = await withDesk(data, output, (desk) =>
      desk.keeping.recode({ take, rows }, { onProgress: progress.show, signal: stop.signal }),
    );
    progress.stop();
    output.refusals += recoding.failed.length;
    if (output.json) await output.value(recoding);
    else await (csv ? output.write(csvOf(recoding)) : output.line(inWords(recoding)));
  } finally {
    progress.stop();
    process.removeListener("SIGINT", interrupt);
  }
}

export function recodeCommand(program: Command, output: Output): void {
  program
    .command("recode")
    .description("Read all documents with the present coder, and show what would be another report or incident.")
    .option("--take", "let the new readings count; the former ones are kept")
    .option("--rows <number>", "how much of what differs is listed", rowsOf, 200)
    .option("--csv", "print what differs as CSV")
    .option("--data <folder>", "the data folder", "entente-data")
    .option("--json", "print it as JSON (docs/schema/recoding.json)")
    .addHelpText(
      "after",
      `
It works beside the ledger, which stays as it is until --take. Stopped (Ctrl-C), it goes on from there the next time.
What people reviewed stays with its report; docs/ledger.md says how.

  $ entente recode
  $ entente recode --take`,
    )
    .action((options: Options) => recode(options, output));
}
