import type { LexiconLimits } from "./data/lexicon.ts";
import type { TableLimits } from "./export/parser.ts";
import type { ParserPlan } from "./parser.ts";
import type { LeastWeights } from "./text/text.ts";

/** Everything that decides what a model becomes, beside its material. */
export interface ModelPlan {
  readonly name: string;
  readonly parser: ParserPlan;
  readonly lexicon: LexiconLimits;
  readonly table: TableLimits;
  readonly leastWeights: LeastWeights;
  /** How often a form must be seen for an exception of its own in the lemmatiser. */
  readonly leastLemma: number;
}

const SEED = 20201228;

export const PLANS: Readonly<Record<string, ModelPlan>> = {
  default: {
    name: "default",
    parser: {
      word: 96,
      hidden: 128,
      layers: 3,
      tagLayer: 1,
      arc: 128,
      label: 128,
      rates: { input: 0.2, layer: 0.33, head: 0.3 },
      epochs: 34,
      rate: 0.003,
      batch: 600,
      seed: SEED,
    },
    lexicon: { word: 2, affix: 5, affixOfOneForm: 8 },
    table: { vectorWords: 46_500, bits: [4, 2] },
    leastWeights: { tokens: 0.1, sentences: 0.4 },
    leastLemma: 1,
  },
  small: {
    name: "small",
    parser: {
      word: 64,
      hidden: 64,
      layers: 2,
      tagLayer: 0,
      arc: 64,
      label: 64,
      rates: { input: 0.15, layer: 0.2, head: 0.2 },
      epochs: 12,
      rate: 0.003,
      batch: 600,
      seed: SEED,
    },
    lexicon: { word: 2, affix: 6, affixOfOneForm: 10 },
    table: { vectorWords: 33_000, bits: [4, 2] },
    leastWeights: { tokens: 0.1, sentences: 0.4 },
    leastLemma: 1,
  },
};
