import { holdUnique, type KnowledgeFiles, oneOf, readTable, refuse, required } from "./table.ts";

const POSITIONS = ["verb", "noun", "adjective", "phrase"] as const;
const CLASSES = ["say", "ask", "show", "think", "judge"] as const;

/** What a cue tells of its source: its words, a question, a finding, a state of mind, or a judgement. */
export type CueClass = (typeof CLASSES)[number];

/** A word or phrase by which a text attributes something to somebody. */
export interface Cue {
  /** Lemma, or the words of a phrase. */
  readonly words: readonly string[];
  readonly pos: (typeof POSITIONS)[number];
  readonly class: CueClass;
  /** Where its content may stand: `quote`, `that`, `to`, `obj`, `rest`, or a preposition. */
  readonly content: ReadonlySet<string>;
}

/** Cues by their first word and part of speech; the longest first. */
export interface Cues {
  readonly cuesOf: (word: string, pos: Cue["pos"]) => readonly Cue[];
}

const NONE: readonly Cue[] = [];
const SLOT = /^[a-z]+$/;

function slotsOf(row: ReturnType<typeof rowsOf>[number]): Set<string> {
  const slots = required(row, "content").split(" ");
  const wrong = slots.find((slot) => !SLOT.test(slot));
  if (wrong !== undefined)
    refuse(row, `"${wrong}" is no place of a content`, "Use quote, that, to, obj, rest or a preposition.");
  return new Set(slots);
}

function rowsOf(files: KnowledgeFiles) {
  const rows = readTable(files, "cues.tsv", ["cue", "pos", "class", "content"]);
  holdUnique(rows, (row) => `${row.cells.cue} (${row.cells.pos})`);
  return rows;
}

/** Reads `cues.tsv`. Throws `knowledge.row` with file, line and remedy. */
export function buildCues(files: KnowledgeFiles): Cues {
  const byWord = new Map<string, Cue[]>();
  for (const row of rowsOf(files)) {
    const words = required(row, "cue").split(" ");
    const pos = oneOf(row, "pos", POSITIONS);
    const cue: Cue = { words, pos, class: oneOf(row, "class", CLASSES), content: slotsOf(row) };
    const key = `${words[0]} ${pos}`;
    byWord.set(
      key,
      [...(byWord.get(key) ?? []), cue].sort((a, b) => b.words.length - a.words.length),
    );
  }
  return { cuesOf: (word, pos) => byWord.get(`${word} ${pos}`) ?? NONE };
}
