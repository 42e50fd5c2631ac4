import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Reader } from "../coding/index.ts";
import { buildKnowledge, joinTables, type Knowledge, type KnowledgeFiles } from "../knowledge/index.ts";
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

/** The tables of the user's own, in the folder that ENTENTE_KNOWLEDGE names. Errors: input.missing. */
async function ownFiles(): Promise<KnowledgeFiles> {
  const path = process.env.ENTENTE_KNOWLEDGE;
  if (!path) return {};
  return knowledgeFiles(path).catch((cause: unknown) => {
    throw new EntenteError("input.missing", { path }, { cause });
  });
}

/** Entente's tables with the user's own joined to them. */
async function allFiles(): Promise<KnowledgeFiles> {
  const [ours, own] = await Promise.all([knowledgeFiles(), ownFiles()]);
  return joinTables(ours, own);
}

/** The tables, checked and indexed. Errors: knowledge.row, input.missing. */
export async function loadKnowledge(): Promise<Knowledge> {
  return buildKnowledge(await allFiles());
}

async function modelBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new EntenteError("model.missing", { path }, { cause });
  }
}

/** What a reader is made of; threads share the model's bytes. */
export interface ReaderParts {
  readonly model: Uint8Array<SharedArrayBuffer>;
  readonly knowledge: Readonly<Record<string, string>>;
}

/** Loads the tables and a model. `model` is a name in model/. Errors: model.missing. */
async function loadParts(model = "default"): Promise<ReaderParts> {
  const path = join(installationFolder(), "model", `${model}.entente`);
  const [knowledge, bytes] = await Promise.all([allFiles(), modelBytes(path)]);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return { model: shared, knowledge };
}

/** A reader of its parts. Errors: model.foreign, knowledge.row. */
export function readerOf({ model, knowledge }: ReaderParts): Reader {
  const loaded = loadModel(model);
  const analyser = createAnalyser(loaded);
  return {
    analyse: (text) => analyser.analyse(text),
    knowledge: buildKnowledge(knowledge),
    model: `${loaded.facts.name} ${loaded.facts.version}`,
  };
}

/** A reader with what it is made of, so that threads can make theirs of the same. */
export interface Loaded {
  readonly parts: ReaderParts;
  readonly reader: Reader;
}

/** Errors: model.missing, model.foreign, knowledge.row. */
export async function loadWhole(model?: string): Promise<Loaded> {
  const parts = await loadParts(model);
  return { parts, reader: readerOf(parts) };
}

/** Loads a reader. `model` is a name in model/. Errors: model.missing, model.foreign, knowledge.row. */
export async function loadReader(model = "default"): Promise<Reader> {
  return (await loadWhole(model)).reader;
}
