import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isKnownFormat } from "./file.ts";

/** A folder's own description, not one of its documents. */
const ABOUT = /^readme\./i;

/** Files that hold other files are listed, so that they are refused with their reason and not passed over. */
const ARCHIVE = /\.(?:zip|7z|rar|tar|tgz|gz|docx?|odt|epub)$/i;

const byName = (left: { name: string }, right: { name: string }): number =>
  left.name < right.name ? -1 : Number(left.name > right.name);

/**
 * The files of a folder and its folders that Entente reads, in the order of their names.
 * Names that start with a dot, `README.*` and links to folders are passed over; so is what is neither text nor archive.
 */
export async function filesOf(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort(byName);
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) files.push(...(await filesOf(path)));
    else if ((isKnownFormat(entry.name) || ARCHIVE.test(entry.name)) && !ABOUT.test(entry.name)) files.push(path);
  }
  return files;
}
