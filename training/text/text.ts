import type { ConlluSentence } from "../../src/language/conllu/read.ts";
import type { TextWeights } from "../../src/language/model/model.ts";
import { layOut, PARAGRAPHS, type Spacing, splitDocuments } from "./documents.ts";
import { storeWeights } from "./linear.ts";
import { learnSentences } from "./sentences.ts";
import { learnTokens } from "./tokens.ts";

/** How published texts part their sentences and paragraphs beside the treebanks' own way. */
const SPACINGS: readonly Spacing[] = [
  { sentence: "\n", paragraph: "\n" },
  { sentence: " ", paragraph: "\n" },
  { sentence: " ", paragraph: "\n" },
  { sentence: " ", paragraph: "\n", glued: true },
];

/** Weights nearer to 0 than this are left out. */
export interface LeastWeights {
  readonly tokens: number;
  readonly sentences: number;
}

/** Learns tokens and sentences. */
export function learnText(sentences: readonly ConlluSentence[], least: LeastWeights, seed: number): TextWeights {
  const documents = splitDocuments(sentences);
  const texts = documents.map((document) => layOut(document, PARAGRAPHS));
  const others = documents.map((document, index) => layOut(document, SPACINGS[index % SPACINGS.length]));
  const tokens = learnTokens([...texts, ...others.filter((_, index) => SPACINGS[index % SPACINGS.length].glued)], seed);
  return {
    known: tokens.known,
    cut: storeWeights(tokens.cut, least.tokens),
    join: storeWeights(tokens.join, least.tokens),
    sentence: storeWeights(learnSentences([...texts, ...others], seed + 1), least.sentences),
  };
}
