import type { FeatureTable } from "./features.ts";
import type { Lemmatiser } from "./lemmas.ts";

/** What a form with a tag is, apart from its place in a sentence. */
export interface WordMorphology {
  readonly lemma: string;
  readonly features: string;
}

const CACHE = 50_000;

/** Lemmas and features by form and tag; keeps what it found for words seen before. */
export class Morphology {
  readonly #lemmas: Lemmatiser;
  readonly #features: FeatureTable;
  readonly #tags: readonly string[];
  readonly #xpos: readonly string[];
  readonly #cache: Map<string, WordMorphology>[];
  #cached = 0;

  /** `tags` are the network's, "VERB|VBD". */
  constructor(lemmas: Lemmatiser, features: FeatureTable, tags: readonly string[]) {
    this.#lemmas = lemmas;
    this.#features = features;
    this.#tags = tags;
    this.#xpos = tags.map((tag) => tag.split("|")[1]);
    this.#cache = tags.map(() => new Map());
  }

  /** `tag` is the number of a tag. */
  of(form: string, tag: number): WordMorphology {
    const known = this.#cache[tag].get(form);
    if (known) return known;
    const found = {
      lemma: this.#lemmas.lemma(form, this.#xpos[tag]),
      features: this.#features.features(form, this.#tags[tag]),
    };
    if (++this.#cached > CACHE) {
      for (const cache of this.#cache) cache.clear();
      this.#cached = 1;
    }
    this.#cache[tag].set(form, found);
    return found;
  }
}
