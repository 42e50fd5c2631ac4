import type { Analysis } from "../../schema/index.ts";
import { type DayNumber, dayOf, type Interval } from "./calendar.ts";

/** What the rules for dates look at. `anchor` is the date named last before the place they read. */
export interface Scene {
  readonly analysis: Analysis;
  /** Lower-case forms. */
  readonly words: readonly string[];
  /** The dateline; undefined where the document has none. */
  readonly published: DayNumber | undefined;
  anchor: { readonly interval: Interval; readonly sentence: number } | undefined;
}

/** A date that a rule found: the token behind its last, and its days. */
export interface Found {
  readonly next: number;
  readonly interval: Interval;
}

/** A rule reads a date that begins at token `at`. */
export type DateRule = (scene: Scene, at: number) => Found | undefined;

/** "tuesday's" as one token is Tuesday too; "'s" alone stays. */
const withoutClitic = (word: string): string =>
  word.length > 4 && (word.endsWith("'s") || word.endsWith("’s")) ? word.slice(0, -2) : word;

export function sceneOf(analysis: Analysis, published: string | undefined): Scene {
  const words = Array.from(analysis.start, (start, token) =>
    withoutClitic(analysis.text.slice(start, analysis.end[token]).toLowerCase()),
  );
  return { analysis, words, published: dayOf(published), anchor: undefined };
}

/** The word at `at`, or "" beyond the sentence of `origin`. */
export const wordAt = (scene: Scene, at: number, origin: number): string =>
  scene.analysis.sentence[at] === scene.analysis.sentence[origin] ? scene.words[at] : "";

/** `at`, or the first token behind it that is none of `words`. */
export function skip(scene: Scene, at: number, origin: number, ...words: readonly string[]): number {
  let next = at;
  while (words.includes(wordAt(scene, next, origin))) next++;
  return next;
}
