import { EntenteError } from "../schema/index.ts";
import { DOCUMENT_LIMIT } from "./limits.ts";

const NEWLINE = 10;
const LONGEST_LINE = 64_000;
const MOST_HEADERS = 500;

/** A record of a web archive. `block` is absent where it is larger than a document may be. */
export interface WarcRecord {
  readonly headers: ReadonlyMap<string, string>;
  readonly size: number;
  readonly block?: Uint8Array;
}

/** Reads a stream by lines and by numbers of bytes; never holds more than one chunk beside what is asked for. */
class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array();

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#source = stream[Symbol.asyncIterator]();
  }

  /** Makes sure that there is something to read; false at the end. */
  async #fill(): Promise<boolean> {
    while (this.#chunk.length === 0) {
      const next = await this.#source.next();
      if (next.done) return false;
      this.#chunk = next.value;
    }
    return true;
  }

  /** The next line without its end; nothing at the end of the stream. */
  async line(): Promise<string | undefined> {
    const pieces: Uint8Array[] = [];
    let size = 0;
    while (await this.#fill()) {
      const end = this.#chunk.indexOf(NEWLINE);
      const piece = this.#chunk.subarray(0, end === -1 ? this.#chunk.length : end);
      this.#chunk = this.#chunk.subarray(end === -1 ? piece.length : end + 1);
      pieces.push(piece);
      size += piece.length;
      if (size > LONGEST_LINE) throw new Error("a header line is too long");
      if (end !== -1) return Buffer.concat(pieces).toString("utf8").trimEnd();
    }
    return size === 0 ? undefined : Buffer.concat(pieces).toString("utf8").trimEnd();
  }

  /** The next bytes, kept or passed over. Throws where the stream ends before. */
  async take(size: number, keep: boolean): Promise<Uint8Array | undefined> {
    const pieces: Uint8Array[] = [];
    let left = size;
    while (left > 0) {
      if (!(await this.#fill())) throw new Error("the file ends within a record");
      const piece = this.#chunk.subarray(0, left);
      this.#chunk = this.#chunk.subarray(piece.length);
      left -= piece.length;
      if (keep) pieces.push(piece);
    }
    return keep ? Buffer.concat(pieces) : undefined;
  }
}

/** Header lines up to the empty one, by their names in lower case. */
async function headersFrom(reader: ByteReader): Promise<Map<string, string>> {
  const headers = new Map<string, string>();
  for (let line = await reader.line(); line; line = await reader.line()) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
    if (headers.size > MOST_HEADERS) throw new Error("a record has too many headers");
  }
  return headers;
}

async function recordFrom(reader: ByteReader): Promise<WarcRecord> {
  const headers = await headersFrom(reader);
  const size = Number(headers.get("content-length"));
  if (!Number.isSafeInteger(size) || size < 0) throw new Error("a record does not say how long it is");
  return { headers, size, block: await reader.take(size, size <= DOCUMENT_LIMIT) };
}

/** The records of an unpacked WARC file (ISO 28500), in order. Errors: input.damaged. */
export async function* recordsOf(stream: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<WarcRecord> {
  const reader = new ByteReader(stream);
  try {
    for (let line = await reader.line(); line !== undefined; line = await reader.line()) {
      if (line === "") continue;
      if (!/^WARC\/\d/.test(line)) throw new Error("it is no web archive");
      yield await recordFrom(reader);
    }
  } catch (cause) {
    if (cause instanceof EntenteError) throw cause;
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new EntenteError("input.damaged", { path, detail }, { cause });
  }
}
