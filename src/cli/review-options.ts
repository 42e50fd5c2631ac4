import { userInfo } from "node:os";
import type { Command } from "commander";
import type { Desk } from "../desk/index.ts";
import type { GroupingResult, ReviewResult } from "../schema/index.ts";
import type { Output } from "./output.ts";
import { reviewLine } from "./review-text.ts";
import { openExisting } from "./with-desk.ts";

/** Options of every command over a data folder. */
export interface Common {
  readonly data: string;
  readonly json?: boolean;
}

/** Those of a command by which somebody says something. */
export interface Signed extends Common {
  readonly reviewer: string;
  readonly note?: string;
}

/** The name of whoever is logged in. */
function nameOfUser(): string {
  return userInfo().username;
}

export const withData = (command: Command): Command =>
  command.option("--data <folder>", "the data folder", "entente-data").option("--json", "print JSON");

export const signedBy = (command: Command): Command =>
  withData(command).option("--reviewer <name>", "who says so", nameOfUser()).option("--note <words>", "why");

/** Does something over the desk of a data folder. */
export async function over<T>(data: string, work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await openExisting(data);
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}

/** Tells what an act led to. */
export async function tell(result: ReviewResult | GroupingResult, output: Output): Promise<void> {
  if (output.json) return output.value(result);
  if ("grouping" in result) {
    const { id, kind, undone } = result.grouping;
    return output.line(`${id} ${kind}${undone ? " taken back" : ""}: incidents ${result.incidents.join(" ")}`);
  }
  const { review, report, incident } = result;
  await output.line(reviewLine(review));
  await output.line(
    `  now ${report ? `${report.state}, ${report.verdict}` : "machine"}${incident ? ` in ${incident}` : ""}`,
  );
}

/** Who says it, and why. */
export const signature = ({ reviewer, note }: Signed) => ({ reviewer, ...(note !== undefined && { note }) });
