import { PAIR_MEANINGS } from "../generated/pair-meanings.ts";

/** A word of a sentence, and how much it counts. */
export interface PairWord {
  readonly lemma: string;
  readonly weight: number;
}

/** Rows [words, width]: how near each word stands to the words that the rule table has for each type. */
export interface Meanings {
  readonly width: number;
  readonly row: ReadonlyMap<string, number>;
  readonly values: Int8Array;
  readonly scale: number;
}

/** The columns of a generated table: words line by line, bytes in base64. */
export interface PackedMeanings {
  readonly width: number;
  readonly scale: number;
  readonly words: string;
  readonly values: string;
}

export function unpackedMeanings({ width, scale, words, values }: PackedMeanings): Meanings {
  const names = words === "" ? [] : words.split(" ");
  return {
    width,
    row: new Map(names.map((name, index) => [name, index])),
    values: Int8Array.from(atob(values), (character) => character.charCodeAt(0)),
    scale,
  };
}

let shipped: Meanings | undefined;

/** The table that the build ships. */
export function shippedMeanings(): Meanings {
  shipped ??= unpackedMeanings(PAIR_MEANINGS);
  return shipped;
}

/** Adds one group's words to `into` from `offset` on: their weighted sum over the root of the weights' sum. */
function addGroup(
  { width, row, values, scale }: Meanings,
  words: readonly PairWord[],
  into: Float64Array,
  offset: number,
) {
  let total = 0;
  for (const { lemma, weight } of words) {
    const at = row.get(lemma);
    if (at === undefined) continue;
    total += weight;
    for (let column = 0; column < width; column += 1) into[offset + column] += weight * values[at * width + column];
  }
  if (total === 0) return;
  for (let column = 0; column < width; column += 1) into[offset + column] *= scale / Math.sqrt(total);
}

/** What groups of words mean, one after the other: length groups × width. */
export function meaningOf(meanings: Meanings, groups: readonly (readonly PairWord[])[]): Float64Array {
  const found = new Float64Array(groups.length * meanings.width);
  for (const [index, words] of groups.entries()) addGroup(meanings, words, found, index * meanings.width);
  return found;
}
