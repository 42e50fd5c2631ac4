import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { EntenteError } from "../schema/index.ts";
import { attempt } from "./attempt.ts";
import { assertSize, DOCUMENT_LIMIT } from "./limits.ts";
import { documentOfPage, isDocumentType } from "./page.ts";
import type { Outcome } from "./types.ts";
import type { Page } from "./url.ts";
import { recordsOf, type WarcRecord } from "./warc-records.ts";

const UNPACK: Readonly<Record<string, (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array>> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** An HTTP answer as it was sent: status line, headers, body. */
function answerIn(block: Uint8Array): Answer {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
  const end = bytes.indexOf("\r\n\r\n");
  const [first, ...lines] = bytes
    .subarray(0, end === -1 ? bytes.length : end)
    .toString("latin1")
    .split("\r\n");
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { status: Number(first.split(" ")[1]), headers, body: end === -1 ? Buffer.of() : bytes.subarray(end + 4) };
}

/** A body that was sent in chunks, put together; as far as it goes where it was cut. */
function withoutChunks(body: Uint8Array): Uint8Array {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf("\r\n", at);
    const size = end === -1 ? Number.NaN : Number.parseInt(bytes.subarray(at, end).toString("latin1"), 16);
    if (!(size > 0)) break;
    pieces.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(pieces);
}

function bodyOf({ headers, body }: Answer, path: string): Uint8Array {
  const whole = headers.get("transfer-encoding")?.toLowerCase() === "chunked" ? withoutChunks(body) : body;
  const unpack = UNPACK[headers.get("content-encoding")?.toLowerCase() ?? ""];
  if (!unpack) return whole;
  try {
    return unpack(whole, { maxOutputLength: DOCUMENT_LIMIT });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new EntenteError("input.unreadable", { path, detail }, { cause });
  }
}

const kindOf = (header: string): { type: string; charset?: string } => ({
  type: header.split(";")[0].trim().toLowerCase(),
  charset: /charset\s*=\s*"?([^\s;"]+)/i.exec(header)?.[1],
});

/** The page in a record; nothing where it holds none: archives have pictures, scripts and requests by the thousand. */
function pageIn({ headers, size, block }: WarcRecord): (() => Page) | undefined {
  const url = headers.get("warc-target-uri")?.replace(/^<|>$/g, "") ?? "";
  const kind = headers.get("warc-type");
  if (!/^https?:/.test(url) || (kind !== "response" && kind !== "resource")) return undefined;
  if (!block)
    return () => {
      assertSize(url, size);
      throw new EntenteError("input.empty", { path: url });
    };
  const answer: Answer = kind === "response" ? answerIn(block) : { status: 200, headers, body: block };
  const { type, charset } = kindOf(answer.headers.get("content-type") ?? "");
  if (answer.status !== 200 || type === "" || !isDocumentType(type)) return undefined;
  return () => ({ url, type, charset, bytes: kind === "response" ? bodyOf(answer, url) : block });
}

/**
 * The pages, texts and PDFs of an unpacked web archive (WARC), one after the other. The date of the capture is not
 * taken for that of publication. An archive that is cut gives what stands before the cut.
 * Errors (thrown): input.unreadable, input.empty.
 */
export async function* documentsOfWarc(stream: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Outcome> {
  let pages = 0;
  for await (const record of recordsOf(stream, path)) {
    const page = pageIn(record);
    if (!page) continue;
    pages += 1;
    yield await attempt(record.headers.get("warc-target-uri") ?? path, () => documentOfPage(page()));
  }
  if (pages === 0) throw new EntenteError("input.empty", { path });
}
