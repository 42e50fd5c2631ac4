import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");

/** The public development data beside the repository, or undefined where it is absent. */
export function sharedPath(...parts: readonly string[]): string | undefined {
  const path = join(ROOT, "..", "shared", ...parts);
  return existsSync(path) ? path : undefined;
}

export const readLines = (path: string): string[] => readFileSync(path, "utf8").split("\n").filter(Boolean);
