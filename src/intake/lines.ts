import { z } from "zod";
import { EntenteError, ReadLine } from "../schema/index.ts";
import { givenDate } from "./dates.ts";
import { documentOfHtml } from "./html.ts";
import { assertSize, DOCUMENT_LIMIT } from "./limits.ts";
import { withKnownNames } from "./names.ts";
import { documentOfText } from "./text.ts";
import type { Facts, Taken } from "./types.ts";

const NEWLINE = 10;

/** One line of a stream: its bytes, or their number only where it is longer than a document may be. */
export interface RawLine {
  readonly line: number;
  readonly bytes: Uint8Array;
  readonly size: number;
}

/** Collects one line's pieces and lets go of them as soon as the line is too long. */
class OpenLine {
  #pieces: Uint8Array[] = [];
  #size = 0;

  take(piece: Uint8Array): void {
    this.#size += piece.length;
    if (this.#size > DOCUMENT_LIMIT) this.#pieces = [];
    else if (piece.length > 0) this.#pieces.push(piece);
  }

  get started(): boolean {
    return this.#size > 0;
  }

  finish(line: number): RawLine {
    const raw = { line, bytes: Buffer.concat(this.#pieces), size: this.#size };
    this.#pieces = [];
    this.#size = 0;
    return raw;
  }
}

/** Cuts a stream of bytes into lines; never holds more than one of them. */
export async function* splitLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<RawLine> {
  const open = new OpenLine();
  let line = 1;
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      open.take(chunk.subarray(from, at));
      yield open.finish(line++);
      from = at + 1;
    }
    open.take(chunk.slice(from));
  }
  if (open.started) yield open.finish(line);
}

function decodeLine(raw: RawLine, path: string): string {
  assertSize(path, raw.size);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw.bytes);
  } catch (cause) {
    throw new EntenteError("input.encoding", { path, encoding: "UTF-8" }, { cause });
  }
}

function parseJson(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new EntenteError("line.json", { line, detail }, { cause });
  }
}

const shapeDetail = (error: z.ZodError): string =>
  error.issues.map((issue) => [issue.path.join("."), issue.message].filter(Boolean).join(": ")).join("; ");

const Mapping = z.record(z.string(), z.unknown());
const Identified = z.object({ id: z.string() });

/** What came of one line: the value, or the error with the line's id where it had one. */
export type LineOutcome =
  | { readonly line: number; readonly value: ReadLine }
  | { readonly line: number; readonly id?: string; readonly error: EntenteError };

/** One line of NDJSON as a ReadLine. */
function lineOutcome(text: string, line: number): LineOutcome {
  const json = parseJson(text, line);
  const record = Mapping.safeParse(json).data;
  const checked = ReadLine.safeParse(record ? withKnownNames(record) : json);
  if (checked.success) return { line, value: checked.data };
  const error = new EntenteError("line.shape", { line, detail: shapeDetail(checked.error) });
  return { line, id: Identified.safeParse(json).data?.id, error };
}

/**
 * The lines of an NDJSON stream, in order, each as soon as it is whole; memory stays that of one line.
 * Blank lines are passed over but counted. `name` is what messages call the stream.
 * Errors (given, not thrown): line.json, line.shape, input.encoding, input.toolarge.
 */
export async function* readLines(stream: AsyncIterable<Uint8Array>, name = "The input"): AsyncGenerator<LineOutcome> {
  for await (const raw of splitLines(stream)) {
    try {
      const text = decodeLine(raw, `${name}, line ${raw.line},`);
      if (text.trim() !== "") yield lineOutcome(text, raw.line);
    } catch (error) {
      if (!(error instanceof EntenteError)) throw error;
      yield { line: raw.line, error };
    }
  }
}

/**
 * The document of one NDJSON line. The line's own `id` is the caller's: the document's id comes from its text.
 * Errors: line.shape for a date that is none; those of `documentOfText` and `documentOfHtml`.
 */
export function documentOfLine(value: ReadLine, line = 1): Taken {
  const { url, title, publisher, published, language } = value;
  const facts: Facts = { url, title, publisher, published, language };
  const path = `Line ${line}`;
  if (published) checkDate(published, line);
  if (value.html !== undefined) return documentOfHtml(value.html, facts, { path });
  if ((value.text ?? "").trim() === "") throw new EntenteError("input.empty", { path });
  return documentOfText(value.text ?? "", facts);
}

function checkDate(published: string, line: number): void {
  try {
    givenDate(published, "published");
  } catch (cause) {
    throw new EntenteError("line.shape", { line, detail: `published: "${published}" is no date` }, { cause });
  }
}
