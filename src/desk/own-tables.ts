import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import {
  cameoBook,
  codebookOf,
  importPetrarchActors,
  importPetrarchAgents,
  importPetrarchVerbs,
  type KnowledgeFiles,
  type LeftOut,
} from "../knowledge/index.ts";
import { EntenteError } from "../schema/index.ts";
import { knowledgeFiles } from "./reader.ts";

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
    for (const [file, text] of Object.entries(tables)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
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

/** What became of a dictionary of verbs: the table, how many rules it has, and the lines that none stands for. */
export interface ImportedVerbs {
  readonly file: string;
  readonly rules: number;
  readonly leftOut: readonly LeftOut[];
}

const VERBS_FILE = "rules/own-verbs.yaml";

/**
 * Writes a PETRARCH, TABARI or CAMEO dictionary of verbs as a table of event rules into a folder. `codes` names a table
 * of what its codes mean; without it they are CAMEO's. With `first` its rules go before Entente's own.
 * Errors: input.missing, data.unwritable, knowledge.row.
 */
export async function importVerbs(
  path: string,
  folder: string,
  { codes, first }: { readonly codes: string | undefined; readonly first: boolean },
): Promise<ImportedVerbs> {
  const text = await dictionaryText(path);
  const cameo = codes === undefined;
  const codebook = cameo ? cameoBook(await knowledgeFiles()) : codebookOf(basename(codes), await dictionaryText(codes));
  const { yaml, rules, leftOut } = importPetrarchVerbs(text, { name: basename(path), codebook, cameo, first });
  await writeTables(folder, { [VERBS_FILE]: yaml });
  return { file: VERBS_FILE, rules, leftOut };
}
