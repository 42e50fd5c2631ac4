/** A line of a verb dictionary that codes something: a verb, or a pattern of its block. */
export interface CodedLine {
  readonly line: number;
  /** The line as it is written, without its comment. */
  readonly written: string;
  /** Of a verb its words; of a pattern what stands between the dash and the code. */
  readonly text: string;
  readonly code: string;
}

/** Verbs that share patterns. A verb without a code of its own has the block's. */
export interface VerbBlock {
  readonly verbs: readonly CodedLine[];
  readonly patterns: readonly CodedLine[];
}

export interface VerbDictionary {
  readonly blocks: readonly VerbBlock[];
  /** The words of each set, by its name without `&`. */
  readonly sets: ReadonlyMap<string, readonly string[]>;
  /** Lines that are no part of any block. */
  readonly astray: readonly { readonly line: number; readonly written: string }[];
}

/** The line without its comment; `#` in a code begins none. */
const contentOf = (raw: string): string => (/^(?:[^#[]|\[[^\]]*\]|\[)*/.exec(raw)?.[0] ?? "").trim();

const CODE = /\[([^\]]*)\]/;
const FORMS = /\{[^}]*\}/g;
const HEADER = /^---/;
const SET = /^&(\S+)/;

interface Building {
  readonly sets: Map<string, string[]>;
  readonly blocks: { code: string; verbs: CodedLine[]; patterns: CodedLine[] }[];
  readonly astray: { line: number; written: string }[];
  set: string[] | undefined;
}

const codeOf = (line: string): string => CODE.exec(line)?.[1].trim() ?? "";

function beginSet(building: Building, name: string): void {
  building.set = building.sets.get(name) ?? [];
  building.sets.set(name, building.set);
}

function takeLine(building: Building, line: number, written: string): void {
  const block = building.blocks.at(-1);
  if (HEADER.test(written)) {
    building.set = undefined;
    building.blocks.push({ code: codeOf(written), verbs: [], patterns: [] });
  } else if (SET.test(written)) beginSet(building, written.slice(1).trim());
  else if (building.set && written.startsWith("+")) building.set.push(written.slice(1).trim());
  else if (!block) building.astray.push({ line, written });
  else if (written.startsWith("-")) {
    building.set = undefined;
    const text = written
      .slice(1)
      .replace(/\[[^\]]*\].*$/, "")
      .trim();
    block.patterns.push({ line, written, text, code: codeOf(written) });
  } else {
    building.set = undefined;
    const text = written.replace(CODE, "").replace(FORMS, "").trim();
    block.verbs.push({ line, written, text, code: codeOf(written) || block.code });
  }
}

/**
 * Reads a PETRARCH, TABARI or CAMEO verb dictionary: sets of words (`&NAME`, each word behind a `+`), blocks that begin
 * with `--- NAME [code] ---`, their verbs, and their patterns (`- … * … [code]`). Comments begin with `#`.
 */
export function verbDictionary(text: string): VerbDictionary {
  const building: Building = { sets: new Map(), blocks: [], astray: [], set: undefined };
  for (const [index, raw] of text
    .replace(/<!?\s*--[\s\S]*?-->/g, blanked)
    .split(/\r?\n/)
    .entries()) {
    const written = contentOf(raw);
    if (written !== "") takeLine(building, index + 1, written);
  }
  return building;
}

/** Comments over several lines, without their words: the numbers of the lines stay. */
const blanked = (comment: string): string => comment.replace(/[^\n]+/g, "");
