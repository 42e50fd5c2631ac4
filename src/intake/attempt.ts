import { EntenteError } from "../schema/index.ts";
import type { Outcome, Taken } from "./types.ts";

/** Runs one document's work; what is in the catalogue becomes a failure, a defect of ours is thrown. */
export async function attempt(input: string, work: () => Taken | Promise<Taken>): Promise<Outcome> {
  try {
    return { ...(await work()), input };
  } catch (error) {
    if (error instanceof EntenteError) return { input, error };
    throw error;
  }
}
