import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Intake } from "../../src/intake/index.ts";
import { takeIn } from "../../src/intake/index.ts";
import type { Source } from "../../src/schema/index.ts";

/** A folder with these files, gone when the test has finished. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "entente-intake-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export const allOf = (source: Source): Promise<Intake[]> => collect(takeIn(source));

/** The codes of what was refused, and the texts of what was taken, in order. */
export async function outcomesOf(source: Source): Promise<string[]> {
  return (await allOf(source)).map((each) => ("refused" in each ? each.refused.error.code : each.document.text));
}
