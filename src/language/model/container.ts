import { EntenteError } from "../../schema/index.ts";

/** The file's first eight octets. */
const MAGIC = "entente\n";
export const FORMAT = 1;
/** Magic, format, header length, body length, checksum of header and body. */
const PREAMBLE = 24;
const ALIGNMENT = 8;

export type Section = Uint8Array | Int8Array | Float32Array | string;

/** What a model file holds: facts about the model, and named columns. */
export interface Container {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly sections: ReadonlyMap<string, Section>;
}

interface SectionEntry {
  readonly name: string;
  readonly type: "u8" | "i8" | "f32" | "text";
  readonly offset: number;
  readonly octets: number;
}

/** Adler-32 (RFC 1950). */
function checksum(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let from = 0; from < bytes.length; from += 3800) {
    const to = Math.min(bytes.length, from + 3800);
    for (let k = from; k < to; k++) {
      a += bytes[k];
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}

const aligned = (size: number): number => Math.ceil(size / ALIGNMENT) * ALIGNMENT;

function encodeSection(section: Section): { type: SectionEntry["type"]; bytes: Uint8Array } {
  if (typeof section === "string") return { type: "text", bytes: new TextEncoder().encode(section) };
  const bytes = new Uint8Array(section.buffer, section.byteOffset, section.byteLength);
  if (section instanceof Float32Array) return { type: "f32", bytes };
  return { type: section instanceof Int8Array ? "i8" : "u8", bytes };
}

/** The bytes of a model file. */
export function encodeContainer({ facts, sections }: Container): Uint8Array {
  const entries: SectionEntry[] = [];
  const parts: Uint8Array[] = [];
  let offset = 0;
  for (const [name, section] of sections) {
    const { type, bytes } = encodeSection(section);
    entries.push({ name, type, offset, octets: bytes.length });
    parts.push(bytes);
    offset += aligned(bytes.length);
  }
  const header = new TextEncoder().encode(JSON.stringify({ facts, sections: entries }));
  const start = aligned(PREAMBLE + header.length);
  const file = new Uint8Array(start + offset);
  file.set(new TextEncoder().encode(MAGIC));
  file.set(header, PREAMBLE);
  for (const [index, part] of parts.entries()) file.set(part, start + entries[index].offset);
  const view = new DataView(file.buffer);
  view.setUint32(8, FORMAT, true);
  view.setUint32(12, header.length, true);
  view.setUint32(16, offset, true);
  view.setUint32(20, checksum(file.subarray(PREAMBLE)), true);
  return file;
}

/** Checks the file as a whole and returns the length of its header. */
function checkPreamble(bytes: Uint8Array, refuse: (detail: string) => never): number {
  const magic = new TextDecoder("latin1").decode(bytes.subarray(0, MAGIC.length));
  if (bytes.length < PREAMBLE || magic !== MAGIC) refuse("it does not begin as one");
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const format = view.getUint32(8, true);
  if (format !== FORMAT) refuse(`its format is ${format}, this program reads ${FORMAT}`);
  const header = view.getUint32(12, true);
  const size = aligned(PREAMBLE + header) + view.getUint32(16, true);
  if (bytes.length !== size) refuse(`it has ${bytes.length} octets instead of ${size}`);
  if (checksum(bytes.subarray(PREAMBLE)) !== view.getUint32(20, true)) refuse("its checksum is wrong");
  return header;
}

function decodeSection({ type, offset, octets }: SectionEntry, body: Uint8Array): Section {
  const bytes = body.subarray(offset, offset + octets);
  if (type === "text") return new TextDecoder().decode(bytes);
  if (type === "u8") return bytes;
  if (type === "i8") return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return new Float32Array(bytes.slice().buffer);
}

/** The columns of a model file. Throws model.foreign where it is none, was cut short or altered. */
export function decodeContainer(file: Uint8Array, path: string): Container {
  // Node's Buffer has a slice() that shares memory; a plain view has not.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const refuse = (detail: string): never => {
    throw new EntenteError("model.foreign", { path, detail });
  };
  const length = checkPreamble(bytes, refuse);
  const text = new TextDecoder().decode(bytes.subarray(PREAMBLE, PREAMBLE + length));
  const header = JSON.parse(text) as { facts: Record<string, unknown>; sections: SectionEntry[] };
  const body = bytes.subarray(aligned(PREAMBLE + length));
  const sections = new Map(header.sections.map((entry) => [entry.name, decodeSection(entry, body)]));
  return { facts: header.facts, sections };
}
