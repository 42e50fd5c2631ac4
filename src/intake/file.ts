import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { pipeline, Readable, Transform } from "node:stream";
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
  const isDenied = typeof code === "string" && /^E[A-Z]+$/.test(code);
  const detail = causeOf(error).replace(/\.$/, "");
  return new EntenteError(isDenied ? "input.unreadable" : "input.damaged", { path, detail }, { cause: error });
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

/** What a file holds: whole, or piece by piece. */
interface Content {
  readonly whole: () => Promise<Uint8Array>;
  readonly stream: () => Readable;
}

/** The same stream; every piece that goes through is told by its size. Its errors go through too. */
function metered(stream: Readable, onBytes: TakeInOptions["onBytes"]): Readable {
  if (!onBytes) return stream;
  const meter = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      onBytes(chunk.length);
      done(null, chunk);
    },
  });
  return pipeline(stream, meter, () => undefined);
}

/** The file at a path; every byte read is told. */
const contentAt = (path: string, { onBytes }: TakeInOptions): Content => ({
  whole: async () => {
    assertSize(path, (await stat(path)).size);
    const bytes = await readFile(path);
    onBytes?.(bytes.length);
    return bytes;
  },
  stream: () => metered(createReadStream(path), onBytes),
});

/** A file that was handed over. */
const contentOf = (bytes: Uint8Array, path: string, { onBytes }: TakeInOptions): Content => {
  const whole = (): Uint8Array => {
    onBytes?.(bytes.length);
    return bytes;
  };
  return {
    whole: async () => {
      assertSize(path, bytes.length);
      return whole();
    },
    stream: () => Readable.from([whole()], { objectMode: false }),
  };
};

async function* documentsOfLines(stream: Readable, path: string): AsyncGenerator<Outcome> {
  for await (const outcome of readLines(stream, path)) {
    const input = `${path}:${outcome.line}`;
    if ("error" in outcome) yield { input, error: outcome.error };
    else yield await attempt(input, () => documentOfLine(outcome.value, outcome.line));
  }
}

async function* documentsOfOpml(bytes: Uint8Array, path: string, options: TakeInOptions): AsyncGenerator<Outcome> {
  const feeds = feedsOfOpml(decode(bytes, path), path);
  yield* documentsOfFeeds(
    feeds.map(({ url }) => url),
    options,
  );
}

/** The bytes of a gzip file, its members one after the other. */
function unpacked(file: Readable): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip();
  file.on("error", (error) => gunzip.destroy(error));
  return file.pipe(gunzip);
}

async function* documentsIn(content: Content, path: string, options: TakeInOptions): AsyncGenerator<Outcome> {
  const format = formatOf(path);
  if (format === "lines") yield* documentsOfLines(content.stream(), path);
  else if (format === "csv") yield* documentsOfCsv(content.stream(), path);
  else if (format === "warc") yield* documentsOfWarc(content.stream(), path);
  else if (format === "packed warc") yield* documentsOfWarc(unpacked(content.stream()), path);
  else if (format === "mbox") yield* documentsOfMbox(content.stream(), path);
  else if (format === "opml") yield* documentsOfOpml(await content.whole(), path, options);
  else {
    const bytes = await content.whole();
    yield await attempt(path, () => documentOfBytes(bytes, path, format));
  }
}

async function* failing(documents: AsyncGenerator<Outcome>, path: string): AsyncGenerator<Outcome> {
  try {
    yield* documents;
  } catch (error) {
    yield { input: path, error: fileError(error, path) };
  }
}

/** The documents of one file: one, or one a line, row, letter or feed entry. */
export const documentsOfFile = (path: string, options: TakeInOptions): AsyncGenerator<Outcome> =>
  failing(documentsIn(contentAt(path, options), path, options), path);

/** The same of a file that was handed over, by its name. */
export const documentsOfBytes = (bytes: Uint8Array, name: string, options: TakeInOptions): AsyncGenerator<Outcome> =>
  failing(documentsIn(contentOf(bytes, name, options), name, options), name);
