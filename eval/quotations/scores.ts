import type { Span } from "../../src/schema/index.ts";

/** Source, cue and content of one attribution, as UTF-16 spans. */
export interface Triple {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export const ROLES = ["source", "cue", "content"] as const;
export type Role = (typeof ROLES)[number];

/** Counts from which precision, recall and F1 follow. */
export interface Counts {
  right: number;
  found: number;
  gold: number;
}

export const noCounts = (): Counts => ({ right: 0, found: 0, gold: 0 });

export const precision = ({ right, found }: Counts): number => (found === 0 ? 0 : right / found);
export const recall = ({ right, gold }: Counts): number => (gold === 0 ? 0 : right / gold);
export const f1 = ({ right, found, gold }: Counts): number => (found + gold === 0 ? 0 : (2 * right) / (found + gold));

const BLANK = /\s/;

/** The characters of a role over a whole document, blanks left out. */
function charactersOf(text: string, triples: readonly Triple[], role: Role): Uint8Array {
  const marked = new Uint8Array(text.length);
  for (const triple of triples) for (const [start, end] of triple[role]) marked.fill(1, start, end);
  for (let at = 0; at < text.length; at++) if (BLANK.test(text[at])) marked[at] = 0;
  return marked;
}

/** Adds the characters that two lists of triples give one role. */
export function addCharacters(
  counts: Counts,
  text: string,
  role: Role,
  found: readonly Triple[],
  gold: readonly Triple[],
): void {
  const [ours, theirs] = [charactersOf(text, found, role), charactersOf(text, gold, role)];
  for (let at = 0; at < text.length; at++) {
    counts.found += ours[at];
    counts.gold += theirs[at];
    counts.right += ours[at] & theirs[at];
  }
}

/** The characters of a triple's three roles as one key: equal keys are equal spans but for blanks at their edges. */
function keyOf(text: string, triple: Triple, edges: RegExp): string {
  const trimmed = (spans: readonly Span[]): string =>
    [...spans]
      .sort((a, b) => a[0] - b[0])
      .map(([start, end]) => {
        let [from, to] = [start, end];
        while (from < to && edges.test(text[from])) from++;
        while (to > from && edges.test(text[to - 1])) to--;
        return `${from}-${to}`;
      })
      .join("+");
  return ROLES.map((role) => trimmed(triple[role])).join("|");
}

/** Characters that don't matter at a span's edge: blanks, or blanks and stops. */
export const EDGES = { blanks: /\s/, stops: /[\s,;:.]/ } as const;

/** Adds the triples of which all three spans agree. */
export function addExact(
  counts: Counts,
  text: string,
  found: readonly Triple[],
  gold: readonly Triple[],
  edges: RegExp,
): void {
  const keys = new Set(gold.map((triple) => keyOf(text, triple, edges)));
  const ours = new Set(found.map((triple) => keyOf(text, triple, edges)));
  counts.gold += keys.size;
  counts.found += ours.size;
  for (const key of ours) if (keys.has(key)) counts.right += 1;
}
