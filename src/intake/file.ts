import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { EntenteError } from "../schema/index.ts";
import { decode } from "./decode.ts";
import { documentOfMarkdown } from "./frontmatter.ts";
import { documentOfHtml } from "./html.ts";
import { assertSize } from "./limits.ts";
import { documentOfLine, readLines } from "./lines.ts";
import { documentOfText } from "./text.ts";
import type { Facts, Outcome, Taken } from "./types.ts";

const MARKUP = /^\s*(?:<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<!doctype html)/i;

/** How a file is read, by the end of its name. */
const FORMATS: Readonly<Record<string, "text" | "markdown" | "html" | "lines">> = {
  ".txt": "text",
  ".md": "markdown",
  ".markdown": "markdown",
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".ndjson": "lines",
  ".jsonl": "lines",
};

export const isKnownFormat = (path: string): boolean => Object.hasOwn(FORMATS, extname(path).toLowerCase());

const causeOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Turns what the file system says into an entry of the catalogue. */
export function fileError(error: unknown, path: string): EntenteError {
  if (error instanceof EntenteError) return error;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return new EntenteError("input.missing", { path }, { cause: error });
  return new EntenteError("input.unreadable", { path, detail: causeOf(error) }, { cause: error });
}

function documentOfBytes(bytes: Uint8Array, path: string, format: string | undefined): Taken {
  const facts: Facts = {};
  if (bytes.length === 0) throw new EntenteError("input.empty", { path });
  if (format === "html") return documentOfHtml(bytes, facts, { path });
  const text = decode(bytes, path);
  if (format === undefined && MARKUP.test(text)) return documentOfHtml(bytes, facts, { path });
  if (text.trim() === "") throw new EntenteError("input.empty", { path });
  return format === "markdown" ? documentOfMarkdown(text, facts, path, bytes) : documentOfText(text, facts, bytes);
}

async function readBytes(path: string): Promise<Uint8Array> {
  assertSize(path, (await stat(path)).size);
  return readFile(path);
}

async function* documentsOfLines(path: string): AsyncGenerator<Outcome> {
  for await (const outcome of readLines(createReadStream(path), path)) {
    const input = `${path}:${outcome.line}`;
    if ("error" in outcome) yield { input, error: outcome.error };
    else yield attempt(input, () => documentOfLine(outcome.value, outcome.line));
  }
}

/** Runs one document's work; what is in the catalogue becomes a failure, a defect of ours is thrown. */
export function attempt(input: string, work: () => Taken): Outcome {
  try {
    return work();
  } catch (error) {
    if (error instanceof EntenteError) return { input, error };
    throw error;
  }
}

/** The documents of one file: one, or one a line. */
export async function* documentsOfFile(path: string): AsyncGenerator<Outcome> {
  const format = FORMATS[extname(path).toLowerCase()];
  try {
    if (format === "lines") return yield* documentsOfLines(path);
    const bytes = await readBytes(path);
    yield attempt(path, () => documentOfBytes(bytes, path, format));
  } catch (error) {
    yield { input: path, error: fileError(error, path) };
  }
}
