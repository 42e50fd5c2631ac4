import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { createGunzip } from "node:zlib";
import { EntenteError } from "../schema/index.ts";
import { documentsOfFeeds } from "./address.ts";
import { attempt } from "./attempt.ts";
import { documentsOfCsv } from "./csv.ts";
import { decode } from "./decode.ts";
import { feedsOfOpml } from "./feeds.ts";
import { documentOfMarkdown } from "./frontmatter.ts";
import { documentOfHtml } from "./html.ts";
import { assertSize } from "./limits.ts";
import { documentOfLine, readLines } from "./lines.ts";
import { documentOfMail, documentsOfMbox } from "./mail.ts";
import { documentOfPdf, isPdf } from "./pdf.ts";
import { documentOfText } from "./text.ts";
import type { Outcome, TakeInOptions, Taken } from "./types.ts";
import { documentsOfWarc } from "./warc.ts";

const MARKUP = /^\s*(?:<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<!doctype html)/i;

type Format =
  | "text"
  | "markdown"
  | "html"
  | "lines"
  | "pdf"
  | "mail"
  | "mbox"
  | "csv"
  | "opml"
  | "warc"
  | "packed warc";

/** How a file is read, by the end of its name. */
const FORMATS: Readonly<Record<string, Format>> = {
  ".txt": "text",
  ".md": "markdown",
  ".markdown": "markdown",
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".ndjson": "lines",
  ".jsonl": "lines",
  ".pdf": "pdf",
  ".eml": "mail",
  ".mbox": "mbox",
  ".csv": "csv",
  ".opml": "opml",
  ".warc": "warc",
  ".warc.gz": "packed warc",
};

function formatOf(path: string): Format | undefined {
  const name = path.toLowerCase();
  const end = name.endsWith(".warc.gz") ? ".warc.gz" : extname(name);
  return Object.hasOwn(FORMATS, end) ? FORMATS[end] : undefined;
}

export const isKnownFormat = (path: string): boolean => formatOf(path) !== undefined;

const causeOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Turns what the file system says into an entry of the catalogue. */
export function fileError(error: unknown, path: string): EntenteError {
  if (error instanceof EntenteError) return error;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return new EntenteError("input.missing", { path }, { cause: error });
  return new EntenteError("input.unreadable", { path, detail: causeOf(error) }, { cause: error });
}

/** A file that is one document, whatever its name ends in. */
function documentOfBytes(bytes: Uint8Array, path: string, format: Format | undefined): Taken | Promise<Taken> {
  if (bytes.length === 0) throw new EntenteError("input.empty", { path });
  if (format === "pdf" || isPdf(bytes)) return documentOfPdf(bytes, {}, path);
  if (format === "mail") return documentOfMail(bytes, path);
  if (format === "html") return documentOfHtml(bytes, {}, { path });
  const text = decode(bytes, path);
  if (format === undefined && MARKUP.test(text)) return documentOfHtml(bytes, {}, { path });
  if (text.trim() === "") throw new EntenteError("input.empty", { path });
  return format === "markdown" ? documentOfMarkdown(text, {}, path, bytes) : documentOfText(text, {}, bytes);
}

async function readBytes(path: string): Promise<Uint8Array> {
  assertSize(path, (await stat(path)).size);
  return readFile(path);
}

async function* documentsOfLines(path: string): AsyncGenerator<Outcome> {
  for await (const outcome of readLines(createReadStream(path), path)) {
    const input = `${path}:${outcome.line}`;
    if ("error" in outcome) yield { input, error: outcome.error };
    else yield await attempt(input, () => documentOfLine(outcome.value, outcome.line));
  }
}

async function* documentsOfOpml(path: string, options: TakeInOptions): AsyncGenerator<Outcome> {
  const feeds = feedsOfOpml(decode(await readBytes(path), path), path);
  yield* documentsOfFeeds(
    feeds.map(({ url }) => url),
    options,
  );
}

/** The bytes of a gzip file, its members one after the other. */
function unpacked(path: string): AsyncIterable<Uint8Array> {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  file.on("error", (error) => gunzip.destroy(error));
  return file.pipe(gunzip);
}

async function* documentsOfFormat(path: string, format: Format | undefined, options: TakeInOptions) {
  if (format === "lines") yield* documentsOfLines(path);
  else if (format === "csv") yield* documentsOfCsv(createReadStream(path), path);
  else if (format === "warc") yield* documentsOfWarc(createReadStream(path), path);
  else if (format === "packed warc") yield* documentsOfWarc(unpacked(path), path);
  else if (format === "mbox") yield* documentsOfMbox(createReadStream(path), path);
  else if (format === "opml") yield* documentsOfOpml(path, options);
  else {
    const bytes = await readBytes(path);
    yield await attempt(path, () => documentOfBytes(bytes, path, format));
  }
}

/** The documents of one file: one, or one a line, row, letter or feed entry. */
export async function* documentsOfFile(path: string, options: TakeInOptions): AsyncGenerator<Outcome> {
  try {
    yield* documentsOfFormat(path, formatOf(path), options);
  } catch (error) {
    yield { input: path, error: fileError(error, path) };
  }
}
