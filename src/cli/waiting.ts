import { type Desk, type OpenOptions, openDesk } from "../desk/index.ts";
import { EntenteError } from "../schema/index.ts";
import type { Output } from "./output.ts";

/** Says that somebody else is at work on the folder. */
export const sayWaiting =
  (folder: string, output: Output) =>
  (seconds: number): void =>
    output.say(`Another entente is at work on ${folder}; waiting for it to end (at most ${seconds / 60} minutes) …`);

/** `--workers 3`. Errors: usage. */
export function workersOf(text: string | undefined): { readonly workers?: number } {
  if (text === undefined) return {};
  if (/^\d{1,2}$/.test(text)) return { workers: Number(text) };
  throw new EntenteError("usage", { detail: `--workers ${text} is no number from 0 to 99` });
}

/** The desk over a data folder; where another command is at work on it, that is said and waited for. */
export const patientDesk = (folder: string, output: Output, options: OpenOptions = {}): Promise<Desk> =>
  openDesk(folder, { onWait: sayWaiting(folder, output), ...options });
