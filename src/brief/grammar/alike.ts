const contentWords = (words: string): Set<string> => new Set(words.toLowerCase().match(/[\p{L}\p{N}-]{3,}/gu) ?? []);

/** Share of the words that two texts have in common (Jaccard), 0 to 1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [contentWords(one), contentWords(other)];
  const common = a.intersection(b).size;
  return common === 0 ? 0 : common / (a.size + b.size - common);
}

const SHINGLE = 5;

function shingles(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(0, -SHINGLE + 1).map((_, at) => words.slice(at, at + SHINGLE).join(" ")));
}

/** From this share of common runs of five words on, one text is a copy of the other. */
const COPY = 0.35;

/** True where the shorter text is for the most part in the other one. */
export function isCopy(one: string, other: string): boolean {
  const [a, b] = [shingles(one), shingles(other)];
  const least = Math.min(a.size, b.size);
  return least > 0 && a.intersection(b).size / least >= COPY;
}
