import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installationFolder } from "../desk/index.ts";

/** The version in package.json. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(installationFolder(), "package.json"), "utf8"));
  return String(version);
}
