import { stat } from "node:fs/promises";
import { EntenteError, type Source } from "../schema/index.ts";
import { documentsOfAddress } from "./address.ts";
import { attempt } from "./attempt.ts";
import { documentsOfFile, fileError } from "./file.ts";
import { filesOf } from "./folder.ts";
import { documentOfHtml } from "./html.ts";
import { documentOfText } from "./text.ts";
import { type Intake, isFailure, type Outcome, type TakeInOptions, type Taken } from "./types.ts";

async function filesAt(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const files = await filesOf(path);
  if (files.length === 0) throw new EntenteError("input.nothing", { path });
  return files;
}

async function* documentsOfPath(path: string, options: TakeInOptions): AsyncGenerator<Outcome> {
  let files: string[];
  try {
    files = await filesAt(path);
  } catch (error) {
    return yield { input: path, error: fileError(error, path) };
  }
  options.onTotal?.(files.length);
  for (const file of files) {
    if (options.signal?.aborted) return;
    yield* documentsOfFile(file, options);
  }
}

async function* outcomesOf(source: Source, options: TakeInOptions): AsyncGenerator<Outcome> {
  if (source.kind === "path") return yield* documentsOfPath(source.path, options);
  if (source.kind === "url") return yield* documentsOfAddress(source.url, source.published, options);
  const { kind, ...given } = source;
  const input = given.url ?? (kind === "text" ? "text" : "html");
  if (kind === "html") {
    const { html, ...facts } = source;
    return yield await attempt(input, () => documentOfHtml(html, { url: facts.url, published: facts.published }));
  }
  const { text, title, publisher, published, url } = source;
  yield await attempt(input, () => documentOfText(text, { title, publisher, published, url }));
}

/**
 * The documents of a source, one after the other, in a stable order. What can't be taken in comes out as a refusal
 * with its reason, and the rest is done.
 */
export async function* takeIn(source: Source, options: TakeInOptions = {}): AsyncGenerator<Intake> {
  for await (const outcome of outcomesOf(source, options)) {
    if (options.signal?.aborted) return;
    yield isFailure(outcome) ? { refused: { input: outcome.input, error: outcome.error.toRecord() } } : outcome;
  }
}

/** The first document of a source. Throws the error that `takeIn` would list. */
export async function takeOne(source: Source, options: TakeInOptions = {}): Promise<Taken> {
  for await (const outcome of outcomesOf(source, options)) {
    if (isFailure(outcome)) throw outcome.error;
    return outcome;
  }
  throw new EntenteError("input.empty", { path: source.kind === "path" ? source.path : "The source" });
}
