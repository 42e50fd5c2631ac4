const contentWords = (words: string): Set<string> => new Set(words.toLowerCase().match(/[\p{L}\p{N}-]{3,}/gu) ?? []);

/** Share of the words that two texts have in common (Jaccard), 0 to 1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [contentWords(one), contentWords(other)];
  const common = a.intersection(b).size;
  return common === 0 ? 0 : common / (a.size + b.size - common);
}

const SHINGLE = 5;

/** The runs of five words of a text. */
export function shinglesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(0, -SHINGLE + 1).map((_, at) => words.slice(at, at + SHINGLE).join(" ")));
}

/** From this share of common runs of five words on, one text is a copy of the other. */
const COPY = 0.35;

/** True where of two texts' runs of five words the fewer are for the most part among the others. */
export function isCopy(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const least = Math.min(a.size, b.size);
  return least > 0 && a.intersection(b).size / least >= COPY;
}
