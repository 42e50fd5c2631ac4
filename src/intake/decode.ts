import { EntenteError } from "../schema/index.ts";

const BOMS: readonly (readonly [label: string, bytes: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** First bytes of files that are no text: PDF, ZIP, gzip, PNG, JPEG, GIF, RIFF, ELF, MP4, OLE, 7z, RAR, bzip2, xz. */
const MAGIC: readonly string[] = [
  "%PDF-",
  "PK\x03\x04",
  "\x1f\x8b",
  "\x89PNG",
  "\xff\xd8\xff",
  "GIF8",
  "RIFF",
  "\x7fELF",
  "\xd0\xcf\x11\xe0",
  "7z\xbc\xaf",
  "Rar!",
  "BZh",
  "\xfd7zXZ",
];

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte);

const bomOf = (bytes: Uint8Array): string | undefined => BOMS.find(([, head]) => startsWith(bytes, head))?.[0];

/** Whether the bytes are no text: a known kind of file, or a zero byte anywhere outside of UTF-16. */
export function isBinary(bytes: Uint8Array): boolean {
  if (bomOf(bytes) !== undefined) return false;
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  return MAGIC.some((magic) => head.startsWith(magic)) || bytes.includes(0);
}

function decoderFor(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label.trim(), { fatal: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Bytes as text: by the byte order mark (which is no part of the text), by the encoding that was declared,
 * else as UTF-8. Errors: input.binary, input.encoding.
 */
export function decode(bytes: Uint8Array, path: string, declared?: string): string {
  if (isBinary(bytes)) throw new EntenteError("input.binary", { path });
  const named = bomOf(bytes) ?? declared;
  const decoder = (named === undefined ? undefined : decoderFor(named)) ?? new TextDecoder("utf-8", { fatal: true });
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new EntenteError("input.encoding", { path, encoding: decoder.encoding.toUpperCase() }, { cause });
  }
}
