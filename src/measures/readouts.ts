import { stemmer } from "stemmer";
import type { Span } from "../schema/index.ts";

/** One statement of a readout: a sentence or clause, with its content words as lemmas. */
export interface ReadoutStatement {
  readonly id: string;
  readonly text: string;
  readonly span: Span;
  /** Lemmas of its content words and names in lower case, without the names of the two sides: both always say those. */
  readonly lemmas: readonly string[];
  /** Mean score of the events it reports, -10 to 10; absent where it reports none. */
  readonly tone?: number;
}

/** One side's account. */
export interface Readout {
  readonly document: string;
  readonly side: string;
  readonly statements: readonly ReadoutStatement[];
}

/** Two statements that make the same point. */
export interface SharedPoint {
  readonly first: ReadoutStatement;
  readonly second: ReadoutStatement;
  /** Cosine of the two, 0 to 1. */
  readonly similarity: number;
  /** Content words that only the first, and only the second, uses for it. */
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
  /** True where the words differ more than they agree. */
  readonly differentWords: boolean;
}

/** Two accounts of one incident, laid side by side. */
export interface ReadoutComparison {
  readonly shared: readonly SharedPoint[];
  readonly onlyFirst: readonly ReadoutStatement[];
  readonly onlySecond: readonly ReadoutStatement[];
  /** Mean tone of each account; absent where no statement has one. */
  readonly tone: { readonly first?: number; readonly second?: number };
}

/** Statements less alike than this make different points. */
export const SAME_POINT = 0.24;
/** With fewer common words, too. */
const LEAST_COMMON = 2;
/** Below this share of common words (Jaccard) a shared point is told in different words. */
const SAME_WORDS = 0.5;

/**
 * Statements of two readouts matched by content: cosine of their content words, each word weighted by how rare it is
 * among an account's own statements (after the inverse document frequency of G. Salton and C. Buckley, Information
 * Processing and Management 24 (1988), 513-523; a word that both accounts use is no commoner for that), one to one, the
 * most alike first; a point needs two words in common. Order of the result is that of the first readout.
 */
export function compareReadouts(first: Readout, second: Readout): ReadoutComparison {
  const weight = rarity(first, second);
  const candidates = first.statements.flatMap((own, a) =>
    second.statements.map((other, b) => ({ a, b, similarity: cosine(own.lemmas, other.lemmas, weight) })),
  );
  candidates.sort((x, y) => y.similarity - x.similarity || x.a - y.a || x.b - y.b);
  const [takenFirst, takenSecond] = [new Map<number, { b: number; similarity: number }>(), new Set<number>()];
  for (const { a, b, similarity } of candidates) {
    if (similarity < SAME_POINT || takenFirst.has(a) || takenSecond.has(b)) continue;
    takenFirst.set(a, { b, similarity });
    takenSecond.add(b);
  }
  return {
    shared: [...takenFirst]
      .sort(([x], [y]) => x - y)
      .map(([a, { b, similarity }]) => sharedPoint(first.statements[a], second.statements[b], similarity)),
    onlyFirst: first.statements.filter((_, at) => !takenFirst.has(at)),
    onlySecond: second.statements.filter((_, at) => !takenSecond.has(at)),
    tone: { ...toneOf("first", first), ...toneOf("second", second) },
  };
}

function sharedPoint(first: ReadoutStatement, second: ReadoutStatement, similarity: number): SharedPoint {
  const [own, other] = [new Set(first.lemmas), new Set(second.lemmas)];
  const common = own.intersection(other).size;
  return {
    first,
    second,
    similarity,
    onlyFirst: [...own.difference(other)].sort(),
    onlySecond: [...other.difference(own)].sort(),
    differentWords: common / own.union(other).size < SAME_WORDS,
  };
}

/** Stems, so that "extend" and "extension" are one word (M. F. Porter, Program 14 (1980), 130-137). */
const stemsOf = (lemmas: readonly string[]): Set<string> => new Set(lemmas.map((lemma) => stemmer(lemma)));

/** Weight of a word: log((statements + 1) / statements with it), in the account that uses it more. */
function rarity(first: Readout, second: Readout): (stem: string) => number {
  const [own, other] = [statementCounts(first), statementCounts(second)];
  const most = Math.max(first.statements.length, second.statements.length);
  return (stem) => Math.log((most + 1) / Math.max(own.get(stem) ?? 0, other.get(stem) ?? 0));
}

function statementCounts({ statements }: Readout): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { lemmas } of statements) {
    for (const stem of stemsOf(lemmas)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

function cosine(a: readonly string[], b: readonly string[], weight: (stem: string) => number): number {
  const [own, other] = [stemsOf(a), stemsOf(b)];
  const size = (words: ReadonlySet<string>): number => [...words].reduce((sum, word) => sum + weight(word) ** 2, 0);
  const common = own.intersection(other);
  return common.size < LEAST_COMMON ? 0 : size(common) / Math.sqrt(size(own) * size(other));
}

function toneOf(side: "first" | "second", { statements }: Readout): { readonly [key in typeof side]?: number } {
  const tones = statements.flatMap((statement) => statement.tone ?? []);
  return tones.length === 0 ? {} : { [side]: tones.reduce((sum, tone) => sum + tone, 0) / tones.length };
}
