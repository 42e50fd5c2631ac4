import type { Command } from "commander";
import type { Verification } from "../schema/index.ts";
import type { Output } from "./output.ts";
import { counted } from "./table.ts";
import { type DataOptions, withDesk } from "./with-desk.ts";

function inWords({ documents, originals, spans, damage }: Verification): string {
  const gone = `${counted(documents, "document")}, ${counted(originals, "original")}, ${counted(spans, "span")} gone through`;
  if (damage.length === 0) return `Whole: ${gone}.`;
  const lines = damage.map(
    ({ document, problem, remedy }) =>
      `${document === undefined ? "" : `document ${document}: `}${problem}\n  ${remedy}`,
  );
  return [`Damaged: ${gone}, ${counted(damage.length, "problem")}.`, ...lines].join("\n");
}

async function verify({ data }: DataOptions, output: Output): Promise<void> {
  const found = await withDesk(data, output, (desk) => desk.keeping.verify());
  output.refusals += found.damage.length;
  await (output.json ? output.value(found) : output.line(inWords(found)));
}

export function verifyCommand(program: Command, output: Output): void {
  program
    .command("verify")
    .description("Hash every original and text again, cut every span anew, and say what is damaged.")
    .option("--data <folder>", "the data folder", "entente-data")
    .option("--json", "print what was found as JSON (docs/schema/verification.json)")
    .addHelpText(
      "after",
      "\nExit code 0 where the ledger is whole, 1 where something is damaged.\n\n  $ entente verify",
    )
    .action((options: DataOptions) => verify(options, output));
}
