import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Reader } from "../coding/index.ts";
import { buildKnowledge, type Knowledge } from "../knowledge/index.ts";
import { createAnalyser, loadModel } from "../language/index.ts";
import { EntenteError } from "../schema/index.ts";
import { installationFolder } from "./installation.ts";

/** The tables of knowledge/, each file's text by its name relative to the folder, in a fixed order. */
export async function knowledgeFiles(
  folder = join(installationFolder(), "knowledge"),
): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(tsv|ya?ml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const texts = await Promise.all(paths.map((path) => readFile(path, "utf8")));
  return Object.fromEntries(paths.map((path, index) => [relative(folder, path).split(sep).join("/"), texts[index]]));
}

/** The tables, checked and indexed. Errors: knowledge.row. */
export async function loadKnowledge(): Promise<Knowledge> {
  return buildKnowledge(await knowledgeFiles());
}

async function modelBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new EntenteError("model.missing", { path }, { cause });
  }
}

/** Loads the tables and a model. `model` is a name in model/. Errors: model.missing, model.foreign, knowledge.row. */
export async function loadReader(model = "default"): Promise<Reader> {
  const path = join(installationFolder(), "model", `${model}.entente`);
  const [knowledge, bytes] = await Promise.all([loadKnowledge(), modelBytes(path)]);
  const loaded = loadModel(bytes);
  const analyser = createAnalyser(loaded);
  return {
    analyse: (text) => analyser.analyse(text),
    knowledge,
    model: `${loaded.facts.name} ${loaded.facts.version}`,
  };
}
