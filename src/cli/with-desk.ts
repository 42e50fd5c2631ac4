import { existsSync } from "node:fs";
import { type Desk, type OpenOptions, openDesk } from "../desk/index.ts";
import { EntenteError } from "../schema/index.ts";
import type { Output } from "./output.ts";
import { patientDesk } from "./waiting.ts";

/** The data folder of a command. */
export interface DataOptions {
  readonly data: string;
}

/** Does something with the desk of a data folder, made where there is none, and frees it whatever comes of it. */
export async function withNewDesk<T>(data: string, output: Output, work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await patientDesk(data, output);
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}

/** A misspelt path is no empty ledger. Errors: data.missing. */
function holdExisting(data: string): void {
  if (!existsSync(data)) throw new EntenteError("data.missing", { path: data });
}

/** The same with a data folder that is there. Errors: data.missing. */
export async function withDesk<T>(data: string, output: Output, work: (desk: Desk) => Promise<T>): Promise<T> {
  holdExisting(data);
  return withNewDesk(data, output, work);
}

/** The desk of a data folder that is there; whoever opens it closes it. Errors: data.missing. */
export async function openExisting(data: string, options?: OpenOptions): Promise<Desk> {
  holdExisting(data);
  return openDesk(data, options);
}
