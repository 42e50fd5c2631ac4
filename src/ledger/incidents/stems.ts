const SHORTEST = 4;

/** A word in lower case without the ending by which its forms differ: `patrols`, `patrolling` and `patrol` are one. */
export function stemOf(word: string): string {
  if (/^\d/.test(word)) return word;
  const stem = word.replace(/(?:ies|ied)$/, "y").replace(/(?:ings?|edly|ed|es|s|ly)$/, "");
  return stem.length >= SHORTEST ? stem.replace(/e$/, "") : word;
}

/** Names by the stems of the words that stand for them. */
export const byStem = (names: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(names).flatMap(([name, words]) => words.split(" ").map((word) => [stemOf(word), name] as const)),
  );
