import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { EntenteError, type Freeze, FreezeRecord } from "../../schema/index.ts";
import { isMissing } from "../store/missing.ts";

export const RECORD = "freeze.json";
export const TABLES_FOLDER = "tables";

/** SHA-256 of a file and its length in bytes. */
async function hashOf(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest("hex"), bytes };
}

type Files = FreezeRecord["files"];

/** The files of tables in a freeze, by name. */
export async function tableFiles(folder: string): Promise<Files> {
  const names = (await readdir(join(folder, TABLES_FOLDER))).sort();
  const files: Files[number][] = [];
  for (const name of names) files.push({ name, ...(await hashOf(join(folder, TABLES_FOLDER, name))) });
  return files;
}

/** The names of the originals in a freeze, which are their hashes. */
export async function originalNames(folder: string): Promise<string[]> {
  const found = await readdir(join(folder, "originals"), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

/** Originals whose bytes are not those that their name says. */
export async function changedOriginals(folder: string, names: readonly string[]): Promise<string[]> {
  const changed: string[] = [];
  for (const name of names)
    if ((await hashOf(join(folder, "originals", name.slice(0, 2), name))).sha256 !== name) changed.push(name);
  return changed;
}

/** SHA-256 over the names and hashes of tables and originals, one a line. */
export function digestOf(files: Files, originals: readonly string[]): string {
  const lines = [
    ...files.map(({ name, sha256 }) => `${sha256}  ${name}`),
    ...originals.map((name) => `${name}  original`),
  ];
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

/** Whether a folder is a freeze. */
export async function isFreeze(folder: string): Promise<boolean> {
  try {
    return (await stat(join(folder, RECORD))).isFile();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** What is written down of a freeze. Errors: freeze.unknown, data.damaged. */
export async function freezeIn(parent: string, name: string): Promise<Freeze> {
  const path = join(parent, name);
  try {
    return { ...FreezeRecord.parse(JSON.parse(await readFile(join(path, RECORD), "utf8"))), name, path };
  } catch (cause) {
    if (isMissing(cause)) throw new EntenteError("freeze.unknown", { name, path: parent }, { cause });
    throw new EntenteError("data.damaged", { path, detail: `${RECORD} is malformed` }, { cause });
  }
}
