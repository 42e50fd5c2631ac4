import type { ConlluSentence } from "../../src/language/conllu/read.ts";
import { wordKey } from "../../src/language/words/form.ts";
import { Vocabulary } from "../../src/language/words/vocabulary.ts";
import type { InputToken } from "../network/embedding.ts";
import type { Example } from "../network/network.ts";
import { type Lexicon, tagOf } from "./lexicon.ts";
import type { WordVectors } from "./vectors.ts";

const index = (names: readonly string[]): Map<string, number> => new Map(names.map((name, i) => [name, i]));

/** Turns sentences into what the network learns from. */
export class ExampleMaker {
  readonly vocabulary: Vocabulary;
  readonly #lexicon: Lexicon;
  readonly #vectors: Map<string, number>;
  readonly #tags: Map<string, number>;
  readonly #relations: Map<string, number>;
  readonly #tokens = new Map<string, InputToken>();

  constructor(lexicon: Lexicon, vectors: WordVectors) {
    this.#lexicon = lexicon;
    this.vocabulary = new Vocabulary(lexicon.words, lexicon.affixes);
    this.#vectors = index(vectors.words);
    this.#tags = index(lexicon.tags);
    this.#relations = index(lexicon.relations);
  }

  token(form: string): InputToken {
    const known = this.#tokens.get(form);
    if (known) return known;
    const word = wordKey(form);
    const token = {
      rows: this.vocabulary.rows(form),
      vector: this.#vectors.get(word) ?? -1,
      count: this.#lexicon.counts.get(word) ?? 0,
    };
    this.#tokens.set(form, token);
    return token;
  }

  /** `recase` changes how the forms are written, not their answers. */
  example({ words }: ConlluSentence, recase: (form: string) => string = (form) => form): Example {
    return {
      tokens: words.map(({ form }) => this.token(recase(form))),
      heads: Int32Array.from(words, ({ head }) => head),
      relations: Int32Array.from(words, ({ relation }) => this.#relations.get(relation) ?? 0),
      tags: Int32Array.from(words, (word) => this.#tags.get(tagOf(word)) ?? 0),
    };
  }
}
