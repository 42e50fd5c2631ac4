import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { importPetrarchActors, importPetrarchAgents, type KnowledgeFiles } from "../knowledge/index.ts";
import { EntenteError } from "../schema/index.ts";

/** Agents stand beside an actor's code, and have its place marked: `SOLDIER [~MIL]`. */
const IS_AGENTS = /\[[^\]\n]*~[^\]\n]*\]/;

const hasRows = (text: string): boolean => text.trimEnd().includes("\n");

async function dictionaryText(path: string): Promise<string> {
  try {
    return await readFile(path, "latin1");
  } catch (cause) {
    throw new EntenteError("input.missing", { path }, { cause });
  }
}

async function writeTables(folder: string, tables: KnowledgeFiles): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const [file, text] of Object.entries(tables)) await writeFile(join(folder, file), text);
  } catch (cause) {
    throw new EntenteError(
      "data.unwritable",
      { path: folder, detail: (cause as NodeJS.ErrnoException).code ?? "unknown" },
      { cause },
    );
  }
}

/**
 * Writes a PETRARCH, TABARI or Phoenix dictionary of actors or agents as tables of the knowledge format into a folder.
 * Returns the names of the files with the number of their rows. Errors: input.missing, data.unwritable.
 */
export async function importDictionary(path: string, folder: string): Promise<ReadonlyMap<string, number>> {
  const text = await dictionaryText(path);
  const tables = IS_AGENTS.test(text) ? importPetrarchAgents(text) : importPetrarchActors(text);
  const filled = Object.entries(tables).filter(([, rows]) => hasRows(rows));
  await writeTables(folder, Object.fromEntries(filled));
  return new Map(filled.map(([file, rows]) => [file, rows.trimEnd().split("\n").length - 1]));
}
