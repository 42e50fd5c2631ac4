import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { EntenteError } from "../../schema/index.ts";
import { type EventKind, plainName } from "./columns.ts";
import { EVENT_KINDS } from "./kinds.ts";

/** A file of event data whose kind was found. */
export interface EventFile {
  readonly path: string;
  readonly kind: EventKind;
  readonly delimiter: string;
  /** The column that each cell of a line belongs to; undefined where the table has none for it. */
  readonly places: readonly (string | undefined)[];
  /** Lines before the first row. */
  readonly skip: 0 | 1;
}

const LOOKED_AT = 256 * 1024;
const DELIMITERS = ["\t", ",", ";"];
const SHOWN = 60;

/** The first lines of a file, plain or gzipped. Errors: input.missing, input.unreadable. */
async function firstLines(path: string): Promise<string[]> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const file = createReadStream(path);
  try {
    const bytes = path.endsWith(".gz") ? file.compose(createGunzip()) : file;
    for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= LOOKED_AT) break;
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT")
      throw new EntenteError("input.missing", { path }, { cause });
    throw new EntenteError("input.unreadable", { path, detail: (cause as Error).message }, { cause });
  } finally {
    file.destroy();
  }
  const text = new TextDecoder("utf-8").decode(Buffer.concat(chunks)).replace(/^\uFEFF/, "");
  return text.split(/\r?\n/, 3);
}

const unquoted = (cell: string): string => cell.replace(/^"(.*)"$/s, "$1");

function unknown(path: string, line: string): never {
  const shown = line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
  throw new EntenteError("events.unknown", { path, line: JSON.stringify(shown) });
}

/** Whether a heading names all columns that a kind can't do without. */
function hasColumns({ columns, header, exact }: EventKind, names: ReadonlySet<string>): boolean {
  if (!header || (exact && names.size !== columns.length)) return false;
  return columns.every(({ name, optional }) => optional || names.has(name));
}

/** The kind whose columns a heading names; of several the one with most of them. */
function kindOfHeading(headings: readonly string[]): EventKind | undefined {
  const names = new Set(headings);
  return EVENT_KINDS.filter((kind) => hasColumns(kind, names)).sort((a, b) => b.columns.length - a.columns.length)[0];
}

const inOrder = ({ columns }: EventKind): string[] => columns.map(({ name }) => name);

/**
 * The column of each cell. A heading can name more than its rows have cells for: then they stand in the usual order.
 * Rows can have cells more than the heading names: no column is for them.
 */
function placesOf(kind: EventKind, headings: readonly string[], cells: number): (string | undefined)[] {
  if (!kind.quotes && headings.length > cells && cells === kind.columns.length) return inOrder(kind);
  const known = new Set(inOrder(kind));
  const unnamed = Array.from({ length: kind.quotes ? 0 : Math.max(0, cells - headings.length) }, () => "");
  return [...headings, ...unnamed].map((name, at) =>
    known.has(name) && headings.indexOf(name) === at ? name : undefined,
  );
}

/** The kind of event data that a file holds, by its columns. Errors: input.missing, input.unreadable, events.unknown. */
export async function eventFileOf(path: string): Promise<EventFile> {
  const [first, second = ""] = await firstLines(path);
  for (const delimiter of DELIMITERS) {
    const headings = first.split(delimiter).map((cell) => plainName(unquoted(cell)));
    const kind = kindOfHeading(headings);
    if (kind)
      return { path, kind, delimiter, places: placesOf(kind, headings, second.split(delimiter).length), skip: 1 };
  }
  const cells = first.split("\t");
  const bare = EVENT_KINDS.find(({ header, columns }) => !header && columns.length === cells.length);
  if (!bare || !/^\d+$/.test(cells[0])) return unknown(path, first);
  return { path, kind: bare, delimiter: "\t", places: inOrder(bare), skip: 0 };
}
