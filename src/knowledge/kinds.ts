import { holdUnique, type KnowledgeFiles, listOf, oneOf, readTable, refuse, required } from "./table.ts";

/** Kinds that counting rules and the rungs of depth ask for. */
export const INCIDENT_KINDS = ["patrol", "exercise", "operation", "treaty", "binding"] as const;

/** A kind of incident, told by words. */
export interface Kind {
  readonly kind: (typeof INCIDENT_KINDS)[number];
  /** Things of this kind recur: two states' are a series, which may be counted once a year. */
  readonly isSeries: boolean;
  /** True where the words that report an incident make it one of the kind. */
  readonly tells: (words: string) => boolean;
  /** Of every word or phrase the first word: words that hold none of them, in any case, never tell of the kind. */
  readonly firstWords: readonly string[];
}

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/\s+/g, "\\s+");

/** Any of the words or phrases, whole, in any case; nothing matches an empty list. */
const anyOf = (words: readonly string[]): RegExp =>
  words.length === 0
    ? /(?!)/gu
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(escaped).join("|")})(?![\\p{L}\\p{N}])`, "giu");

/** Reads `kinds.tsv`. A row whose example its words don't find is refused. */
export function readKinds(files: KnowledgeFiles): Kind[] {
  const rows = readTable(files, "kinds.tsv", ["kind", "words", "except", "series", "example", "source"]);
  holdUnique(rows, (row) => `${row.cells.kind} ${row.cells.words}`);
  return rows.map((row) => {
    const phrases = listOf(required(row, "words"));
    const words = anyOf(phrases);
    const firstWords = [...new Set(phrases.map((phrase) => phrase.split(/\s+/)[0]))];
    const except = anyOf(listOf(row.cells.except));
    required(row, "source");
    const tells = (text: string): boolean => text.replaceAll(except, " ").search(words) >= 0;
    const kind = oneOf(row, "kind", INCIDENT_KINDS);
    if (!tells(required(row, "example")))
      refuse(row, `the words don't find "${row.cells.example}"`, "Mend the words, or give another example.");
    return { kind, isSeries: oneOf(row, "series", ["yearly", ""]) === "yearly", tells, firstWords };
  });
}
