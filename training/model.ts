import { createHash } from "node:crypto";
import type { ConlluSentence } from "../src/language/conllu/read.ts";
import { encodeContainer } from "../src/language/model/container.ts";
import { type ModelParts, modelContainer } from "../src/language/model/model.ts";
import { collectLexicon } from "./data/lexicon.ts";
import type { WordVectors } from "./data/vectors.ts";
import { exportParser } from "./export/parser.ts";
import { createParser, type Progress, type TrainedParser, trainParser } from "./parser.ts";
import type { ModelPlan } from "./plans.ts";
import { learnFeatures, learnLemmas } from "./text/morphology.ts";
import { learnText } from "./text/text.ts";

/** What a model is made from. */
export interface Material {
  readonly train: readonly ConlluSentence[];
  readonly vectors: WordVectors;
  /** ISO 639-1. */
  readonly language: string;
  readonly licence: string;
}

/** What happens while a model is made. */
export interface Watcher {
  readonly progress: (progress: Progress) => void;
  /** At the end of each epoch, with the parser as it is then. */
  readonly epoch?: (epoch: number, parser: TrainedParser) => void;
}

/** Trains a model and returns the bytes of its file: the same bytes for the same plan and material. */
export function trainModel(plan: ModelPlan, material: Material, watcher: Watcher): Uint8Array {
  const lexicon = collectLexicon(material.train, plan.lexicon);
  const trained = createParser(plan.parser, lexicon, material.vectors);
  trainParser(trained, material.train, (progress, parser) => {
    watcher.progress(progress);
    if (progress.done === 1) watcher.epoch?.(progress.epoch, parser);
  });
  return packModel(plan, material, trained);
}

/** The file of a trained parser together with what tokens, sentences, lemmas and features need. */
export function packModel(plan: ModelPlan, material: Material, parser: TrainedParser): Uint8Array {
  const { layers, tagLayer, seed } = plan.parser;
  const { language, licence } = material;
  const exported = exportParser(parser, plan.table);
  const { width, trained, derived } = exported.weights.table;
  const draft: ModelParts = {
    facts: {
      name: plan.name,
      version: "",
      language,
      licence,
      layers,
      tagLayer,
      wordWidth: width,
      trainedRows: trained.rows,
      trainedBits: trained.bits,
      derivedBits: derived.bits,
    },
    ...exported,
    text: learnText(material.train, plan.leastWeights, seed),
    lemmas: learnLemmas(material.train, plan.leastLemma),
    features: learnFeatures(material.train),
  };
  const digest = createHash("sha256")
    .update(encodeContainer(modelContainer(draft)))
    .digest("hex");
  return encodeContainer(modelContainer({ ...draft, facts: { ...draft.facts, version: digest.slice(0, 8) } }));
}
