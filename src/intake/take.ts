import { stat } from "node:fs/promises";
import { EntenteError, type GivenFile, type Source } from "../schema/index.ts";
import { documentsOfAddress } from "./address.ts";
import { attempt } from "./attempt.ts";
import { documentsOfBytes, documentsOfFile, fileError } from "./file.ts";
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

/** How many bytes the files have together; one that is gone by now has none. */
async function bytesOf(files: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const file of files) bytes += (await stat(file).catch(() => ({ size: 0 }))).size;
  return bytes;
}

/** The documents of files, one after the other. */
async function* documentsOfFiles(files: readonly string[], options: TakeInOptions): AsyncGenerator<Outcome> {
  for (const file of files) {
    if (options.signal?.aborted) return;
    yield* documentsOfFile(file, options);
  }
}

async function* documentsOfGiven(files: readonly GivenFile[], options: TakeInOptions): AsyncGenerator<Outcome> {
  const given = files.map(({ name, content }) => ({ name, bytes: Buffer.from(content, "base64") }));
  options.onTotal?.(
    given.length,
    given.reduce((sum, { bytes }) => sum + bytes.length, 0),
  );
  for (const { name, bytes } of given) {
    if (options.signal?.aborted) return;
    yield* documentsOfBytes(bytes, name, options);
  }
}

async function* documentsOfPath(path: string, options: TakeInOptions): AsyncGenerator<Outcome> {
  let files: string[];
  try {
    files = await filesAt(path);
  } catch (error) {
    return yield { input: path, error: fileError(error, path) };
  }
  if (options.onTotal) options.onTotal(files.length, await bytesOf(files));
  yield* documentsOfFiles(files, options);
}

const intakeOf = (outcome: Outcome): Intake =>
  isFailure(outcome) ? { refused: { input: outcome.input, error: outcome.error.toRecord() } } : outcome;

async function* outcomesOf(source: Source, options: TakeInOptions): AsyncGenerator<Outcome> {
  if (source.kind === "path") return yield* documentsOfPath(source.path, options);
  if (source.kind === "url") return yield* documentsOfAddress(source.url, source.published, options);
  if (source.kind === "files") return yield* documentsOfGiven(source.files, options);
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
    yield intakeOf(outcome);
  }
}

/** The documents of some files, each outcome with the file it came from. */
export async function* takeFiles(
  files: readonly string[],
  options: TakeInOptions = {},
): AsyncGenerator<{ readonly item: string; readonly intake: Intake }> {
  options.onTotal?.(files.length, await bytesOf(files));
  for (const item of files) {
    for await (const outcome of documentsOfFiles([item], options)) yield { item, intake: intakeOf(outcome) };
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
